import { DRAWING_COLOURS, type DrawingColour } from '../../../../shared/domain/drawing.ts';
import type { Offer } from '../../../actions/useActions.ts';
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

/** What drawing can do; its keys go over the ones that the desk has otherwise. */
export function drawActions(drawing: Drawings): Offer[] {
  const hasSelected = () => drawing.selected !== undefined;
  return [
    ...DRAW_CHOICES.map(
      (name): Offer => ({ id: `review.draw.tool.${name}`, run: () => drawing.setTool(name) }),
    ),
    ...ARROWS.flatMap(([way, dx, dy]): Offer[] => [
      { id: `review.draw.move${way}`, run: () => drawing.arrow(FINE_PX * dx, FINE_PX * dy) },
      { id: `review.draw.shove${way}`, run: () => drawing.arrow(COARSE_PX * dx, COARSE_PX * dy) },
    ]),
    { id: 'review.draw.nextJoint', run: () => drawing.toJoint(1), when: isOnPicture },
    { id: 'review.draw.previousJoint', run: () => drawing.toJoint(-1), when: isOnPicture },
    { id: 'review.draw.place', run: drawing.placeAtCursor, when: isOnPicture },
    { id: 'review.draw.colour', run: () => drawing.setColour(nextColour(drawing.colour)) },
    {
      id: 'review.draw.span',
      run: () => drawing.setSpan(SPANS[(SPANS.indexOf(drawing.span) + 1) % SPANS.length] ?? 'frame'),
    },
    { id: 'review.draw.follow', run: () => drawing.setFollows(!drawing.follows) },
    { id: 'review.draw.next', run: () => drawing.toNextDrawing(1) },
    { id: 'review.draw.previous', run: () => drawing.toNextDrawing(-1) },
    { id: 'review.draw.from', run: () => drawing.setEdge('fromFrame'), when: hasSelected },
    { id: 'review.draw.to', run: () => drawing.setEdge('toFrame'), when: hasSelected },
    { id: 'review.draw.mark', run: drawing.mark, when: () => drawing.canMark },
    { id: 'review.draw.remove', run: drawing.removeLast },
    { id: 'review.draw.delete', run: drawing.removeLast, when: hasSelected },
    { id: 'review.draw.back', run: () => drawing.step(-1) },
    { id: 'review.draw.forward', run: () => drawing.step(1) },
    {
      id: 'review.draw.letGo',
      run: () => {
        if (!drawing.letGo()) drawing.toggle();
      },
    },
  ];
}

const COLOURS = Object.keys(DRAWING_COLOURS).filter((name): name is DrawingColour => name in DRAWING_COLOURS);

const nextColour = (colour: DrawingColour): DrawingColour =>
  COLOURS[(COLOURS.indexOf(colour) + 1) % COLOURS.length] ?? colour;
