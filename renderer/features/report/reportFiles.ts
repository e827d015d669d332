import type { ExportRecord } from '../../../shared/contract/workSchemas.ts';

/** Address of the newest report page that was made after the analysis; undefined without one. */
export function reportUrlFrom(exports: readonly ExportRecord[], analysedAt: string): string | undefined {
  return [...exports]
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .filter(({ createdAt }) => createdAt >= analysedAt)
    .flatMap(({ files }) => files)
    .find(({ name }) => name === 'report.html')?.url;
}

/** "1.2 MB" */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
