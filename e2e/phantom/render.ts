import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { defaultCamera, type View } from './camera.ts';
import { variedLook } from './look.ts';
import type { Kind, LegParams, RunnerRequest } from './params.ts';
import { measuredMotion } from './rbds.ts';
import { renderClip } from './renderClip.ts';

const USAGE = `render.ts --out PATH [--fps 120] [--seconds 6] [--view side|rear|front] [--facing left|right]
  [--kind run|grounded_run|walk|stand] [--speed M/S] [--height M] [--cadence SPM] [--strike DEG] [--overstride LEG]
  [--tibia DEG] [--knee-ic DEG] [--knee-peak DEG] [--contact MS] [--drop DEG] [--toe-out DEG] [--heel-lean DEG]
  [--step-width M] [--lean DEG] [--variation K] [--seed N] [--left JSON] [--right JSON]
  [--distance M] [--camera-height M] [--yaw DEG] [--roll DEG] [--fov DEG] [--width PX] [--picture-height PX] [--crf N]
  [--shutter S] [--noise SD] [--light plain|dim|backlit] [--rail near|far] [--varied LOOK SEED]
  [--keypoints CSV[.gz] --events CSV --start S]   measured joints instead of the procedural motion`;

const LEG_OPTIONS = {
  strike: 'footStrikeDeg',
  overstride: 'overstrideAnkle',
  tibia: 'tibiaIcDeg',
  'knee-ic': 'kneeFlexionIcDeg',
  'knee-peak': 'kneeFlexionPeakDeg',
  drop: 'pelvicDropDeg',
  'toe-out': 'toeOutDeg',
  'heel-lean': 'heelLeanDeg',
} as const;
const RUNNER_OPTIONS = {
  speed: 'speedMps',
  height: 'heightM',
  cadence: 'cadenceSpm',
  'step-width': 'stepWidthM',
  lean: 'trunkLeanDeg',
  variation: 'variation',
  seed: 'seed',
} as const;
const CAMERA_OPTIONS = {
  distance: 'distanceM',
  'camera-height': 'heightM',
  yaw: 'yawDeg',
  roll: 'rollDeg',
  fov: 'fovDeg',
  width: 'width',
  'picture-height': 'height',
} as const;
const TEXT_OPTIONS = [
  'out',
  'view',
  'facing',
  'kind',
  'left',
  'right',
  'fps',
  'seconds',
  'contact',
  'crf',
  'keypoints',
  'events',
  'start',
  'shutter',
  'noise',
  'light',
  'rail',
  'varied',
] as const;

const options: Record<string, { type: 'string' }> = {};
for (const list of [LEG_OPTIONS, RUNNER_OPTIONS, CAMERA_OPTIONS])
  for (const name of Object.keys(list)) options[name] = { type: 'string' };
for (const name of TEXT_OPTIONS) options[name] = { type: 'string' };

const values: Record<string, string | undefined> = parseArgs({ options }).values as Record<string, string>;
const number = (name: string): number | undefined => {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`invalid --${name}: ${text}`);
  return value;
};
const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
  const text = values[name] ?? fallback;
  const found = allowed.find((a) => a === text);
  if (!found) throw new Error(`invalid --${name}: ${text}`);
  return found;
};
const gather = (list: Readonly<Record<string, string>>): Record<string, number> => {
  const result: Record<string, number> = {};
  for (const [name, key] of Object.entries(list)) {
    const value = number(name);
    if (value !== undefined) result[key] = value;
  }
  return result;
};
const legOverride = (name: string): Partial<LegParams> =>
  JSON.parse(values[name] ?? '{}') as Partial<LegParams>;

const { out } = values;
if (!out) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const contactMs = number('contact');
const runner: RunnerRequest = {
  kind: oneOf<Kind>('kind', ['run', 'grounded_run', 'walk', 'stand'], 'run'),
  ...gather(RUNNER_OPTIONS),
  both: { ...gather(LEG_OPTIONS), ...(contactMs === undefined ? {} : { contactTimeS: contactMs / 1000 }) },
  left: legOverride('left'),
  right: legOverride('right'),
};
const view = oneOf<View>('view', ['side', 'rear', 'front'], 'side');
const camera = {
  ...defaultCamera(view, runner.heightM ?? 1.75),
  facing: oneOf('facing', ['left', 'right'], 'left'),
  ...gather(CAMERA_OPTIONS),
};
const text = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
};
const { keypoints, events } = values;
const motion =
  keypoints && events
    ? measuredMotion(text(keypoints), text(events), runner.speedMps ?? 2.5, number('start') ?? 0)
    : undefined;
const started = performance.now();
const crf = number('crf');
const shutterS = number('shutter');
const noise = number('noise');
const light = oneOf('light', ['plain', 'dim', 'backlit'], 'plain');
const truth = await renderClip({
  out,
  runner,
  camera,
  fps: number('fps') ?? 120,
  durationS: number('seconds') ?? 6,
  light,
  ...(values['varied'] ? { look: variedLook(number('varied') ?? 1) } : {}),
  ...(values['rail'] ? { rail: oneOf('rail', ['near', 'far'], 'near') } : {}),
  ...(shutterS === undefined ? {} : { shutterS }),
  ...(noise === undefined ? {} : { noise }),
  ...(motion ? { motion } : {}),
  ...(crf === undefined ? {} : { crf }),
});
const seconds = (performance.now() - started) / 1000;
process.stdout.write(
  `${out}.mp4: ${truth.frame_count} frames in ${seconds.toFixed(1)} s, ${(truth.frame_count / seconds).toFixed(1)} frames/s\n`,
);
