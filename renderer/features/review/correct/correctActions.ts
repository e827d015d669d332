import type { Offer } from '../../../actions/useActions.ts';
import { JOINTS, REACHES } from './joints.ts';
import type { Correcting } from './useCorrecting.ts';

/** Pixels of the picture for an arrow key, and with Shift. */
const FINE_PX = 1;
const COARSE_PX = 6;
const ARROWS = [
  ['Left', -1, 0],
  ['Right', 1, 0],
  ['Up', 0, -1],
  ['Down', 0, 1],
] as const;

/** Tab goes through the joints only while the keyboard is on the picture: elsewhere it goes on through the page. */
const isOnPicture = (): boolean => document.activeElement?.matches('[data-correct]') === true;

/** What the correction of keypoints can do; its keys go over the ones that the desk has otherwise. */
export const correctActions = (correcting: Correcting): Offer[] => [
  ...JOINTS.map(
    ({ name }): Offer => ({ id: `review.correct.joint.${name}`, run: () => correcting.chooseName(name) }),
  ),
  { id: 'review.correct.side', run: correcting.switchSide },
  { id: 'review.correct.nextJoint', run: () => correcting.toNeighbour(1), when: isOnPicture },
  { id: 'review.correct.previousJoint', run: () => correcting.toNeighbour(-1), when: isOnPicture },
  ...ARROWS.flatMap(([way, dx, dy]): Offer[] => [
    { id: `review.correct.nudge${way}`, run: () => correcting.nudge(FINE_PX * dx, FINE_PX * dy) },
    { id: `review.correct.shove${way}`, run: () => correcting.nudge(COARSE_PX * dx, COARSE_PX * dy) },
  ]),
  ...REACHES.map(
    (frames): Offer => ({ id: `review.correct.reach${frames}`, run: () => correcting.setReach(frames) }),
  ),
  { id: 'review.correct.back', run: () => correcting.step(-1) },
  { id: 'review.correct.forward', run: () => correcting.step(1) },
  { id: 'review.correct.mark', run: correcting.setMark },
  { id: 'review.correct.swap', run: correcting.swap },
  { id: 'review.correct.resetJoint', run: () => correcting.reset('joint') },
  { id: 'review.correct.resetRange', run: () => correcting.reset('range') },
  { id: 'review.correct.store', run: correcting.commit, when: isOnPicture },
  { id: 'review.correct.done', run: correcting.toggle },
];
