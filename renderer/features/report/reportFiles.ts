import type { ExportRecord } from '../../../shared/contract/workSchemas.ts';

/**
 * Address of the last report page that still tells what is known; undefined without one.
 * @param exports the last one made first, as the host lists them
 */
export const reportUrlFrom = (exports: readonly ExportRecord[]): string | undefined =>
  exports
    .filter(({ outdated }) => !outdated)
    .flatMap(({ files }) => files)
    .find(({ name }) => name === 'report.html')?.url;
