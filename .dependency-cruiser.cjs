/** Import rules of the house, see README "The map of the house". Checked by `npm run check`. */
const only = (name, home, module) => ({
  name,
  severity: 'error',
  comment: `one home for ${name.replace('one-home-', '')}`,
  from: { pathNot: `^(${home})` },
  to: { path: module },
});
const never = (name, from, to, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, ...extra },
  to: { path: to },
});
const npm = (names) => `node_modules/(${names})(/|$)`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
    {
      name: 'shared-imports-only-zod',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.(test|testkit)\\.ts$' },
      to: { pathNot: `^shared/|${npm('zod')}` },
    },
    never('shared-math-is-the-ground', '^shared/math/', '^shared/(?!math/)'),
    never('shared-domain-below-pose', '^shared/domain/', '^shared/(pose|gait|program|report|contract)/'),
    never(
      'shared-picture-on-domain',
      '^shared/picture/',
      '^shared/(pose|gait|program|report|contract|text)/',
    ),
    never('shared-pose-below-gait', '^shared/pose/', '^shared/(gait|program|report|contract)/'),
    never('shared-gait-below-program', '^shared/gait/', '^shared/(program|report|contract)/', {
      pathNot: '\\.test\\.ts$',
    }),
    never('shared-program-below-report', '^shared/program/', '^shared/(report|contract)/'),
    never('shared-text-below-report', '^shared/text/', '^shared/(report|contract)/'),
    never('shared-text-above', '^shared/(math|domain|pose|gait)/', '^shared/text/', {
      pathNot: '\\.test\\.ts$',
    }),
    never('renderer-not-main', '^renderer/', '^main/|^electron$|node_modules/electron/'),
    never('main-not-renderer', '^main/', '^renderer/', { pathNot: '\\.test\\.ts$' }),
    never('electron-only-in-its-root', '^(shared|renderer|models|main/(?!electron/))', npm('electron')),
    never('roots-are-strangers', '^main/electron/', '^main/node/'),
    never('roots-are-strangers-2', '^main/node/', '^main/electron/'),
    never('services-below-host', '^main/(db|media|files|export)/', '^main/(host|electron|node)/', {
      pathNot: '\\.test\\.ts$',
    }),
    never('host-below-roots', '^main/host/', '^main/(electron|node)/', { pathNot: '\\.test\\.ts$' }),
    {
      name: 'features-are-strangers',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    never(
      'features-not-app',
      '^renderer/(ui|charts|overlay|player|inference|host|i18n)/',
      '^renderer/(features|app)/',
    ),
    never('e2e-outside', '^e2e/', '^(main(?!/files/trust\\.testkit\\.ts$)|renderer)/', {
      pathNot: '^e2e/electron-double/',
    }),
    never(
      'no-test-helpers-in-production',
      '^(shared|main|renderer|models)/',
      '(\\.(test|testkit)\\.tsx?$|^e2e/)',
      {
        pathNot: '\\.(test|testkit)\\.tsx?$',
      },
    ),
    only('one-home-better-sqlite3', 'main/db/', npm('better-sqlite3')),
    only('one-home-ffmpeg', 'main/media/', npm('fluent-ffmpeg|ffmpeg-static|execa')),
    only('one-home-litert', 'models/runtime/', npm('@litertjs/core')),
    only('one-home-tfjs', 'models/runtime/', npm('@tensorflow/tfjs|@tensorflow-models/pose-detection')),
    only('one-home-ui-primitives', 'renderer/ui/', npm('@base-ui/react')),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out|release)/|node_modules/.*/node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
