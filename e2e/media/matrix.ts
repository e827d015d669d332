/** Every clip of the stepping matrix: what it is made of, and what is true of it. */
export const CODECS = ['h264', 'hevc', 'vp9', 'av1', 'mjpeg'] as const;
export const RATES = ['24', '25', '29.97', '30', '59.94', '60', '120', '240', 'variable'] as const;
export const ROTATIONS = [0, 90, 180, 270] as const;
export const EDITS = ['none', 'edit list', 'start offset'] as const;

export interface ClipSpec {
  readonly codec: (typeof CODECS)[number];
  readonly rate: (typeof RATES)[number];
  readonly rotation: (typeof ROTATIONS)[number];
  readonly edit: (typeof EDITS)[number];
}

/** Ticks a second of all files: a whole number of them lies between two frames at every rate. */
export const TICKS = 120_000;
const GAP_TICKS = {
  ...{
    '24': 5000,
    '25': 4800,
    '29.97': 4004,
    '30': 4000,
    '59.94': 2002,
    '60': 2000,
    '120': 1000,
    '240': 500,
  },
  // Mean of the irregular ones.
  variable: 4000,
} as const satisfies Record<ClipSpec['rate'], number>;

/** Frames that can be seen. */
export const FRAME_COUNT = 310;
/** Stored frames before those, which an edit list hides; in the middle of a group of pictures. */
const HIDDEN_FRAMES = 17;
const OFFSET_S = 1.5;
/** Stored size. */
export const STORED = { width: 320, height: 180 } as const;

export const nameOf = ({ codec, rate, rotation, edit }: ClipSpec): string =>
  `${codec} ${rate} r${rotation} ${edit}`;

/** Matroska counts in milliseconds and turns nothing, so only upright and whole clips go there. */
export const containerOf = ({ codec, rotation, edit }: ClipSpec): 'mp4' | 'webm' =>
  codec === 'vp9' && rotation === 0 && edit !== 'edit list' ? 'webm' : 'mp4';

/** Number of the first frame that can be seen; the stored ones are numbered from 0. */
export const firstNumberOf = ({ edit }: ClipSpec): number => (edit === 'edit list' ? HIDDEN_FRAMES : 0);
export const storedCountOf = (spec: ClipSpec): number => firstNumberOf(spec) + FRAME_COUNT;
export const offsetOf = ({ edit }: ClipSpec): number => (edit === 'start offset' ? OFFSET_S : 0);

/** Nominal gap, ticks. */
export const gapOf = ({ rate }: ClipSpec): number => GAP_TICKS[rate];

/**
 * Time of a stored frame, ticks. The variable rate has gaps of 1 and 4 parts, and a hole as a phone leaves where it
 * dropped frames.
 */
export function ticksOf(spec: ClipSpec, number: number): number {
  const regular = number * gapOf(spec);
  if (spec.rate !== 'variable') return regular;
  return regular + 800 * ((2 * number) % 5) + (number >= 150 ? 14_400 : 0);
}

/** What a right player shows: frame numbers and seconds, on the file's own clock and since the first frame. */
export interface Truth {
  readonly numbers: readonly number[];
  readonly fileS: readonly number[];
  readonly sinceFirstS: readonly number[];
}

export function truthOf(spec: ClipSpec): Truth {
  const first = firstNumberOf(spec);
  const numbers = Array.from({ length: FRAME_COUNT }, (_, i) => first + i);
  const fileS = numbers.map((number) => {
    const seconds = (ticksOf(spec, number) - ticksOf(spec, first)) / TICKS + offsetOf(spec);
    return containerOf(spec) === 'webm' ? Math.round(seconds * 1000) / 1000 : seconds;
  });
  const [start = 0] = fileS;
  return { numbers, fileS, sinceFirstS: fileS.map((time) => time - start) };
}

/**
 * H.264 in every combination; the others so that every pair of values of two properties occurs: 4 x 9 clips, the fewest
 * that 9 rates in 4 rotations allow.
 */
export const MATRIX: readonly ClipSpec[] = [
  ...RATES.flatMap((rate) =>
    ROTATIONS.flatMap((rotation) => EDITS.map((edit): ClipSpec => ({ codec: 'h264', rate, rotation, edit }))),
  ),
  ...RATES.flatMap((rate, i) =>
    ROTATIONS.map((rotation, j): ClipSpec => {
      const codec = CODECS[1 + ((i + j) % 4)] ?? 'hevc';
      return { codec, rate, rotation, edit: EDITS[(i + 2 * j) % 3] ?? 'none' };
    }),
  ),
];

/** A few that have every codec, turn, edit and kind of rate between them, for the default run. */
export const SLICE: readonly ClipSpec[] = [
  { codec: 'h264', rate: '29.97', rotation: 90, edit: 'none' },
  { codec: 'h264', rate: '240', rotation: 270, edit: 'edit list' },
  ...MATRIX.filter(
    ({ codec, rate, rotation }) =>
      (codec === 'hevc' && rate === '59.94' && rotation === 0) ||
      (codec === 'vp9' && rate === '24' && rotation === 90) ||
      (codec === 'av1' && rate === 'variable' && rotation === 180) ||
      (codec === 'mjpeg' && rate === 'variable' && rotation === 270),
  ),
];
