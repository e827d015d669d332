import type { EventBus } from './eventBus.ts';
import type { InFileOrder } from './fileOrder.ts';
import type { FilmStrips } from './filmStrips.ts';
import type { Incoming } from './incoming.ts';
import type { Jobs } from './jobs.ts';
import type { Library } from './library.ts';
import type { LibraryCopies } from './libraryCopies.ts';
import type { Services } from './services.ts';

/** What the handlers share. */
export interface HostContext {
  readonly services: Services;
  readonly library: Library;
  readonly events: EventBus;
  readonly jobs: Jobs;
  readonly incoming: Incoming;
  readonly strips: FilmStrips;
  readonly copies: LibraryCopies;
  readonly inFileOrder: InFileOrder;
}
