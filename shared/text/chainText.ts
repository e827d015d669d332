import type { PlanEvidence } from '../domain/plan.ts';
import { metricSpec } from '../gait/registry.ts';
import type { DrillChain } from '../program/chain.ts';
import { LIBRARY, type Library } from '../program/library.ts';
import { dateText } from './dateText.ts';
import { metricName } from './metricTexts.ts';
import { decimalsFor, SIDE_TEXTS, unitText } from './numberText.ts';
import { ruleText } from './ruleTexts.ts';

/** "overstride, right 0.27 ± 0.07 leg lengths" */
export function evidenceText({ metric, side, value, total }: PlanEvidence): string {
  const digits = decimalsFor(metric, total);
  const foot = side === null ? '' : `, ${SIDE_TEXTS[side].toLowerCase()}`;
  const unit = unitText(metricSpec(metric).unit);
  const gap = unit === '°' || unit === '' ? '' : ' ';
  return `${metricName(metric).toLowerCase()}${foot} ${value.toFixed(digits)} ± ${total.toFixed(digits)}${gap}${unit}`;
}

/** Why this drill, in one sentence for the athlete: what was seen and measured, what to do, when to look again. */
export function whyText(chain: DrillChain, library: Library = LIBRARY): string {
  const { frames, evidence, rule, exercise, dose, retestAfterWeeks, retestDate } = chain;
  const seen = ruleText(rule).athlete.replace(/\.$/, '');
  const numbers = evidence.map(evidenceText).join('; ');
  const where =
    frames.length === 0
      ? ''
      : `frame${frames.length > 1 ? 's' : ''} ${frames.map(({ frame }) => frame).join(', ')}`;
  const basis = [numbers, where].filter((text) => text !== '').join('; ');
  const unit = { reps: '', s: ' s', contacts: ' contacts', m: ' m' }[dose.unit];
  const when = retestDate === undefined ? `in ${retestAfterWeeks} weeks` : `on ${dateText(retestDate)}`;
  return `${seen}${basis === '' ? '' : ` (${basis})`}, so you do ${library.get(exercise).name.toLowerCase()}, ${dose.sets} × ${dose.amount}${unit}, and we look again ${when}.`;
}
