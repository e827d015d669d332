import type { Analysis, AnalysisClip } from '../../domain/analysis.ts';
import { type AccuracyFigure, accuracyText, noAccuracyText } from '../../text/accuracyText.ts';
import { ACCURACY_FIGURES } from './figures.generated.ts';

/** The pose model behind the figures. */
export const QUOTED_MODEL = 'full';

/** Figures of a metric in the clip's view, at the rate nearest to the clip's (as a ratio; of two as near the lower). */
export function nearestFigures(
  figures: readonly AccuracyFigure[],
  metric: string,
  { view, capture_fps: fps }: Pick<AnalysisClip, 'view' | 'capture_fps'>,
): AccuracyFigure[] {
  const own = figures.filter((figure) => figure.metric === metric && figure.view === view);
  const far = (rate: number) => Math.abs(Math.log(rate / fps));
  const [nearest] = own.map((figure) => figure.fps).sort((a, b) => far(a) - far(b) || a - b);
  return own.filter((figure) => figure.fps === nearest);
}

/** What is known of the accuracy of one metric of this analysis, as a sentence. */
export function quotedAccuracy(analysis: Analysis, metric: string): string {
  const clip = clipOf(analysis, metric);
  if (!clip || modelOf(analysis, clip) !== QUOTED_MODEL) return noAccuracyText();
  return accuracyText(nearestFigures(ACCURACY_FIGURES, metric, clip), clip.capture_fps);
}

/** The clip that a metric was read from; of several the slowest, which limits it. */
function clipOf({ clips, metrics }: Analysis, id: string): AnalysisClip | undefined {
  const names = new Set(
    metrics.flatMap((metric) => (metric.id === id && metric.value !== null ? [metric.clip] : [])),
  );
  const running = clips.filter(({ role }) => role !== 'standing');
  const named = running.filter((clip) => names.has(clip.id));
  return [...(named.length === 0 ? running : named)].sort((a, b) => a.capture_fps - b.capture_fps)[0];
}

/** Clips made with another model than the first are named in the settings, "lite litert". */
function modelOf({ provenance: { model, settings } }: Analysis, { id }: AnalysisClip): string {
  const own = settings[`model.${id}`];
  return typeof own === 'string' ? (own.split(' ')[0] ?? own) : model;
}
