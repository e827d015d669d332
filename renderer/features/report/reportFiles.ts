import type { ExportRecord } from '../../../shared/contract/workSchemas.ts';

/** Address of the newest report page that was made after the analysis and still holds; undefined without one. */
export function reportUrlFrom(exports: readonly ExportRecord[], analysedAt: string): string | undefined {
  return [...exports]
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .filter(({ createdAt, outdated }) => createdAt >= analysedAt && !outdated)
    .flatMap(({ files }) => files)
    .find(({ name }) => name === 'report.html')?.url;
}
