import type { ExportFormat, Progress } from '../../shared/contract/workSchemas.ts';
import type { AlignmentDefinition } from '../../shared/domain/alignment.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';
import type { Drawing } from '../../shared/domain/drawing.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { ClipResult } from '../../shared/gait/clipResult.ts';
import type { By } from '../../shared/report/html/byLine.ts';
import type { OwnPlan } from '../../shared/report/html/ownPlanSection.ts';
import type { ClipProbe } from '../media/probe.ts';

/** One clip of an analysis, as an exporter needs it for pictures. */
export interface ExportClip {
  readonly id: string;
  /** Undefined where the video is not there, or is not the one that was measured. */
  readonly path: string | undefined;
  readonly probe: ClipProbe;
  /** frames x 33 x (x px, y px, visibility); undefined for a clip without keypoints. */
  readonly pose: Float32Array | undefined;
  /** As of a pose track. */
  readonly beside?: readonly (readonly [number, number])[];
  /** What the coach drew on it. */
  readonly drawings?: readonly Drawing[];
}

export interface ExportContext extends By {
  readonly athleteName: string;
  /** ISO date of the session. */
  readonly sessionDate: string;
  readonly notes: string;
  readonly houseDefinition: AlignmentDefinition | null;
  /** Without consent faces are blurred. */
  readonly showFace: boolean;
  readonly paper: 'a4' | 'letter';
  readonly units: 'metric' | 'imperial';
  /** What pages and calendar are written in; data files are the same in every language. */
  readonly language: Language;
  /** What the plan's calendar entries are known by: the same for every export, so that a later one takes the place. */
  readonly planId: string;
  /** ISO instant of the export. */
  readonly madeAt: string;
  readonly clips: readonly ExportClip[];
  /** Names of the clips that were measured and whose video is not there now. */
  readonly missingVideos?: readonly string[];
  /** The clips as the engine reads them, where they can be read again. */
  readonly results?: () => readonly ClipResult[];
  /** The plan that the athlete trains by, which stands in place of the one that the analysis proposes. */
  readonly ownPlan?: (OwnPlan & { readonly sequence: number }) | undefined;
}

/** Prints a self-contained page; each root has its own way. */
export type PdfPrinter = (html: string, signal: AbortSignal) => Promise<Uint8Array>;

export interface ExportOptions {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/**
 * Writes the formats into `folder` and returns the names of the files. What an analysis cannot give is left out: no calendar
 * of an undated plan, no click track without work to a known rhythm.
 */
export type Exporter = (
  analysis: Analysis,
  context: ExportContext,
  folder: string,
  formats: readonly ExportFormat[],
  options: ExportOptions,
) => Promise<string[]>;
