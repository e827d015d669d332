import type { TFunction } from 'i18next';
import { DRAWING_COLOURS, type DrawingColour } from '../../../../shared/domain/drawing.ts';
import type { Action } from '../../../actions/actionStore.ts';
import { DRAW_CHOICES, SPANS } from './drawTools.ts';
import type { Drawings } from './useDrawing.ts';

/** Pixels of the picture for an arrow key, and with Shift. */
const FINE_PX = 1;
const COARSE_PX = 20;
const ARROWS = [
  ['Left', -1, 0],
  ['Right', 1, 0],
  ['Up', 0, -1],
  ['Down', 0, 1],
] as const;

const isOnPicture = (): boolean => document.activeElement?.matches('[data-draw]') === true;

/** Keys of drawing; they go over the ones that the desk has otherwise. */
export function drawActions(drawing: Drawings, t: TFunction): Action[] {
  const action = (
    name: string,
    label: string,
    shortcut: string,
    run: () => void,
    when?: () => boolean,
  ): Action => ({ id: `review.draw.${name}`, label, shortcut, run, ...(when && { when }) });
  const hasSelected = () => drawing.selected !== undefined;
  return [
    ...DRAW_CHOICES.map(({ name, key }) =>
      action(`tool.${name}`, t(`review.draw.tools.${name}`), key, () => drawing.setTool(name)),
    ),
    ...ARROWS.flatMap(([way, dx, dy]) => [
      action(`move${way}`, t(`review.draw.move.${way}`), `Arrow${way}`, () =>
        drawing.arrow(FINE_PX * dx, FINE_PX * dy),
      ),
      action(
        `shove${way}`,
        t('review.draw.further', { way: t(`review.draw.move.${way}`) }),
        `Shift+Arrow${way}`,
        () => drawing.arrow(COARSE_PX * dx, COARSE_PX * dy),
      ),
    ]),
    action('nextJoint', t('review.draw.nextJoint'), 'Tab', () => drawing.toJoint(1), isOnPicture),
    action(
      'previousJoint',
      t('review.draw.previousJoint'),
      'Shift+Tab',
      () => drawing.toJoint(-1),
      isOnPicture,
    ),
    action('place', t('review.draw.place'), 'Enter', drawing.placeAtCursor, isOnPicture),
    action('colour', t('review.draw.nextColour'), 'y', () => drawing.setColour(nextColour(drawing.colour))),
    action('span', t('review.draw.nextSpan'), 's', () =>
      drawing.setSpan(SPANS[(SPANS.indexOf(drawing.span) + 1) % SPANS.length] ?? 'frame'),
    ),
    action('follow', t('review.draw.followLong'), 'f', () => drawing.setFollows(!drawing.follows)),
    action('next', t('review.draw.next'), 'q', () => drawing.toNextDrawing(1)),
    action('previous', t('review.draw.previous'), 'Shift+q', () => drawing.toNextDrawing(-1)),
    action('from', t('review.draw.fromLong'), 'i', () => drawing.setEdge('fromFrame'), hasSelected),
    action('to', t('review.draw.toLong'), 'o', () => drawing.setEdge('toFrame'), hasSelected),
    action('mark', t('review.draw.markLong'), 'm', drawing.mark, () => drawing.canMark),
    action('remove', t('review.draw.removeLast'), 'Backspace', drawing.removeLast),
    action('delete', t('review.draw.remove'), 'Delete', drawing.removeLast, hasSelected),
    action('back', t('review.stepBack'), ',', () => drawing.step(-1)),
    action('forward', t('review.stepForward'), '.', () => drawing.step(1)),
    action('letGo', t('review.draw.letGo'), 'Escape', () => {
      if (!drawing.letGo()) drawing.toggle();
    }),
  ];
}

const COLOURS = Object.keys(DRAWING_COLOURS).filter((name): name is DrawingColour => name in DRAWING_COLOURS);

const nextColour = (colour: DrawingColour): DrawingColour =>
  COLOURS[(COLOURS.indexOf(colour) + 1) % COLOURS.length] ?? colour;
