import { GUESS_STYLE, LEG_STYLE, SKELETON_COLOURS } from '../../shared/picture/skeletonStyle.ts';
import type { BodyPart } from './skeletonScene.ts';

export interface LineStyle {
  readonly colour: string;
  readonly widthPx: number;
  /** Lengths of dashes and gaps, canvas pixels; empty for a solid line. */
  readonly dash: readonly number[];
}

const { near, far, trunk, stance } = SKELETON_COLOURS;
const COLOURS: Readonly<Record<BodyPart, string>> = { near, far, left: near, right: far, trunk };
export const STANCE_COLOUR = stance;
/** Lies under the leg that carries the runner, so that its own colour and dash still show. */
export const STANCE_GLOW = 'rgb(200 255 77 / 50%)';
export const TRAIL_COLOUR = '#ff8fd0';
export const GROUND_COLOUR = trunk;
export const ANGLE_COLOUR = '#ffffff';
/** Under every line, so that it shows on any picture. */
export const HALO_COLOUR = 'rgb(0 0 0 / 60%)';

export const colourOf = (part: BodyPart): string => COLOURS[part];

/** Near leg solid, far leg dashed; what is unsure thin and dotted, whatever its part. */
export function boneStyle(part: BodyPart, isSure: boolean): LineStyle {
  const colour = COLOURS[part];
  if (!isSure) return { colour, ...GUESS_STYLE };
  if (part === 'far') return { colour, ...LEG_STYLE.far };
  return part === 'trunk' ? { colour, widthPx: 2, dash: [] } : { colour, ...LEG_STYLE.near };
}
