import type { Figure } from './figure.ts';
import type { Shape } from './shapes.ts';

/** One picture: shapes, the figures among them, and what a listener hears instead. */
export interface Drawing {
  readonly title: string;
  readonly shapes: readonly Shape[];
  readonly figures: readonly Figure[];
  /** Height of the ground at a place; flat at 0 where absent. */
  readonly ground?: (x: number) => number;
}

type Part = Shape | Figure | readonly (Shape | Figure)[];

/** A picture of shapes and figures in the order of painting. */
export function drawing(title: string, parts: readonly Part[], ground?: (x: number) => number): Drawing {
  const all = parts.flatMap((part) => (isList(part) ? [...part] : [part]));
  return {
    title,
    shapes: all.flatMap((part) => ('shapes' in part && 'legs' in part ? [...part.shapes] : [part])),
    figures: all.filter((part) => 'legs' in part),
    ...(ground === undefined ? {} : { ground }),
  };
}

const isList = (part: Part): part is readonly (Shape | Figure)[] => Array.isArray(part);
