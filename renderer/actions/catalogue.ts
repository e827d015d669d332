import type { ActionFacts } from './actionFacts.ts';
import { APP_ACTIONS, LIBRARY_ACTIONS, WATCH_ACTIONS } from './catalogue/pageActions.ts';
import { CORRECT_ACTIONS, DRAW_ACTIONS } from './catalogue/pictureActions.ts';
import { REVIEW_ACTIONS, STRIP_ACTIONS } from './catalogue/reviewActions.ts';

/** Every action of the window: its key as shipped and its name. Screens offer them by their ids. */
export const ACTIONS = {
  ...APP_ACTIONS,
  ...LIBRARY_ACTIONS,
  ...WATCH_ACTIONS,
  ...REVIEW_ACTIONS,
  ...STRIP_ACTIONS,
  ...CORRECT_ACTIONS,
  ...DRAW_ACTIONS,
};
export type ActionId = keyof typeof ACTIONS;

export const isActionId = (id: string): id is ActionId => Object.hasOwn(ACTIONS, id);
export const ACTION_IDS: readonly ActionId[] = Object.keys(ACTIONS).filter(isActionId);
export const factsOf = (id: ActionId): ActionFacts => ACTIONS[id];

/** Parts of the window that offer actions; a tool of the review goes over its desk. */
export const SCOPES = [
  ...['app', 'library', 'athlete', 'session', 'settings', 'plan', 'play', 'graphs', 'compare'],
  ...['review', 'review.strip', 'review.correct', 'review.draw'],
] as const;
export type Scope = (typeof SCOPES)[number];

/** "review.draw" for "review.draw.tool.line": the longest part that it begins with. */
export const scopeOf = (id: ActionId): Scope =>
  SCOPES.findLast((scope) => id.startsWith(`${scope}.`)) ?? 'app';

/** What is live at the same time. */
export const SCREENS: Readonly<Record<string, readonly Scope[]>> = {
  library: ['app', 'library'],
  athlete: ['app', 'athlete'],
  session: ['app', 'session'],
  settings: ['app', 'settings'],
  plan: ['app', 'plan'],
  graphs: ['app', 'play', 'graphs'],
  compare: ['app', 'play', 'compare'],
  review: ['app', 'review'],
  strip: ['app', 'review', 'review.strip'],
  correct: ['app', 'review', 'review.correct'],
  draw: ['app', 'review', 'review.draw'],
};

const TOOLS: readonly Scope[] = ['review.strip', 'review.correct', 'review.draw'];

/** Whether the first stands in for the second while its tool is open, where both have one key. */
export const goesOver = (id: ActionId, under: ActionId): boolean =>
  TOOLS.includes(scopeOf(id)) && scopeOf(under) === 'review';
