import { either, told } from '../domain/language.ts';
import type { PlanEvidence } from '../domain/plan.ts';
import type { DrillChain } from '../program/chain.ts';
import { LIBRARY, type Library } from '../program/library.ts';
import { dateText } from './dateText.ts';
import { metricName } from './metricTexts.ts';
import { estimateText, SIDE_TEXTS } from './numberText.ts';
import { ruleText } from './ruleTexts.ts';
import { inSentence } from './sentence.ts';

/** What follows the amount of a dose. */
export const DOSE_UNITS = told(
  { reps: '', s: ' s', contacts: ' contacts', m: ' m' },
  { reps: '', s: ' s', contacts: ' Kontakte', m: ' m' },
);

/** "overstride, right 0.27 ± 0.07 leg lengths" */
export function evidenceText(evidence: PlanEvidence): string {
  const { metric, side } = evidence;
  const foot = side === null ? '' : `, ${SIDE_TEXTS[side].toLowerCase()}`;
  return `${inSentence(metricName(metric))}${foot} ${estimateText(evidence)}`;
}

/** Why this drill, in one sentence for the athlete: what was seen and measured, what to do, when to look again. */
export function whyText(chain: DrillChain, library: Library = LIBRARY): string {
  const { frames, evidence, rule, exercise, dose, retestAfterWeeks, retestDate } = chain;
  const seen = ruleText(rule).athlete.replace(/\.$/, '');
  const numbers = evidence.map(evidenceText).join('; ');
  const where =
    frames.length === 0
      ? ''
      : `${either(`frame${frames.length > 1 ? 's' : ''}`, frames.length > 1 ? 'Bilder' : 'Bild')} ${frames.map(({ frame }) => frame).join(', ')}`;
  const basis = [numbers, where].filter((text) => text !== '').join('; ');
  const unit = DOSE_UNITS[dose.unit];
  const when =
    retestDate === undefined
      ? either(`in ${retestAfterWeeks} weeks`, `in ${retestAfterWeeks} Wochen`)
      : either(`on ${dateText(retestDate)}`, `am ${dateText(retestDate)}`);
  const drill = inSentence(library.get(exercise).name);
  const amount = `${dose.sets} × ${dose.amount}${unit}`;
  const found = `${seen}${basis === '' ? '' : ` (${basis})`}`;
  return either(
    `${found}, so you do ${drill}, ${amount}, and we look again ${when}.`,
    `${found}; darum übst du „${drill}“, ${amount}, und wir schauen ${when} noch einmal.`,
  );
}
