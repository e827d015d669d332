import type { ExportFormat } from '../../shared/contract/workSchemas.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { planIcs } from '../../shared/report/ics/planIcs.ts';
import { planTrack } from '../../shared/report/packet/cadenceWork.ts';
import { metronomeWav } from '../../shared/report/packet/metronome.ts';
import { packetFor } from '../../shared/report/packet/packet.ts';
import type { ExportContext } from './exporter.ts';

type Made = string | Uint8Array | Promise<Uint8Array>;

/** What the athlete takes home: the wanted files of the plan that it can give, each with its maker. */
export function planFiles(
  { plan }: Analysis,
  context: ExportContext,
  formats: readonly ExportFormat[],
  printPdf: (page: string) => Promise<Uint8Array>,
): (readonly [ExportFormat, () => Made])[] {
  if (plan === null) return [];
  const { athleteName, paper, units, planId, madeAt } = context;
  const page = () => packetFor(plan, { athleteName, coachName: null, paper, units, largePrint: false });
  const track = planTrack(plan);
  const files: (readonly [ExportFormat, () => Made])[] = [
    ['plan.html', page],
    ['plan.pdf', () => printPdf(page())],
  ];
  if (plan.start_date !== null)
    files.push(['plan.ics', () => planIcs(plan, { planId, madeAt, sequence: 0, startTime: null })]);
  if (track !== undefined) files.push(['metronome.wav', () => metronomeWav(track)]);
  return files.filter(([name]) => formats.includes(name));
}
