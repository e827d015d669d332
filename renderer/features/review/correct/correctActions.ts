import type { TFunction } from 'i18next';
import type { Action } from '../../../actions/actionStore.ts';
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

/** Keys of the correction of keypoints; they go over the ones that the desk has otherwise. */
export function correctActions(correcting: Correcting, t: TFunction): Action[] {
  const action = (
    name: string,
    label: string,
    shortcut: string,
    run: () => void,
    when?: () => boolean,
  ): Action => ({ id: `review.correct.${name}`, label, shortcut, run, ...(when && { when }) });
  return [
    ...JOINTS.map(({ name, letter }) =>
      action(
        `joint.${name}`,
        t('review.correct.choose', { joint: t(`review.correct.joints.${name}`) }),
        letter,
        () => correcting.chooseName(name),
      ),
    ),
    action('side', t('review.correct.otherSide'), 'f', correcting.switchSide),
    action('nextJoint', t('review.correct.nextJoint'), 'Tab', () => correcting.toNeighbour(1), isOnPicture),
    action(
      'previousJoint',
      t('review.correct.previousJoint'),
      'Shift+Tab',
      () => correcting.toNeighbour(-1),
      isOnPicture,
    ),
    ...ARROWS.flatMap(([way, dx, dy]) => [
      action(`nudge${way}`, t(`review.correct.nudge.${way}`), `Arrow${way}`, () =>
        correcting.nudge(FINE_PX * dx, FINE_PX * dy),
      ),
      action(
        `shove${way}`,
        t('review.correct.further', { way: t(`review.correct.nudge.${way}`) }),
        `Shift+Arrow${way}`,
        () => correcting.nudge(COARSE_PX * dx, COARSE_PX * dy),
      ),
    ]),
    ...REACHES.map((frames, i) =>
      action(`reach${frames}`, t('review.correct.reachOf', { frames }), String(i + 1), () =>
        correcting.setReach(frames),
      ),
    ),
    action('back', t('review.stepBack'), ',', () => correcting.step(-1)),
    action('forward', t('review.stepForward'), '.', () => correcting.step(1)),
    action('mark', t('review.correct.mark'), 'b', correcting.setMark),
    action('swap', t('review.correct.swapLong'), 'x', correcting.swap),
    action('resetJoint', t('review.correct.resetLong.joint'), 'Backspace', () => correcting.reset('joint')),
    action('resetRange', t('review.correct.resetLong.range'), 'Shift+Backspace', () =>
      correcting.reset('range'),
    ),
    action('store', t('review.correct.store'), 'Enter', correcting.commit, isOnPicture),
    action('done', t('review.correct.done'), 'Escape', correcting.toggle),
  ];
}
