import { facts } from '../actionFacts.ts';

/** Everywhere. */
export const APP_ACTIONS = {
  'app.library': facts('g l', (t) => t('shortcuts.goLibrary')),
  'app.sessions': facts('g a', (t) => t('find.title')),
  'app.queue': facts('g q', (t) => t('shortcuts.goQueue')),
  'app.settings': facts('g s', (t) => t('shortcuts.goSettings')),
  'app.exercises': facts('g x', (t) => t('actions.goExercises')),
  'app.guide': facts('g f', (t) => t('actions.goGuide')),
  'app.palette': facts('Ctrl+k', (t) => t('actions.openPalette')),
  'app.menu': facts('F10', (t) => t('actions.openMenu')),
  'app.shortcuts': facts('?', (t) => t('shortcuts.show')),
  'app.tour': facts('g t', (t) => t('actions.startTour')),
};

/** Pages of athletes and sessions. */
export const LIBRARY_ACTIONS = {
  'library.add': facts('n', (t) => t('shortcuts.newAthlete')),
  'library.openCase': facts('o', (t) => t('exports.openCase')),
  'library.search': facts('/', (t) => t('shortcuts.search')),
  'athlete.newSession': facts('n', (t) => t('shortcuts.newSession')),
  'settings.backup': facts('b', (t) => t('backup.make')),
  'session.import': facts('i', (t) => t('shortcuts.importClips')),
  'session.review': facts('v', (t) => t('actions.openReview')),
  'session.analyse': facts('a', (t) => t('shortcuts.analyse')),
  'session.report': facts('r', (t) => t('shortcuts.openReport')),
  'plan.undo': facts('Ctrl+z', (t) => t('review.undo')),
  'plan.redo': facts('Ctrl+Shift+z', (t) => t('review.redo')),
  'plan.lock': facts('l', (t) => t('actions.lockDay')),
};

/** Graphs and comparisons, and playing in both. */
export const WATCH_ACTIONS = {
  'play.forward': facts('ArrowRight', (t) => t('review.stepForward')),
  'play.back': facts('ArrowLeft', (t) => t('review.stepBack')),
  'play.tenForward': facts('Shift+ArrowRight', (t) => t('review.tenForward')),
  'play.tenBack': facts('Shift+ArrowLeft', (t) => t('review.tenBack')),
  'play.toggle': facts('Space', (t) => t('review.playOrPause')),
  'play.first': facts('Home', (t) => t('review.firstFrame')),
  'play.last': facts('End', (t) => t('review.lastFrame')),
  'graphs.previousContact': facts('[', (t) => t('review.previousContact')),
  'graphs.nextContact': facts(']', (t) => t('review.nextContact')),
  'graphs.overTime': facts('t', (t) => t('graphs.overTime')),
  'graphs.overCycle': facts('c', (t) => t('graphs.overCycle')),
  'compare.previous': facts('[', (t) => t('review.previousContact')),
  'compare.next': facts(']', (t) => t('review.nextContact')),
  'compare.offsetBack': facts(',', (t) => t('compare.offsetBack')),
  'compare.offsetForward': facts('.', (t) => t('compare.offsetForward')),
  'compare.layout': facts('o', (t) => t('compare.toggleLayout')),
  'compare.mode': facts('p', (t) => t('compare.toggleSync')),
  'compare.tie': facts('m', (t) => t('compare.sameMoment')),
};
