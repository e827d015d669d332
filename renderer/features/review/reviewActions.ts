import type { EventType } from '../../../shared/domain/analysis.ts';
import type { ActionId } from '../../actions/catalogue.ts';
import type { Offer } from '../../actions/useActions.ts';
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
  readonly onAlign: () => void;
  readonly onGraphs: () => void;
  readonly onCompare: () => void;
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

/** Everything that the desk can do by key, menu or palette. */
export function reviewActions(commands: ReviewCommands): Offer[] {
  const { player, lastFrame, hasSelected, canUndo, canRedo } = commands;
  const playing = () => player.store.getState().playing;
  return [
    offer('review.stepForward', () => player.step(1)),
    offer('review.stepBack', () => player.step(-1)),
    offer('review.tenForward', () => player.step(10)),
    offer('review.tenBack', () => player.step(-10)),
    offer('review.playOrPause', () => (playing() === 0 ? player.play(1) : player.pause()), isFree),
    offer('review.reverseFaster', () => shuttle(player, -1)),
    offer('review.pause', player.pause, () => playing() !== 0),
    offer('review.playFaster', () => shuttle(player, 1)),
    offer('review.previousContact', () => commands.onEvent(-1)),
    offer('review.nextContact', () => commands.onEvent(1)),
    offer('review.previousDoubt', () => commands.onEvent(-1, 'doubtful')),
    offer('review.nextDoubt', () => commands.onEvent(1, 'doubtful')),
    offer('review.firstFrame', () => player.step(-lastFrame)),
    offer('review.lastFrame', () => player.step(lastFrame)),
    offer('review.zoomIn', () => commands.onZoom(ZOOM_STEP)),
    offer('review.zoomOut', () => commands.onZoom(1 / ZOOM_STEP)),
    offer('review.fit', commands.onFit),
    offer('review.skeleton', commands.onSkeleton),
    offer('review.trail', () => commands.onOverlay('trail')),
    offer('review.showGround', () => commands.onOverlay('ground')),
    offer('review.showPlumb', () => commands.onOverlay('plumb')),
    offer('review.showAngles', () => commands.onOverlay('angles')),
    offer('review.showDrawings', () => commands.onOverlay('drawings')),
    offer('review.follow', commands.onFollow, () => commands.hasPose),
    offer('review.setZoneIn', commands.onZoneIn),
    offer('review.setZoneOut', commands.onZoneOut),
    offer('review.acceptSelected', commands.onAccept, hasSelected),
    offer('review.moveSelected', commands.onMove, hasSelected),
    offer('review.rejectSelected', commands.onReject, hasSelected),
    offer('review.deselect', commands.onDeselect, hasSelected),
    offer('review.addContactHere', () => commands.onAdd('initial_contact')),
    offer('review.addToeOffHere', () => commands.onAdd('toe_off')),
    offer('review.switchFoot', commands.onSwitchFoot),
    offer('review.excludeStride', commands.onExclude, hasSelected),
    offer('review.openStrip', commands.onStrip, () => commands.hasPose),
    offer('review.correctJoints', commands.onCorrect, () => commands.hasPose),
    offer('review.drawOnPicture', commands.onDraw),
    offer('review.align', commands.onAlign, () => commands.hasPose),
    offer('review.graphs', commands.onGraphs),
    offer('review.compare', commands.onCompare),
    offer('review.undo', commands.onUndo, () => canUndo),
    offer('review.redo', commands.onRedo, () => canRedo),
  ];
}

const offer = (id: ActionId, run: () => void, when?: () => boolean): Offer => ({
  ...{ id, run },
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
