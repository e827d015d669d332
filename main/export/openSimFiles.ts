import type { ClipResult } from '../../shared/gait/clipResult.ts';
import type { ClipCurves } from '../../shared/gait/curves.ts';
import { sampleAt } from '../../shared/gait/segmentAngles.ts';
import { type Point, SIGNAL_HZ, type Signals } from '../../shared/gait/signals.ts';
import { LEG_JOINTS, type LegJoint, SIDES } from '../../shared/pose/keypoints.ts';

const JOINT_NAMES = {
  hip: 'Hip',
  knee: 'Knee',
  ankle: 'Ankle',
  heel: 'Heel',
  footIndex: 'Toe',
} as const satisfies Readonly<Record<LegJoint, string>>;

/** Markers in the file's order, each with where the signals keep it. */
const MARKERS: readonly { readonly name: string; readonly of: (signals: Signals) => Point }[] = [
  { name: 'MidShoulder', of: ({ midShoulder }) => midShoulder },
  { name: 'MidHip', of: ({ midHip }) => midHip },
  ...SIDES.flatMap((side) =>
    LEG_JOINTS.map((joint) => ({
      name: `${side}${JOINT_NAMES[joint]}`,
      of: ({ legs }: Signals) => legs[side][joint],
    })),
  ),
];
const METRE_DECIMALS = 5;
const BLANK = '\t\t';

/**
 * Marker positions of a clip for OpenSim (.trc): metres, X in the direction of travel, Y up, Z to the runner's right, evenly
 * timed at the capture rate. A side view knows nothing of Z, a view from behind nothing of X: 0 there. Blank where the
 * runner is not seen. Format: opensimconfluence.atlassian.net, "Marker (.trc) Files".
 * @param metresPerLeg what the positions, which are in leg lengths, are scaled with
 */
export function trcText(name: string, { clip, plane, basis }: ClipResult, metresPerLeg: number): string {
  const rate = Math.round(clip.capture_fps * 1000) / 1000;
  const count = Math.floor(clip.duration_s * rate) + 1;
  const metres = (value: number): string => (value * metresPerLeg).toFixed(METRE_DECIMALS);
  const right = clip.view === 'front' ? -1 : 1;
  const place = (point: Point, start: number, time: number): string => {
    const x = metres(sampleAt(point.x, start, time));
    const y = metres(sampleAt(point.y, start, time));
    return plane === 'side' ? `${x}\t${y}\t0` : `0\t${y}\t${metres(right * sampleAt(point.x, start, time))}`;
  };
  const rows = Array.from({ length: count }, (_, k) => {
    const time = k / rate;
    const run = basis.signals.find(
      ({ start, length }) => time >= start && time <= start + (length - 1) / SIGNAL_HZ,
    );
    const places = MARKERS.map(({ of }) => (run ? place(of(run), run.start, time) : BLANK));
    return [k + 1, time.toFixed(6), ...places].join('\t');
  });
  const head = [rate, rate, count, MARKERS.length, 'm', rate, 1, count];
  return [
    `PathFileType\t4\t(X/Y/Z)\t${name}`,
    'DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames',
    head.join('\t'),
    `Frame#\tTime\t${MARKERS.map(({ name: marker }) => `${marker}${BLANK}`).join('\t')}`,
    `\t\t${MARKERS.map((_, i) => `X${i + 1}\tY${i + 1}\tZ${i + 1}`).join('\t')}`,
    '',
    ...rows,
    '',
  ].join('\n');
}

/** What OpenSim's models call a joint angle; others keep their name. */
const COORDINATES: Readonly<Record<string, string>> = {
  knee_flexion: 'knee_angle',
  ankle_dorsiflexion: 'ankle_angle',
};

/**
 * Angles of a clip over time for OpenSim (.mot): degrees, flexion and dorsiflexion positive. NaN where an angle cannot be read.
 * Format: opensimconfluence.atlassian.net, "Motion (.mot) Files".
 * @param times true seconds of all frames of the clip
 * @returns undefined where no angle was read
 */
export function motText({ curves, everyFrames }: ClipCurves, times: Float64Array): string | undefined {
  const columns = curves
    .filter(({ unit }) => unit === 'deg')
    .flatMap(({ id, traces }) =>
      traces.map(({ side, values }) => ({
        name: `${COORDINATES[id] ?? id}${side === null ? '' : `_${side.toLowerCase()}`}`,
        values,
      })),
    );
  if (columns.length === 0) return undefined;
  const shown = times.filter((_, frame) => frame % everyFrames === 0);
  const rows = Array.from(shown, (time, k) =>
    [time.toFixed(6), ...columns.map(({ values }) => values[k]?.toFixed(4) ?? 'NaN')].join('\t'),
  );
  return [
    'Coordinates',
    'version=1',
    `nRows=${rows.length}`,
    `nColumns=${columns.length + 1}`,
    'inDegrees=yes',
    '',
    'Units are S.I. units (second, meters, Newtons, ...)',
    'Angles are in degrees.',
    '',
    'endheader',
    ['time', ...columns.map(({ name }) => name)].join('\t'),
    ...rows,
    '',
  ].join('\n');
}
