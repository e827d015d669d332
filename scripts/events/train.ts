// Learns where initial contact and toe-off lie around the instants that the rule finds, from the runners beside the project
// (../shared/truth/fukuchi2017), and writes the weights that the product uses, those of each runner left out and what they are off by
// on that runner. The same files give the same numbers; some two minutes.
//   npm run train
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventFeatures, FEATURE_COUNT } from '../../shared/gait/eventFeatures.ts';
import type { ErrorsAtRate, EventErrors, EventModel, EventPlacer } from '../../shared/gait/eventModel.ts';
import { placedContacts } from '../../shared/gait/placeEvents.ts';
import { mean } from '../../shared/math/statistics.ts';
import { SIDES } from '../../shared/pose/keypoints.ts';
import { fitted, type Sums, strangenessOf, sumsOf } from './fit.ts';
import { EVENTS, type EventKind, type FoundClip, foundIn, samplesOf, truthOf } from './samples.ts';
import { DOUBTFUL, type Filming, filmed, readTrial, type Trial, trialNames } from './trials.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const WEIGHTS = join(root, 'shared', 'gait', 'eventWeights.ts');
const MANIFEST = join(root, 'models', 'manifest.json');
const LEFT_OUT = join(root, 'e2e', 'accuracy', 'left-out');

/** Joints as they are, and as a network might have them. */
const LEARNED: readonly Filming[] = [
  { fps: 120, noiseM: 0, lastsS: 0 },
  { fps: 120, noiseM: 0.008, lastsS: 0 },
  { fps: 120, noiseM: 0.005, lastsS: 0.05 },
  { fps: 60, noiseM: 0, lastsS: 0 },
  { fps: 60, noiseM: 0.008, lastsS: 0 },
];
/** Rates whose errors are told; nothing is learned from 30 and 240. */
const RATES = [30, 60, 120, 240] as const;
const FEWEST_FPS = 60;
/** Legs farther from the training than the farthest left-out one, by this factor, are strange. */
const ROOM = 1.25;

interface Learned {
  readonly trial: Pick<Trial, 'name' | 'runner' | 'contacts'>;
  readonly sums: Readonly<Record<EventKind, Sums>>;
  readonly legs: Readonly<Record<EventKind, readonly Float64Array[]>>;
  readonly clean: ReadonlyMap<number, FoundClip>;
}

const byKind = <T>(of: (kind: EventKind) => T): Record<EventKind, T> =>
  Object.fromEntries(EVENTS.map((kind) => [kind, of(kind)])) as Record<EventKind, T>;

function learned(name: string, place: number): Learned {
  const trial = readTrial(name);
  const clips = LEARNED.map((filming, k) => foundIn(filmed(trial, filming, 100 * place + k)));
  const clean = new Map(RATES.map((fps) => [fps, foundIn(filmed(trial, { fps, noiseM: 0, lastsS: 0 }, 0))]));
  return {
    trial: { name, runner: trial.runner, contacts: trial.contacts },
    sums: byKind((kind) =>
      sumsOf(clips.flatMap((clip, k) => samplesOf(clip, trial.contacts, kind, 100 * place + k))),
    ),
    legs: byKind((kind) => clips.flatMap((clip) => legsOf(clip, trial, kind))),
    clean,
  };
}

/** Mean features of each leg at the true instants. */
function legsOf({ signals, stride, contacts }: FoundClip, trial: Trial, kind: EventKind): Float64Array[] {
  return SIDES.flatMap((side) => {
    const all = contacts
      .filter((contact) => contact.side === side)
      .flatMap((contact) => {
        const at = truthOf(contact, trial.contacts)?.[kind];
        return (at === undefined ? undefined : eventFeatures(signals, side, at, stride)) ?? [];
      });
    if (all.length === 0) return [];
    const sum = new Float64Array(FEATURE_COUNT);
    for (const one of all) for (const [i, value] of one.entries()) sum[i] = (sum[i] ?? 0) + value;
    return [sum.map((value) => value / all.length)];
  });
}

/** Six significant digits: far below what a sample of runners tells, and the same on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(6));

const roundedPlacer = (placer: EventPlacer): EventPlacer => ({
  mean: placer.mean.map(rounded),
  scale: placer.scale.map(rounded),
  weights: placer.weights.map(rounded),
  offset: rounded(placer.offset),
  components: placer.components.map((component) => component.map((value) => Number(value.toFixed(4)))),
  spreads: placer.spreads.map(rounded),
  rest: rounded(placer.rest),
  limit: rounded(placer.limit),
});

function modelOf(
  parts: readonly Learned[],
  limits: Readonly<Record<EventKind, number>>,
  errors: readonly ErrorsAtRate[],
): EventModel {
  const placers = byKind((kind) =>
    roundedPlacer(
      fitted(
        parts.map(({ sums }) => sums[kind]),
        parts.flatMap(({ legs }) => legs[kind]),
        limits[kind],
      ),
    ),
  );
  const numbers = { ...placers, errors, fewestFps: FEWEST_FPS };
  return {
    sha256: createHash('sha256').update(JSON.stringify(numbers)).digest('hex'),
    source: `${new Set(parts.map(({ trial }) => trial.runner)).size} runners, ${parts.length} trials`,
    attribution:
      'Learned from: Fukuchi RK, Fukuchi CA, Duarte M 2017, A public dataset of running biomechanics, PeerJ 5:e3298 (CC BY 4.0)',
    ...numbers,
  };
}

/** Mean error of each leg, placed and by the rule, seconds. */
function legErrors(model: EventModel, { trial, clean }: Learned, fps: number) {
  const clip = clean.get(fps);
  if (!clip) return [];
  const { contacts } = placedContacts(
    clip.signals,
    clip.contacts,
    clip.stride,
    Math.max(fps, FEWEST_FPS),
    model,
  );
  return SIDES.flatMap((side) => {
    const errors = (own: FoundClip['contacts'], kind: EventKind) =>
      mean(
        own.flatMap((contact) => {
          const [truth, at] = [truthOf(contact, trial.contacts)?.[kind], contact[kind]];
          return contact.side !== side || truth === undefined || at === undefined ? [] : [at - truth];
        }),
      ) ?? 0;
    return [
      {
        placed: byKind((kind) => errors(contacts, kind)),
        rule: byKind((kind) => errors(clip.contacts, kind)),
      },
    ];
  });
}

const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)) ?? 0);

const started = performance.now();
const all = trialNames().map((name, place) => {
  const one = learned(name, place);
  console.log(`${name} ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return one;
});
const parts = all.filter(({ trial }) => !DOUBTFUL.has(trial.runner));
const runners = [...new Set(parts.map(({ trial }) => trial.runner))];
const NO_LIMITS = { initialContact: 1e9, toeOff: 1e9 };
const withoutRunner = new Map(
  runners.map((runner) => [
    runner,
    modelOf(
      parts.filter(({ trial }) => trial.runner !== runner),
      NO_LIMITS,
      [{ fps: 60, placed: NO_LIMITS, rule: NO_LIMITS }],
    ),
  ]),
);
const modelWithout = (runner: string): EventModel => {
  const model = withoutRunner.get(runner);
  if (!model) throw new Error(`invalid runner: ${runner}`);
  return model;
};
const limits = byKind((kind) =>
  rounded(
    ROOM *
      Math.max(
        ...parts.flatMap(({ trial, legs }) =>
          legs[kind].map((leg) => strangenessOf(modelWithout(trial.runner)[kind], leg)),
        ),
      ),
  ),
);
const errors = RATES.map((fps): ErrorsAtRate => {
  const legs = parts.flatMap((part) => legErrors(modelWithout(part.trial.runner), part, fps));
  const of = (by: 'placed' | 'rule'): EventErrors =>
    byKind((kind) => rounded(rms(legs.map((leg) => leg[by][kind]))));
  return { fps, placed: of('placed'), rule: of('rule') };
});
console.log(JSON.stringify({ limits, errors }, undefined, 1));
mkdirSync(LEFT_OUT, { recursive: true });
for (const runner of runners) {
  const left = modelOf(
    parts.filter(({ trial }) => trial.runner !== runner),
    limits,
    errors,
  );
  writeFileSync(join(LEFT_OUT, `${runner}.json`), `${JSON.stringify(left)}\n`);
}
const whole = modelOf(parts, limits, errors);
writeFileSync(WEIGHTS, weightsModule(whole));
const manifest = readFileSync(MANIFEST, 'utf8');
writeFileSync(
  MANIFEST,
  manifest.replace(/(eventWeights\.ts",\s*"sha256": ")[0-9a-f]{64}/, `$1${whole.sha256}`),
);
console.log(`written after ${((performance.now() - started) / 1000).toFixed(0)} s`);

function weightsModule({ sha256, source, attribution, ...numbers }: EventModel): string {
  return `// Written by \`npm run train\`; not for editing.
import type { EventModel } from './eventModel.ts';

/** ${attribution}. */
export const EVENT_MODEL: EventModel = {
  sha256: '${sha256}',
  source: '${source}',
  attribution: '${attribution}',
  ...(JSON.parse(
    '${JSON.stringify(numbers)}',
  ) as Omit<EventModel, 'sha256' | 'source' | 'attribution'>),
};
`;
}
