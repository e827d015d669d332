import { either } from '../../domain/language.ts';

export type Units = 'metric' | 'imperial';

const YARD_M = 0.9144;
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ ten: 10, twenty: 20, forty: 40, sixty: 60 },
  ...{ zehn: 10, zwanzig: 20, vierzig: 40, sechzig: 60 },
};

/** Whole yards up to 20, then steps of five: nobody paces more exactly. */
const yards = (metres: number): number => {
  const exact = metres / YARD_M;
  return exact > 20 ? 5 * Math.round(exact / 5) : Math.round(exact);
};

/** "60 m" or "65 yd" */
export const distanceText = (metres: number, units: Units): string =>
  units === 'metric' ? `${metres} m` : `${yards(metres)} yd`;

/** Distances inside sentences, told in the units of the reader: "sixty metres" -> "65 yards". */
export function inUnits(text: string, units: Units): string {
  if (units === 'metric') return text;
  return text
    .replace(
      /\b(\d+|ten|twenty|forty|sixty|zehn|zwanzig|vierzig|sechzig) (metres|Meter)\b/gi,
      (all, count: string) => {
        const metres = NUMBERS[count.toLowerCase()] ?? Number(count);
        return Number.isFinite(metres) ? `${yards(metres)} ${either('yards', 'Yard')}` : all;
      },
    )
    .replaceAll('metres', 'yards')
    .replace(/\bMeter\b/g, 'Yard');
}
