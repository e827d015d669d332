import { either } from '../../domain/language.ts';
import type { PlanItem } from '../../domain/plan.ts';
import type { Library } from '../../program/library.ts';
import { PACKET_TEXTS } from '../../text/packetTexts.ts';
import { distanceText, type Units } from './packetUnits.ts';

const TEMPO = /^(\d+)-(\d+)-(\d+) s$/;

/** "3-2-3 s" -> "3 s up, 2 s hold, 3 s down"; other paces as they are. */
export function tempoText(tempo: string): string {
  const [, up, hold, down] = TEMPO.exec(tempo) ?? [];
  return up === undefined
    ? tempo
    : either(`${up} s up, ${hold} s hold, ${down} s down`, `${up} s auf, ${hold} s halten, ${down} s ab`);
}

export const firstSideText = (side: 'L' | 'R'): string =>
  side === 'L' ? either('left side first', 'links zuerst') : either('right side first', 'rechts zuerst');

/** "3 × 12, each side, 3 s up, 2 s hold, 3 s down" */
export function doseText({ exercise, dose, first_side }: PlanItem, library: Library, units: Units): string {
  const { tempo } = library.get(exercise);
  const amount = {
    reps: String(dose.amount),
    s: `${dose.amount} s`,
    contacts: `${dose.amount} ${either('landings', 'Landungen')}`,
    m: distanceText(dose.amount, units),
  }[dose.unit];
  return [
    `${dose.sets} × ${amount}`,
    dose.per_side ? either('each side', 'je Seite') : '',
    first_side === null ? '' : firstSideText(first_side),
    tempo === undefined ? '' : tempoText(tempo),
  ]
    .filter((text) => text !== '')
    .join(', ');
}

/** What a cue is done inside of; empty for a drill that stands by itself. */
export const settingText = (exercise: string, library: Library): string =>
  library.get(exercise).kind === 'cue' ? PACKET_TEXTS.runCue : '';
