import type { Analysis, Metric, Side, Stride } from '../../../shared/domain/analysis.ts';
import { nearestFrame } from '../../../shared/domain/frameTable.ts';
import { metricSpec } from '../../../shared/gait/registry.ts';

export type PanelTab = Side | 'both';

/** Metrics of one tab: what was read first, what could not be after it, each in the registry's order. */
export function metricsOf(metrics: readonly Metric[], tab: PanelTab) {
  const own = metrics.filter(({ side }) => side === (tab === 'both' ? null : tab));
  return {
    reported: own.filter(({ value }) => value !== null),
    absent: own.filter(({ value }) => value === null),
  };
}

export interface Place {
  readonly clip: string;
  readonly timeS: number;
}

/**
 * Where a metric can be looked at first: the event of its first clean step in the clip on show, else in another one;
 * undefined where no step carries it.
 */
export function firstPlace(analysis: Analysis, metric: Metric, clipId: string): Place | undefined {
  const base = metric.id.replace(/^asymmetry\./, '');
  const isSided = metric.side !== null;
  const candidates = analysis.strides.filter(
    (stride) => stride.accepted && (!isSided || stride.side === metric.side),
  );
  const carrying = candidates.filter(({ values }) => Object.hasOwn(values, base));
  const pool = carrying.length > 0 ? carrying : candidates;
  const preferred = metric.clip ?? clipId;
  const stride = pool.find(({ clip }) => clip === preferred) ?? pool[0];
  return stride === undefined ? undefined : { clip: stride.clip, timeS: instantOf(stride, base) };
}

/** The instant that the metric is read at; a contact for what is read over a whole step. */
function instantOf(stride: Stride, id: string): number {
  const { event } = metricSpec(id);
  const { initial_contact_s: contact, toe_off_s: toeOff } = stride;
  if (toeOff === null) return contact;
  if (event === 'toe_off') return toeOff;
  return event === 'mid_stance' ? (contact + toeOff) / 2 : contact;
}

export const frameOfPlace = (place: Place, times: Float64Array): number => nearestFrame(times, place.timeS);
