import type { Analysis, AnalysisInput } from '../../shared/domain/analysis.ts';
import type { I420Frame } from '../../shared/pose/blazepose/i420.ts';
import type { Exporter } from '../export/exporter.ts';
import type { PlanExporter } from '../export/planFiles.ts';
import type { CheckedClip } from '../media/filmStrip.ts';
import type { ClipProbe } from '../media/probe.ts';

export type { ExportClip, ExportContext, Exporter } from '../export/exporter.ts';

/** What the host needs of `main/media`; the pictures are always upright. */
export interface MediaService {
  probe(file: string, signal: AbortSignal): Promise<ClipProbe>;
  readFrames(
    file: string,
    clip: ClipProbe,
    options: { start: number; count?: number; signal: AbortSignal },
  ): AsyncIterable<I420Frame>;
  /** JPEG of exactly this frame. */
  frameJpeg(file: string, clip: ClipProbe, frame: number, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Decodes the clip once: small JPEGs of at most `pictures` frames, spread evenly, what small grey pictures and the sound
   * tell, and the clip as it really is where a damaged file holds fewer frames than its index names.
   */
  check(
    file: string,
    clip: ClipProbe,
    options: { pictures: number; onProgress: (done: number, total: number) => void; signal: AbortSignal },
  ): Promise<CheckedClip>;
  /** Writes a copy that every Chromium plays, with the same frames at the same times; says what it is. */
  writeProxy(
    file: string,
    clip: ClipProbe,
    out: string,
    options: { onProgress: (done: number, total: number) => void; signal: AbortSignal },
  ): Promise<'mp4' | 'webm'>;
}

/** Everything that the two roots and the tests may choose differently. */
export interface Services {
  readonly media: MediaService;
  readonly analyze: (input: AnalysisInput) => Analysis | Promise<Analysis>;
  readonly exportFiles: Exporter;
  readonly exportPlan: PlanExporter;
  readonly appVersion: string;
  /** Third-party notices as text. */
  readonly licences: () => string;
  readonly capabilities: {
    readonly isDesktop: boolean;
    readonly canReferenceFiles: boolean;
    readonly canPrintPdf: boolean;
  };
  /** Folder of the clips that ship with the app, with their `sample.json`. */
  readonly sampleFolder: string;
  /** Native dialog: paths of the chosen files. Absent where there is none. */
  readonly chooseFiles?: () => Promise<string[]>;
  readonly now: () => Date;
  /** A new opaque id of at least 8 characters [A-Za-z0-9_-]. */
  readonly newId: () => string;
}
