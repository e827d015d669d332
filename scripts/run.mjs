// The commands of package.json: set up what is missing, then run the task on Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findChromium, node24, root, setup } from './setup.mjs';

const [task, ...args] = process.argv.slice(2);
const bin = (pkg, file) => join(root, 'node_modules', pkg, file);
/** Machine-readable results of the two runners, for the closing line of `test`. */
const resultFiles = {
  unit: join(root, 'node_modules', '.cache', 'tests', 'unit.json'),
  browser: join(root, 'node_modules', '.cache', 'tests', 'browser.json'),
};
/** Files with that ending whose tests try a slice of what `trust` tries whole. */
function testsThatTakeSlices(ending) {
  const found = ['shared', 'main', 'renderer', 'scripts', 'e2e'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
  );
  return found.filter((file) => ending.test(file) && readFileSync(file, 'utf8').includes('trust.testkit'));
}

/** Together they hold every TypeScript file; what the app itself may use is less than what its tests may. */
const projects = [
  'shared/tsconfig.json',
  'main/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/tsconfig.test.json',
  'e2e/tsconfig.json',
];

/** Stepping through clips waits as much as it computes: two side by side. */
const MEDIA_WORKERS = ['--workers=2', '--fully-parallel'];

const browserTests = (...only) => [
  ...tasks.build.steps(),
  [bin('@playwright/test', 'cli.js'), 'test', '-c', 'e2e/playwright.config.ts', ...only],
];

/**
 * Each task is a list of Node 24 command lines, run until one fails, or side by side where they have nothing to do with one
 * another. Where it has runners too, each of them is such a list that is run after these steps, whatever came of the other
 * one.
 */
const tasks = {
  start: { steps: () => [[join(root, 'scripts', 'start.ts'), ...args]] },
  analyze: { steps: () => [[join(root, 'main', 'node', 'analyze.ts'), ...args]] },
  build: { steps: () => [[join(root, 'scripts', 'build.ts'), ...args]] },
  bench: {
    browser: true,
    steps: () => [
      [join(root, 'scripts', 'bench.ts'), ...args],
      ...tasks.build.steps(),
      [join(root, 'e2e', 'media', 'benchPlayer.ts')],
    ],
  },
  accuracy: { browser: true, steps: () => [[join(root, 'scripts', 'accuracy', 'accuracy.ts'), ...args]] },
  train: { steps: () => [[join(root, 'scripts', 'events', 'train.ts'), ...args]] },
  sample: { browser: true, steps: () => [[join(root, 'e2e', 'phantom', 'makeSample.ts'), ...args]] },
  package: { steps: () => [[join(root, 'scripts', 'package.ts'), ...args]] },
  format: { steps: () => [[bin('@biomejs/biome', 'bin/biome'), 'check', '--write', '.']] },
  check: {
    sideBySide: true,
    steps: () => [
      [bin('@biomejs/biome', 'bin/biome'), 'check', '.'],
      ...projects.map((project) => [bin('typescript', 'bin/tsc'), '-p', join(root, project)]),
      [
        bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        ...['shared', 'main', 'models', 'renderer', 'e2e', 'scripts'].filter((f) =>
          existsSync(join(root, f)),
        ),
      ],
    ],
  },
  unit: {
    browser: true,
    steps: () => [
      [
        bin('vitest', 'vitest.mjs'),
        ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFiles.unit}`],
        ...args,
      ],
    ],
  },
  e2e: { browser: true, steps: () => browserTests(...args) },
  // Every awkward file through every path, and every clip of the stepping matrix; `test` takes a slice of both.
  media: {
    browser: true,
    env: { MIDSTANCE_FULL_MEDIA: '1', MIDSTANCE_MATRIX: 'whole', MIDSTANCE_TIMES: 'tell' },
    steps: () => [
      [bin('vitest', 'vitest.mjs'), 'run', 'main/media'],
      ...browserTests('media.spec', 'turn.spec', ...MEDIA_WORKERS, ...args),
    ],
  },
  // What is promised for the coach's data, tried at length; `test` takes a slice of it.
  trust: {
    browser: true,
    env: { MIDSTANCE_TRUST: '1' },
    steps: () => [],
    runners: () => {
      const unit = (files) => [[bin('vitest', 'vitest.mjs'), 'run', ...files]];
      if (args.length > 0) return { unit: unit(args) };
      return {
        unit: unit(testsThatTakeSlices(/\.test\.tsx?$/)),
        browser: browserTests(...testsThatTakeSlices(/\.spec\.ts$/)),
      };
    },
  },
  // Whatever depends on the day: every weekday, a minute before midnight, on both sides of the date line.
  dates: {
    browser: true,
    steps: () => [...tasks.build.steps(), [join(root, 'scripts', 'dates.ts'), ...args]],
  },
  test: {
    browser: true,
    sideBySide: true,
    steps: () => tasks.check.steps(),
    runners: () => ({ unit: tasks.unit.steps(), browser: tasks.e2e.steps() }),
  },
};

const chosen = tasks[task];
if (!chosen) {
  console.error(`Unknown task "${task ?? ''}". Known: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
setup({ browser: chosen.browser ?? false });
const chromium = findChromium();
const env = {
  ...process.env,
  // The command line and everything that it starts: half of a start is reading the same sources anew.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compile'),
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  PLAYWRIGHT_JSON_OUTPUT_FILE: resultFiles.browser,
  ...chosen.env,
};
for (const file of Object.values(resultFiles)) rmSync(file, { force: true });
const NODE_ARGS = ['--disable-warning=ExperimentalWarning'];

/** Status of the first command line that fails, or 0. */
function run(steps) {
  for (const step of steps) {
    const { status } = spawnSync(node24, [...NODE_ARGS, ...step], { cwd: root, stdio: 'inherit', env });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

/** Runs all of them, as many at once as there are cores; each says what it has to say when it ends. Status as of `run`. */
async function runSideBySide(steps) {
  const waiting = [...steps];
  const statuses = [];
  const next = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const child = spawn(node24, [...NODE_ARGS, ...step], { cwd: root, env });
      const said = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
      statuses.push(await new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1))));
      process.stdout.write(Buffer.concat(said));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  return statuses.find((status) => status !== 0) ?? 0;
}

const stepsStatus = await (chosen.sideBySide ? runSideBySide : run)(chosen.steps());
const runners = stepsStatus === 0 ? Object.entries(chosen.runners?.() ?? {}) : [];
const statuses = Object.fromEntries(runners.map(([name, steps]) => [name, run(steps)]));
if (task === 'test') console.log(closingLine());
process.exit([stepsStatus, ...Object.values(statuses)].find((status) => status !== 0) ?? 0);

/** Both runners together. What failed before its tests could be counted, or beside them, is one failure. */
function closingLine() {
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  const unit = read(resultFiles.unit);
  const browser = read(resultFiles.browser)?.stats;
  const passed = (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0);
  const counted = { unit: unit?.numFailedTests ?? 0, browser: browser?.unexpected ?? 0 };
  const failed = Object.entries(statuses).reduce(
    (sum, [name, status]) => sum + (status === 0 ? counted[name] : Math.max(1, counted[name])),
    stepsStatus === 0 ? 0 : 1,
  );
  const skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.skipped ?? 0);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
