import { escapeText } from '../../shared/report/html/markup.ts';

/** Colours that stay apart for the colour blind and in grey print (Okabe and Ito). */
export const INK = {
  text: '#1b2127',
  soft: '#55606a',
  grid: '#e6e9ec',
  near: '#0072b2',
  far: '#d55e00',
  one: '#3d4650',
};
const FONT = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** Coordinates to a tenth of a pixel keep the files small. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

/** A place on an axis. */
export interface Scale {
  readonly ticks: readonly number[];
  /** Decimals that the ticks need. */
  readonly decimals: number;
  at(value: number): number;
}

/** Linear axis from `from` to `to` pixels that shows all values, its ends on or beyond them, with 1-2-5 ticks. */
export function linearScale(values: readonly number[], from: number, to: number, tickCount: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A single value stands in the middle of its axis.
  const room = most > least ? 0 : Math.abs(most) / 10 || 1;
  const [low, high] = [least - room, most + room];
  const span = high - low;
  const rough = span / tickCount;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const margin = 0.04 * span;
  const first = Math.ceil((low - margin) / step);
  const last = Math.floor((high + margin) / step);
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
  return {
    ticks,
    decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)),
    at: (value) => from + ((value - low + margin) / (span + 2 * margin)) * (to - from),
  };
}

export interface TextStyle {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly bold?: boolean;
  /** Reads upwards. */
  readonly upright?: boolean;
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 11, anchor = 'start', fill = INK.text, bold = false, upright = false } = style;
  const turn = upright ? ` transform="rotate(-90 ${px(x)} ${px(y)})"` : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${bold ? ' font-weight="600"' : ''} fill="${fill}"${turn}>${escapeText(words)}</text>`;
}

export const segment = (
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stroke: string,
  style = '',
): string => `<path d="M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}" stroke="${stroke}"${style} fill="none"/>`;

/** Near leg: discs; far leg: open triangles; anything else: open squares. All marks of a kind are one path. */
export function marks(kind: 'near' | 'far' | 'one', points: readonly (readonly [number, number])[]): string {
  if (points.length === 0) return '';
  const at = ([x, y]: readonly [number, number], dx: number, dy: number) => `M${px(x + dx)} ${px(y + dy)}`;
  if (kind === 'near')
    return `<path d="${points.map((point) => `${at(point, 0, 0)}h0`).join('')}" stroke="${INK.near}" stroke-width="5.4" stroke-linecap="round" fill="none"/>`;
  const shape = kind === 'far' ? 'l3.3 5.8h-6.6z' : 'h5.2v5.2h-5.2z';
  const [dx, dy] = kind === 'far' ? [0, -3.6] : [-2.6, -2.6];
  return `<path d="${points.map((point) => at(point, dx, dy) + shape).join('')}" stroke="${INK[kind]}" stroke-width="1.2" fill="none"/>`;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly notes: readonly string[];
  readonly parts: readonly string[];
}

/** Height of the head of a sheet, below which its parts are drawn. */
export const headHeight = (notes: readonly string[]): number => 46 + 15 * notes.length;
export const SHEET_LEFT = 18;

export function sheetSvg({ width, height, title, notes, parts }: Sheet): string {
  const head = [
    text(SHEET_LEFT, 26, title, { size: 16, bold: true }),
    ...notes.map((note, i) => text(SHEET_LEFT, 44 + 15 * i, note, { fill: INK.soft })),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" font-family="${FONT}"><title>${escapeText(title)}</title>
<path fill="#fff" d="M0 0h${px(width)}v${px(height)}H0z"/>
${[...head, ...parts].join('\n')}
</svg>
`;
}
