/**
 * How a skeleton is drawn, in the window, in videos and on paper alike: colours that stay apart with every kind of colour blindness
 * (Okabe and Ito's orange and sky blue), and the far leg dashed, which says the same again. They lie on video, so they are the same
 * in both themes.
 */
export const SKELETON_COLOURS = {
  near: '#ffb000',
  far: '#56b4e9',
  trunk: '#f2f5f5',
  stance: '#c8ff4d',
} as const;

/** Below this visibility a keypoint is a guess: its joint is drawn hollow, its bones thin and dotted. */
const LOW_CONFIDENCE = 0.5;
export const isSure = (visibility: number): boolean => visibility >= LOW_CONFIDENCE;
export const GUESS_STYLE = { widthPx: 1.5, dash: [2, 4] } as const;

/** Widths and dashes of a leg's lines, pixels of a picture about as large as the screen. */
export const LEG_STYLE = {
  near: { widthPx: 3.5, dash: [] },
  far: { widthPx: 2.5, dash: [9, 5] },
} as const;
