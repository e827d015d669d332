import type { ExportFormat } from '../../shared/contract/workSchemas.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import type { ExportClip, ExportContext } from './exporter.ts';

/** What is nothing without the videos. A report is one without its pictures. */
const MADE_OF_VIDEO: readonly ExportFormat[] = ['annotated.mp4', 'contacts.jpg', 'kinogram.jpg'];

/** @throws CodedError file_missing that names every video that is not there */
export function refuseWithoutVideos(
  { missingVideos = [] }: Pick<ExportContext, 'missingVideos'>,
  formats: readonly ExportFormat[],
): void {
  if (missingVideos.length > 0 && formats.some((format) => MADE_OF_VIDEO.includes(format)))
    throw new CodedError('file_missing', { file: missingVideos.join(', ') });
}

/** Where the pictures of a clip come from. @throws CodedError file_missing */
export function videoOf({ id, path }: ExportClip): string {
  if (path === undefined) throw new CodedError('file_missing', { file: id });
  return path;
}
