/**
 * A process that takes the sample or a case into a library, tells each step as a line, and waits inside the last two for its
 * end: once the files lie in their places, and within the transaction that stores the rows.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { analyze } from '../../shared/report/analyze.ts';
import { processClock } from './clock.ts';
import { createHost } from './createHost.ts';
import { openLibrary } from './library.ts';
import { createMediaService } from './mediaService.ts';
import type { Services } from './services.ts';

const [folder = '', what = '', sampleFolder = ''] = process.argv.slice(2);
const STOPPED_MS = 60_000;

function tellAndWait(line: string): void {
  writeSync(1, `${line}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STOPPED_MS);
}

const services: Services = {
  media: createMediaService(),
  analyze,
  exportFiles: async () => [],
  exportPlan: async () => [],
  appVersion: '1',
  licences: () => '',
  capabilities: { isDesktop: false, canReferenceFiles: false, canPrintPdf: false },
  sampleFolder,
  now: processClock(),
  newId: randomUUID,
};
const line = process.argv[5];
const library = await openLibrary(folder);
const { db } = library;
const waiting: typeof db = {
  ...db,
  transaction: (write) => {
    if (line === 'placed') tellAndWait('placed');
    return db.transaction(write);
  },
  clips: {
    ...db.clips,
    update: (...change) => {
      const clip = db.clips.update(...change);
      if (line === 'stored') tellAndWait('stored');
      return clip;
    },
  },
};
const host = createHost(services, { ...library, db: waiting });
host.onEvent((event) => {
  if (event.type === 'job.progress') writeSync(1, `${event.progress.stage}\n`);
});
if (what === 'sample') await host.dispatch('sample.import', {});
else await host.dispatch('cases.import', { token: (await host.addChosenFile(what)).token });
