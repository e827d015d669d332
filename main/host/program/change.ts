import type { ProgramState } from '../../../shared/contract/programApiSchemas.ts';
import type { HostContext } from '../hostContext.ts';
import { type Asked, type Facts, loadFacts } from './facts.ts';
import { type Cause, reflow } from './remake.ts';
import { programState } from './stateView.ts';

/** Stores a change and makes the plan anew in one transaction: a refusal leaves everything as it was. */
export type Change = (asked: Asked, cause: Cause, write: (facts: Facts) => void) => ProgramState;

export function changer({ library: { db }, events }: HostContext): Change {
  return (asked, cause, write) => {
    db.transaction(() => {
      write(loadFacts(db, asked));
      reflow(db, loadFacts(db, asked), cause);
    });
    events.changed('program', 'exports');
    return programState(db, asked);
  };
}
