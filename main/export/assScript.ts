import type { ShapePoint } from '../../shared/picture/drawingShapes.ts';

/** Lines of a picture that look the same. */
export interface InkedLines {
  /** "#rrggbb" */
  readonly colour: string;
  readonly widthPx: number;
  readonly lines: readonly (readonly ShapePoint[])[];
  /** Areas are filled as they are; lines get their width. */
  readonly filled?: boolean;
}

export interface InkedText {
  readonly at: ShapePoint;
  readonly text: string;
  /** "#rrggbb" */
  readonly colour: string;
  /** Where `at` is on the text; default: its middle. */
  readonly anchor?: 'topLeft' | 'middle' | undefined;
}

export interface InkedFrame {
  readonly lines: readonly InkedLines[];
  readonly texts: readonly InkedText[];
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Drawing coordinates are given in eighths of a pixel. */
const FINE = 8;
const FINE_MODE = 4;
/** Height of a text and width of the dark edge around everything, as shares of the picture's height. */
const TEXT_HEIGHT = 0.034;
const EDGE = 0.0022;

/**
 * Subtitle script (ASS) that draws one picture after the other over a video of a constant rate: vector drawings, because
 * every ffmpeg that can burn subtitles can burn these too. Format: libass, "ASS file format".
 */
export function assScript(frames: Iterable<InkedFrame>, { width, height }: PictureSize, fps: number): string {
  const size = Math.round(TEXT_HEIGHT * height);
  const edge = Math.max(1, EDGE * height).toFixed(1);
  const look = '&H00FFFFFF,&H00FFFFFF,&HA0000000,&HA0000000';
  const rows = [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${width}`,
    `PlayResY: ${height}`,
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    '[V4+ Styles]',
    'Format: Name,Fontname,Fontsize,PrimaryColour,SecondaryColour,OutlineColour,BackColour,Bold,Italic,Underline,StrikeOut,ScaleX,ScaleY,Spacing,Angle,BorderStyle,Outline,Shadow,Alignment,MarginL,MarginR,MarginV,Encoding',
    `Style: Line,Sans,${size},${look},0,0,0,0,100,100,0,0,1,${edge},0,7,0,0,0,1`,
    `Style: Text,Sans,${size},${look},1,0,0,0,100,100,0,0,3,${Math.round(size / 6)},0,5,0,0,0,1`,
    '[Events]',
    'Format: Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text',
  ];
  let frame = 0;
  for (const { lines, texts } of frames) {
    // Half a frame early: times of a script have hundredths only, and a picture must never show its neighbour's lines.
    const span = `${clock((frame - 0.5) / fps)},${clock((frame + 0.5) / fps)}`;
    lines.forEach((ink, layer) => {
      const path = pathOf(ink);
      if (path !== '')
        rows.push(
          `Dialogue: ${layer},${span},Line,,0,0,0,,{\\pos(0,0)\\c${colour(ink.colour)}\\p${FINE_MODE}}${path}`,
        );
    });
    for (const { at, text, colour: ink, anchor } of texts) {
      const place = `\\an${anchor === 'topLeft' ? 7 : 5}\\pos(${at.x.toFixed(1)},${at.y.toFixed(1)})`;
      rows.push(`Dialogue: ${lines.length},${span},Text,,0,0,0,,{${place}\\c${colour(ink)}}${escaped(text)}`);
    }
    frame++;
  }
  return `${rows.join('\n')}\n`;
}

/** "#rrggbb" as ASS has it. */
const colour = (hex: string): string => `&H${hex.slice(5, 7)}${hex.slice(3, 5)}${hex.slice(1, 3)}&`;

/** h:mm:ss.cc; never before the beginning. */
function clock(seconds: number): string {
  const hundredths = Math.max(0, Math.round(seconds * 100));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [minutes, rest] = [Math.floor(hundredths / 6000), hundredths % 6000];
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(Math.floor(rest / 100))}.${two(rest % 100)}`;
}

/** What a coach typed never becomes a command of the script: a brace opens one, a backslash breaks a line. */
const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\u2060').replace(/[{}]/g, '\\$&').replace(/\s+/g, ' ');

function pathOf({ lines, widthPx, filled = false }: InkedLines): string {
  const areas = filled ? lines.map((points) => [...points]) : lines.flatMap((line) => ribbons(line, widthPx));
  return areas
    .filter((area) => area.length > 2)
    .map(areaText)
    .join(' ');
}

/** A straight piece of a line as an area around it, a little longer than the piece so that corners close. */
function ribbons(line: readonly ShapePoint[], widthPx: number): ShapePoint[][] {
  return line.slice(1).flatMap((to, i) => {
    const from = line[i];
    if (from === undefined) return [];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length === 0) return [];
    const ux = ((to.x - from.x) / length) * (widthPx / 2);
    const uy = ((to.y - from.y) / length) * (widthPx / 2);
    const [ax, ay, bx, by] = [from.x - ux / 2, from.y - uy / 2, to.x + ux / 2, to.y + uy / 2];
    return [
      [
        { x: ax - uy, y: ay + ux },
        { x: ax + uy, y: ay - ux },
        { x: bx + uy, y: by - ux },
        { x: bx - uy, y: by + ux },
      ],
    ];
  });
}

/** All areas turn the same way round: where two that turn against each other overlap, a hole would appear. */
function areaText(points: ShapePoint[]): string {
  const turn = points.reduce((sum, { x, y }, i) => {
    const next = points[(i + 1) % points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  const [first, ...others] = (turn < 0 ? points.toReversed() : points).map(
    ({ x, y }) => `${Math.round(x * FINE)} ${Math.round(y * FINE)}`,
  );
  return `m ${first} l ${others.join(' ')}`;
}
