import { either } from '../../domain/language.ts';
import type { Markup } from '../html/markup.ts';
import type { Drawing } from './drawing.ts';
import { drawingSvg } from './drawingSvg.ts';
import { CLOSE_UPS } from './scenes/closeUps.ts';
import { FIGURES, MOVES } from './scenes/figures.ts';
import { RUNS } from './scenes/runs.ts';
import { DRAWING_TITLES_DE } from './titlesDe.ts';

/** The drawings of the library's exercises by exercise id. */
export const DRAWINGS: Readonly<Record<string, Drawing>> = { ...CLOSE_UPS, ...FIGURES, ...MOVES, ...RUNS };

/** The drawing of an exercise as SVG; undefined for an exercise of the coach's own. */
export function exerciseDrawing(exercise: string): Markup | undefined {
  const drawing = DRAWINGS[exercise];
  if (drawing === undefined) return undefined;
  return drawingSvg({
    ...drawing,
    title: either(drawing.title, DRAWING_TITLES_DE[exercise] ?? drawing.title),
  });
}
