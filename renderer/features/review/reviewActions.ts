import type { EventType } from '../../../shared/domain/analysis.ts';
import type { Action } from '../../actions/actionStore.ts';
import { type Player, RATES } from '../../player/player.ts';
import { texts } from './texts.ts';

export interface ReviewCommands {
  readonly player: Player;
  readonly lastFrame: number;
  readonly hasSelected: () => boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onContact: (direction: 1 | -1) => void;
  readonly onAccept: () => void;
  readonly onMove: () => void;
  readonly onReject: () => void;
  readonly onAdd: (type: EventType) => void;
  readonly onSwitchFoot: () => void;
  readonly onDeselect: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onZoom: (ratio: number) => void;
  readonly onFit: () => void;
  readonly onSkeleton: () => void;
  readonly onTrail: () => void;
}

const ZOOM_STEP = 1.25;

/** The space bar belongs to the button that the keyboard is on. */
const isFree = (): boolean =>
  document.activeElement?.matches('button:focus-visible, summary:focus-visible') !== true;

/** Everything the keyboard can do in the review, as data. */
export function reviewActions(commands: ReviewCommands): Action[] {
  const { player, lastFrame, hasSelected, canUndo, canRedo } = commands;
  const playing = () => player.store.getState().playing;
  return [
    action('stepForward', 'ArrowRight', () => player.step(1)),
    action('stepBack', 'ArrowLeft', () => player.step(-1)),
    action('tenForward', 'Shift+ArrowRight', () => player.step(10)),
    action('tenBack', 'Shift+ArrowLeft', () => player.step(-10)),
    action('play', 'Space', () => (playing() === 0 ? player.play(1) : player.pause()), isFree),
    action('playReverse', 'j', () => shuttle(player, -1)),
    action('pause', 'k', player.pause, () => playing() !== 0),
    { ...action('play', 'l', () => shuttle(player, 1)), ...{ id: 'review.shuttle', label: SHUTTLE } },
    action('previousContact', '[', () => commands.onContact(-1)),
    action('nextContact', ']', () => commands.onContact(1)),
    action('firstFrame', 'Home', () => player.step(-lastFrame)),
    action('lastFrame', 'End', () => player.step(lastFrame)),
    action('zoomIn', '+', () => commands.onZoom(ZOOM_STEP)),
    action('zoomOut', '-', () => commands.onZoom(1 / ZOOM_STEP)),
    action('fit', '0', commands.onFit),
    action('skeleton', 's', commands.onSkeleton),
    action('trail', 'r', commands.onTrail),
    action('accept', 'a', commands.onAccept, hasSelected),
    action('moveHere', 'm', commands.onMove, hasSelected),
    action('reject', 'x', commands.onReject, hasSelected),
    action('deselect', 'Escape', commands.onDeselect, hasSelected),
    action('addContact', 'c', () => commands.onAdd('initial_contact')),
    action('addToeOff', 't', () => commands.onAdd('toe_off')),
    action('switchFoot', 'f', commands.onSwitchFoot),
    action('undo', 'Ctrl+z', commands.onUndo, () => canUndo),
    action('redo', 'Ctrl+Shift+z', commands.onRedo, () => canRedo),
  ];
}

type Label = {
  [Key in keyof typeof texts]: (typeof texts)[Key] extends string ? Key : never;
}[keyof typeof texts];

function action(label: Label, shortcut: string, run: () => void, when?: () => boolean): Action {
  return {
    id: `review.${label}`,
    label: LABELS[label] ?? texts[label],
    shortcut,
    run,
    ...(when && { when }),
  };
}

const SHUTTLE = 'Play; again for faster';

/** Labels that need more words without their button beside them. */
const LABELS: Partial<Record<Label, string>> = {
  play: 'Play or pause',
  playReverse: 'Play in reverse; again for faster',
  accept: 'Accept the selected event',
  moveHere: 'Move the selected event to this frame',
  reject: 'Reject the selected event',
  addContact: 'Add a contact on this frame',
  addToeOff: 'Add a toe-off on this frame',
};

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
