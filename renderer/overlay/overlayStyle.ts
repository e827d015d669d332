import type { BodyPart } from './skeletonScene.ts';

export interface LineStyle {
  readonly colour: string;
  readonly widthPx: number;
  /** Lengths of dashes and gaps, canvas pixels; empty for a solid line. */
  readonly dash: readonly number[];
}

/**
 * Colours that stay apart with every kind of colour blindness (Okabe and Ito's orange and sky blue); the dash says the
 * same again. They lie on video, so they are the same in both themes.
 */
const COLOURS: Readonly<Record<BodyPart, string>> = {
  near: '#ffb000',
  far: '#56b4e9',
  left: '#ffb000',
  right: '#56b4e9',
  trunk: '#f2f5f5',
};
export const STANCE_COLOUR = '#c8ff4d';
/** Lies under the leg that carries the runner, so that its own colour and dash still show. */
export const STANCE_GLOW = 'rgb(200 255 77 / 50%)';
export const TRAIL_COLOUR = '#ff8fd0';
export const GROUND_COLOUR = '#f2f5f5';
export const ANGLE_COLOUR = '#ffffff';
/** Under every line, so that it shows on any picture. */
export const HALO_COLOUR = 'rgb(0 0 0 / 60%)';

export const colourOf = (part: BodyPart): string => COLOURS[part];

/** Near leg solid, far leg dashed; what is unsure thin and dotted, whatever its part. */
export function boneStyle(part: BodyPart, isSure: boolean): LineStyle {
  const colour = COLOURS[part];
  if (!isSure) return { colour, widthPx: 1.5, dash: [2, 4] };
  if (part === 'far') return { colour, widthPx: 2.5, dash: [9, 5] };
  return { colour, widthPx: part === 'trunk' ? 2 : 3.5, dash: [] };
}
