import { actions } from './actions.ts';
import { backup } from './backup.ts';
import { compare } from './compare.ts';
import { exports } from './exports.ts';
import { graphs } from './graphs.ts';
import { guide } from './guide.ts';
import { keeping } from './keeping.ts';
import { pages } from './pages.ts';
import { program } from './program.ts';
import { review } from './review.ts';

/** Jeder Text des Fensters auf Deutsch, nach seinem Ort wie in `en`. */
export const de = { ...pages, actions, backup, compare, exports, graphs, guide, keeping, program, review };
