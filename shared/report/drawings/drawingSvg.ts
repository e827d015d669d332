import { html, type Markup, trusted } from '../html/markup.ts';
import type { Drawing } from './drawing.ts';
import { type Point, type Shape, VIEW } from './shapes.ts';

const number = (value: number): string => String(Math.round(value * 10) / 10);
/** SVG counts y downwards. */
const pair = ([x, y]: Point): string => `${number(x)} ${number(-y)}`;

/** Curve through the points: Catmull-Rom as cubic Béziers. */
function smoothPath(points: readonly Point[], isClosed: boolean): string {
  const at = (i: number): Point => {
    const n = points.length;
    const index = isClosed ? (i + n) % n : Math.min(n - 1, Math.max(0, i));
    return points[index] ?? [0, 0];
  };
  const spans = Array.from({ length: isClosed ? points.length : points.length - 1 }, (_, i) => {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${pair(first)} ${pair(second)} ${pair(to)}`;
  });
  return `M${pair(at(0))}${spans.join('')}${isClosed ? 'Z' : ''}`;
}

const path = (points: readonly Point[], smooth: boolean | undefined, isClosed: boolean): string =>
  smooth ? smoothPath(points, isClosed) : `M${points.map(pair).join('L')}${isClosed ? 'Z' : ''}`;

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'stroke':
      return `<path fill="none" stroke="currentColor" stroke-width="${number(shape.width)}"${shape.dashed ? ' stroke-dasharray="4 4"' : ''} d="${path(shape.points, shape.smooth, false)}"/>`;
    case 'fill':
      return `<path d="${path(shape.points, shape.smooth, true)}"/>`;
    case 'disc':
      return `<circle cx="${number(shape.centre[0])}" cy="${number(-shape.centre[1])}" r="${number(shape.radius)}"/>`;
    case 'ring':
      return `<circle fill="none" stroke="currentColor" stroke-width="${number(shape.width)}" cx="${number(shape.centre[0])}" cy="${number(-shape.centre[1])}" r="${number(shape.radius)}"/>`;
    case 'faint':
      return `<g opacity="0.38">${shape.shapes.map(shapeSvg).join('')}</g>`;
  }
}

/** The picture as SVG in the colour of the text round it, named for those who listen. */
export function drawingSvg({ title, shapes }: Drawing): Markup {
  const { left, right, bottom, top } = VIEW;
  const view = `${left} ${-top} ${right - left} ${top - bottom}`;
  return html`<svg class="drawing" role="img" viewBox="${view}" fill="currentColor" stroke-linecap="round" stroke-linejoin="round" xmlns="http://www.w3.org/2000/svg"><title>${title}</title>${trusted(shapes.map(shapeSvg).join(''))}</svg>`;
}
