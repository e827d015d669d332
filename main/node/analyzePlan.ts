import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ExportFormat } from '../../shared/contract/workSchemas.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import type { ClipRequest } from './analyzeClips.ts';
import type { AnalyzeOptions } from './analyzeOptions.ts';

/** The athlete's pages, calendar and click track: for a plan that has a first day. */
export const planFormats = ({ plan }: Analysis, printable: boolean): ExportFormat[] =>
  plan === null || plan.start_date === null
    ? []
    : ['plan.html', ...(printable ? (['plan.pdf'] as const) : []), 'plan.ics', 'metronome.wav'];

/** The same for the same clips and first day, so that a second run takes the place of the first in a calendar. */
export const planIdOf = (requests: readonly ClipRequest[], { startDate }: AnalyzeOptions): string =>
  createHash('sha256')
    .update(JSON.stringify([requests.map(({ file }) => basename(file)), startDate ?? null]))
    .digest('hex')
    .slice(0, 32);
