import type { ExportFormat } from '../../../shared/contract/workSchemas.ts';

/** Files of a session by what they are for. */
export const EXPORT_GROUPS = [
  { id: 'people', formats: ['report.pdf', 'report.html'] },
  { id: 'pictures', formats: ['annotated.mp4', 'contacts.jpg', 'kinogram.jpg'] },
  { id: 'tables', formats: ['tables.csv'] },
  { id: 'coach', formats: ['case.zip', 'case-no-video.zip'] },
  { id: 'opensim', formats: ['opensim.trc'] },
  { id: 'programs', formats: ['analysis.json', 'pose.json'] },
] as const satisfies { id: string; formats: ExportFormat[] }[];

export type SessionFormat = (typeof EXPORT_GROUPS)[number]['formats'][number];

/** Name of a format in the catalogue of texts, where a dot would begin a part. */
export const textKey = <F extends SessionFormat>(format: F) =>
  format.replace('.', '_') as F extends `${infer Name}.${infer Kind}` ? `${Name}_${Kind}` : never;
