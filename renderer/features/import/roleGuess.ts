import type { Clip } from '../../../shared/contract/clipSchemas.ts';

/** Words in a file's name that tell what it shows; the first that fits wins. */
const HINTS: readonly (readonly [RegExp, Clip['role']])[] = [
  [/stand|static|calib/i, 'standing'],
  [/rear|behind|back|post/i, 'rear'],
  [/front|frontal|ant(erior)?(?![a-z])/i, 'front'],
  [/right|(^|[^a-z])r([^a-z]|$)/i, 'side_right'],
  [/left|side|(^|[^a-z])l([^a-z]|$)/i, 'side_left'],
];

/** What a clip probably shows, by its name; the coach can change it. */
export const roleGuess = (fileName: string): Clip['role'] =>
  HINTS.find(([pattern]) => pattern.test(fileName.replace(/\.[^.]+$/, '')))?.[1] ?? 'unassigned';
