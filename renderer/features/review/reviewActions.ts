import type { TFunction } from 'i18next';
import type { EventType } from '../../../shared/domain/analysis.ts';
import type { Action } from '../../actions/actionStore.ts';
import type { review } from '../../i18n/locales/review.ts';
import { type Player, RATES } from '../../player/player.ts';
import type { EventChoice } from './reviewEvents.ts';

export interface ReviewCommands {
  readonly player: Player;
  readonly lastFrame: number;
  readonly hasSelected: () => boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onEvent: (direction: 1 | -1, choice?: EventChoice) => void;
  readonly onAccept: () => void;
  readonly onMove: () => void;
  readonly onReject: () => void;
  readonly onAdd: (type: EventType) => void;
  readonly onSwitchFoot: () => void;
  readonly onStrip: () => void;
  readonly onCorrect: () => void;
  readonly onDraw: () => void;
  readonly onExclude: () => void;
  /** Keypoints are there to be corrected, and to find the feet by. */
  readonly hasPose: boolean;
  readonly onDeselect: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onZoom: (ratio: number) => void;
  readonly onFit: () => void;
  readonly onSkeleton: () => void;
  readonly onOverlay: (name: 'trail' | 'ground' | 'plumb' | 'angles' | 'drawings') => void;
  readonly onFollow: () => void;
  readonly onZoneIn: () => void;
  readonly onZoneOut: () => void;
}

const ZOOM_STEP = 1.25;

/** The space bar belongs to the button that the keyboard is on. */
const isFree = (): boolean =>
  document.activeElement?.matches('button:focus-visible, summary:focus-visible') !== true;

/** Everything the keyboard can do in the review, as data. */
export function reviewActions(commands: ReviewCommands, t: TFunction): Action[] {
  return namedActions(commands).map(({ name, ...rest }) => ({
    id: `review.${name}`,
    label: t(`review.${name}`),
    ...rest,
  }));
}

function namedActions(commands: ReviewCommands): NamedAction[] {
  const { player, lastFrame, hasSelected, canUndo, canRedo } = commands;
  const playing = () => player.store.getState().playing;
  return [
    action('stepForward', 'ArrowRight', () => player.step(1)),
    action('stepBack', 'ArrowLeft', () => player.step(-1)),
    action('tenForward', 'Shift+ArrowRight', () => player.step(10)),
    action('tenBack', 'Shift+ArrowLeft', () => player.step(-10)),
    action('playOrPause', 'Space', () => (playing() === 0 ? player.play(1) : player.pause()), isFree),
    action('reverseFaster', 'j', () => shuttle(player, -1)),
    action('pause', 'k', player.pause, () => playing() !== 0),
    action('playFaster', 'l', () => shuttle(player, 1)),
    action('previousContact', '[', () => commands.onEvent(-1)),
    action('nextContact', ']', () => commands.onEvent(1)),
    action('previousDoubt', ',', () => commands.onEvent(-1, 'doubtful')),
    action('nextDoubt', '.', () => commands.onEvent(1, 'doubtful')),
    action('firstFrame', 'Home', () => player.step(-lastFrame)),
    action('lastFrame', 'End', () => player.step(lastFrame)),
    action('zoomIn', '+', () => commands.onZoom(ZOOM_STEP)),
    action('zoomOut', '-', () => commands.onZoom(1 / ZOOM_STEP)),
    action('fit', '0', commands.onFit),
    action('skeleton', 's', commands.onSkeleton),
    action('trail', 'r', () => commands.onOverlay('trail')),
    action('showGround', 'b', () => commands.onOverlay('ground')),
    action('showPlumb', 'u', () => commands.onOverlay('plumb')),
    action('showAngles', 'q', () => commands.onOverlay('angles')),
    action('showDrawings', 'h', () => commands.onOverlay('drawings')),
    action('follow', 'v', commands.onFollow, () => commands.hasPose),
    action('setZoneIn', 'i', commands.onZoneIn),
    action('setZoneOut', 'o', commands.onZoneOut),
    action('acceptSelected', 'a', commands.onAccept, hasSelected),
    action('moveSelected', 'm', commands.onMove, hasSelected),
    action('rejectSelected', 'x', commands.onReject, hasSelected),
    action('deselect', 'Escape', commands.onDeselect, hasSelected),
    action('addContactHere', 'c', () => commands.onAdd('initial_contact')),
    action('addToeOffHere', 't', () => commands.onAdd('toe_off')),
    action('switchFoot', 'f', commands.onSwitchFoot),
    action('excludeStride', 'e', commands.onExclude, hasSelected),
    action('openStrip', 'w', commands.onStrip, () => commands.hasPose),
    action('correctJoints', 'p', commands.onCorrect, () => commands.hasPose),
    action('drawOnPicture', 'd', commands.onDraw),
    action('undo', 'Ctrl+z', commands.onUndo, () => canUndo),
    action('redo', 'Ctrl+Shift+z', commands.onRedo, () => canRedo),
  ];
}

/** Key of the label in the catalogue. */
type Label = {
  [Key in keyof typeof review]: (typeof review)[Key] extends string ? Key : never;
}[keyof typeof review];

interface NamedAction extends Omit<Action, 'id' | 'label'> {
  readonly name: Exclude<Label, `${string}_${'one' | 'other'}`>;
}

const action = (
  name: NamedAction['name'],
  shortcut: string,
  run: () => void,
  when?: () => boolean,
): NamedAction => ({
  ...{ name, shortcut, run },
  ...(when && { when }),
});

/** Plays that way; pressed again, the next faster speed. */
function shuttle(player: Player, direction: 1 | -1): void {
  const { playing, rate } = player.store.getState();
  if (playing !== direction) {
    player.play(direction);
    return;
  }
  const faster = RATES.find((one) => one > rate && one <= 1);
  if (faster !== undefined) player.setRate(faster);
}
