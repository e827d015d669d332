import { either, told } from '../domain/language.ts';
import { metricSpec } from '../gait/registry.ts';
import { unitText } from './numberText.ts';

/** How far a metric was from the truth of synthetic runners at one rate, as the report quotes it. */
export interface AccuracyFigure {
  readonly metric: string;
  readonly view: 'side' | 'rear';
  /** Frames per second of the synthetic clips. */
  readonly fps: number;
  /** Near and far leg of a side view, either leg from behind, or a metric of both. */
  readonly leg: 'near' | 'far' | 'behind' | 'both';
  /** Mean of measured less true, in the metric's unit. */
  readonly bias: number;
  /** Spread of the clips' errors about it. */
  readonly sd: number;
  /** Clip-sides; clips for a metric of both legs. */
  readonly n: number;
}

const LEG_TEXTS = told(
  { near: 'near leg ', far: 'far leg ', behind: '', both: '' },
  { near: 'nahes Bein ', far: 'fernes Bein ', behind: '', both: '' },
);

/** What stands before the sentences of the single metrics. */
export const accuracyIntroText = (): string =>
  either(
    'How close each measure came is quoted from synthetic clips: drawn runners whose true values are known, seen through the same pose model. Bias is the mean of measured less true. SD is the spread of the single clips about it. n counts the clips, for each leg where legs are named. No person was filmed for these figures. Real clips are harder, so the ± of the tables is wider.',
    'Wie nahe jede Messung kam, stammt von künstlichen Clips: gezeichnete Läufer, deren wahre Werte bekannt sind, gesehen durch dasselbe Posenmodell. Abweichung ist das Mittel von gemessen minus wahr. SD ist die Streuung der einzelnen Clips darum. n zählt die Clips, für jedes Bein, wo Beine genannt sind. Für diese Zahlen wurde kein Mensch gefilmt. Echte Clips sind schwerer, darum ist das ± der Tabellen weiter.',
  );

/** The quoted clips had the close look round each contact, this report had not. */
export const noCloseLookText = (): string =>
  either(
    'Those clips were looked at twice round each contact, this report only once: what is read at a contact may be further off here.',
    'Jene Clips wurden um jeden Kontakt zweimal angeschaut, dieser Bericht nur einmal: was an einem Kontakt gelesen wird, kann hier weiter daneben liegen.',
  );

/** The keypoints come from another model than the quoted clips'. */
export const otherModelText = (quoted: string, model: string): string =>
  either(
    `No figures are quoted: they were measured with the pose model “${quoted}”, and this report used “${model}”.`,
    `Es stehen keine Zahlen da: sie wurden mit dem Posenmodell „${quoted}“ gemessen, dieser Bericht benutzte „${model}“.`,
  );

export const noAccuracyText = (): string =>
  either('No accuracy figure was measured for this.', 'Dafür wurde keine Genauigkeit gemessen.');

/** Two figures of the spread: bias and spread go to the same place. */
function places(sd: number): number {
  return sd > 0 ? Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(sd)))) : 1;
}

function spreadText({ metric, leg, bias, sd, n }: AccuracyFigure): string {
  const unit = unitText(metricSpec(metric).unit);
  const gap = unit === '' || unit === '°' ? '' : ' ';
  const decimals = places(sd);
  const told = bias.toFixed(decimals);
  const sign = Number(told) === 0 ? '' : bias < 0 ? '−' : '+';
  const size = Math.abs(bias).toFixed(decimals);
  return `${LEG_TEXTS[leg]}${either('bias', 'Abweichung')} ${sign}${size}, SD ${sd.toFixed(decimals)}${gap}${unit}, n = ${n}`;
}

/**
 * "Synthetic clips at 120 frames/s: near leg bias −0.2, SD 4.0 ms, n = 12; far leg …"; the clip's own rate is told where it is
 * another one.
 */
export function accuracyText(figures: readonly AccuracyFigure[], clipFps: number): string {
  const [first] = figures;
  if (!first) return noAccuracyText();
  const isOther = Math.abs(first.fps / clipFps - 1) > 0.1;
  const own = isOther ? ` (${either('this clip', 'dieser Clip')}: ${Math.round(clipFps)})` : '';
  const rate = `${first.fps} ${either('frames/s', 'Bildern/s')}${own}`;
  const from = first.view === 'rear' ? either(' from behind', ' von hinten') : '';
  return `${either('Synthetic clips', 'Künstliche Clips')}${from} ${either('at', 'mit')} ${rate}: ${figures.map(spreadText).join('; ')}.`;
}
