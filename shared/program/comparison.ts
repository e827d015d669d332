import type { Analysis } from '../domain/analysis.ts';
import { NORM_SPEEDS, normAt } from './norms.ts';

/** Whether anything of a session was held against other runners, or why not. */
export type Comparison = 'compared' | 'speed_unknown' | 'speed_outside' | 'nothing_measured';

/** That nothing stands out says something only where something was compared. */
export function comparisonOf({ session, metrics }: Pick<Analysis, 'session' | 'metrics'>): Comparison {
  const { speed_mps: speed } = session;
  if (speed === null) return 'speed_unknown';
  if (speed < NORM_SPEEDS.lowest || speed > NORM_SPEEDS.highest) return 'speed_outside';
  const isCompared = metrics.some(({ id, value }) => value !== null && normAt(id, speed) !== undefined);
  return isCompared ? 'compared' : 'nothing_measured';
}
