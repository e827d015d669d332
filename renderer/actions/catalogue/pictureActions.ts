import { facts } from '../actionFacts.ts';

/** The correction of keypoints, over the desk of the review. */
export const CORRECT_ACTIONS = {
  'review.correct.joint.hip': facts('h', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.hip') }),
  ),
  'review.correct.joint.knee': facts('k', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.knee') }),
  ),
  'review.correct.joint.ankle': facts('a', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.ankle') }),
  ),
  'review.correct.joint.heel': facts('e', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.heel') }),
  ),
  'review.correct.joint.toe': facts('t', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.toe') }),
  ),
  'review.correct.joint.shoulder': facts('s', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.shoulder') }),
  ),
  'review.correct.joint.elbow': facts('l', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.elbow') }),
  ),
  'review.correct.joint.wrist': facts('w', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.wrist') }),
  ),
  'review.correct.joint.nose': facts('q', (t) =>
    t('review.correct.choose', { joint: t('review.correct.joints.nose') }),
  ),
  'review.correct.side': facts('f', (t) => t('review.correct.otherSide')),
  'review.correct.nextJoint': facts('Tab', (t) => t('review.correct.nextJoint')),
  'review.correct.previousJoint': facts('Shift+Tab', (t) => t('review.correct.previousJoint')),
  'review.correct.nudgeLeft': facts('ArrowLeft', (t) => t('review.correct.nudge.Left')),
  'review.correct.nudgeRight': facts('ArrowRight', (t) => t('review.correct.nudge.Right')),
  'review.correct.nudgeUp': facts('ArrowUp', (t) => t('review.correct.nudge.Up')),
  'review.correct.nudgeDown': facts('ArrowDown', (t) => t('review.correct.nudge.Down')),
  'review.correct.shoveLeft': facts('Shift+ArrowLeft', (t) =>
    t('review.correct.further', { way: t('review.correct.nudge.Left') }),
  ),
  'review.correct.shoveRight': facts('Shift+ArrowRight', (t) =>
    t('review.correct.further', { way: t('review.correct.nudge.Right') }),
  ),
  'review.correct.shoveUp': facts('Shift+ArrowUp', (t) =>
    t('review.correct.further', { way: t('review.correct.nudge.Up') }),
  ),
  'review.correct.shoveDown': facts('Shift+ArrowDown', (t) =>
    t('review.correct.further', { way: t('review.correct.nudge.Down') }),
  ),
  'review.correct.reach0': facts('1', (t) => t('review.correct.reachOf', { frames: 0 })),
  'review.correct.reach2': facts('2', (t) => t('review.correct.reachOf', { frames: 2 })),
  'review.correct.reach4': facts('3', (t) => t('review.correct.reachOf', { frames: 4 })),
  'review.correct.reach8': facts('4', (t) => t('review.correct.reachOf', { frames: 8 })),
  'review.correct.reach16': facts('5', (t) => t('review.correct.reachOf', { frames: 16 })),
  'review.correct.back': facts(',', (t) => t('review.stepBack')),
  'review.correct.forward': facts('.', (t) => t('review.stepForward')),
  'review.correct.mark': facts('b', (t) => t('review.correct.mark')),
  'review.correct.swap': facts('x', (t) => t('review.correct.swapLong')),
  'review.correct.resetJoint': facts('Backspace', (t) => t('review.correct.resetLong.joint')),
  'review.correct.resetRange': facts('Shift+Backspace', (t) => t('review.correct.resetLong.range')),
  'review.correct.store': facts('Enter', (t) => t('review.correct.store')),
  'review.correct.done': facts('Escape', (t) => t('review.correct.done')),
};

/** Drawing, over the desk of the review: H, then 1 to 9 and 0 for the tools. */
export const DRAW_ACTIONS = {
  'review.draw.tool.hand': facts('h', (t) => t('review.draw.tools.hand')),
  'review.draw.tool.line': facts('1', (t) => t('review.draw.tools.line')),
  'review.draw.tool.arrow': facts('2', (t) => t('review.draw.tools.arrow')),
  'review.draw.tool.angle': facts('3', (t) => t('review.draw.tools.angle')),
  'review.draw.tool.vertical': facts('4', (t) => t('review.draw.tools.vertical')),
  'review.draw.tool.horizontal': facts('5', (t) => t('review.draw.tools.horizontal')),
  'review.draw.tool.circle': facts('6', (t) => t('review.draw.tools.circle')),
  'review.draw.tool.freehand': facts('7', (t) => t('review.draw.tools.freehand')),
  'review.draw.tool.text': facts('8', (t) => t('review.draw.tools.text')),
  'review.draw.tool.stopwatch': facts('9', (t) => t('review.draw.tools.stopwatch')),
  'review.draw.tool.counter': facts('0', (t) => t('review.draw.tools.counter')),
  'review.draw.tool.rearfoot': facts('r', (t) => t('review.draw.tools.rearfoot')),
  'review.draw.moveLeft': facts('ArrowLeft', (t) => t('review.draw.move.Left')),
  'review.draw.moveRight': facts('ArrowRight', (t) => t('review.draw.move.Right')),
  'review.draw.moveUp': facts('ArrowUp', (t) => t('review.draw.move.Up')),
  'review.draw.moveDown': facts('ArrowDown', (t) => t('review.draw.move.Down')),
  'review.draw.shoveLeft': facts('Shift+ArrowLeft', (t) =>
    t('review.draw.further', { way: t('review.draw.move.Left') }),
  ),
  'review.draw.shoveRight': facts('Shift+ArrowRight', (t) =>
    t('review.draw.further', { way: t('review.draw.move.Right') }),
  ),
  'review.draw.shoveUp': facts('Shift+ArrowUp', (t) =>
    t('review.draw.further', { way: t('review.draw.move.Up') }),
  ),
  'review.draw.shoveDown': facts('Shift+ArrowDown', (t) =>
    t('review.draw.further', { way: t('review.draw.move.Down') }),
  ),
  'review.draw.nextJoint': facts('Tab', (t) => t('review.draw.nextJoint')),
  'review.draw.previousJoint': facts('Shift+Tab', (t) => t('review.draw.previousJoint')),
  'review.draw.place': facts('Enter', (t) => t('review.draw.place')),
  'review.draw.colour': facts('y', (t) => t('review.draw.nextColour')),
  'review.draw.span': facts('s', (t) => t('review.draw.nextSpan')),
  'review.draw.follow': facts('f', (t) => t('review.draw.followLong')),
  'review.draw.next': facts('q', (t) => t('review.draw.next')),
  'review.draw.previous': facts('Shift+q', (t) => t('review.draw.previous')),
  'review.draw.from': facts('i', (t) => t('review.draw.fromLong')),
  'review.draw.to': facts('o', (t) => t('review.draw.toLong')),
  'review.draw.mark': facts('m', (t) => t('review.draw.markLong')),
  'review.draw.remove': facts('Backspace', (t) => t('review.draw.removeLast')),
  'review.draw.delete': facts('Delete', (t) => t('review.draw.remove')),
  'review.draw.back': facts(',', (t) => t('review.stepBack')),
  'review.draw.forward': facts('.', (t) => t('review.stepForward')),
  'review.draw.letGo': facts('Escape', (t) => t('review.draw.letGo')),
};
