import type { AnalysisClip } from '../domain/analysis.ts';
import { either } from '../domain/language.ts';
import { metricName } from './metricTexts.ts';

const rate = (fps: number): string => fps.toFixed(Math.abs(fps - Math.round(fps)) < 0.05 ? 0 : 2);
/** Two decimals at most, none that say nothing: 8, 4.8, 3.33. */
export const factorText = (factor: number): string => `${Number(factor.toFixed(2))} ×`;

/** By whose word the factor stands. */
function authority({ source, evidence }: AnalysisClip['timing']): string {
  if (source === 'coach') return either('said by the coach', 'vom Trainer gesagt');
  if (source === 'open') return either('not confirmed', 'nicht bestätigt');
  if (source === 'file')
    return evidence.stated === null
      ? either("the file's own clock", 'eigene Uhr der Datei')
      : either("by the file's own statement", 'eigene Angabe der Datei');
  return evidence.ballistic === null
    ? either('cadence agrees with it', 'die Schrittfrequenz passt dazu')
    : either('cadence and flight agree with it', 'Schrittfrequenz und Flug passen dazu');
}

/** One line on a clip's time: true rate, slow motion, and by whose word. */
export function timingText({ capture_fps, time_scale, timing }: AnalysisClip): string {
  const slow =
    Math.abs(time_scale - 1) < 1e-6
      ? either('no slow motion', 'keine Zeitlupe')
      : `${either('slow motion', 'Zeitlupe')} ${factorText(time_scale)}`;
  return `${rate(capture_fps)} ${either('frames/s', 'Bilder/s')}, ${slow} (${authority(timing)})`;
}

/** Sentences of the timing certificate, most important first. */
export function certificateTexts(clip: AnalysisClip): string[] {
  const { timing, irregular_share } = clip;
  const { evidence, half_widths, metrics_off } = timing;
  const witnesses = [
    evidence.stated === null
      ? undefined
      : `${either('the file states', 'die Datei nennt')} ${factorText(evidence.stated)}`,
    evidence.file_cadence === null
      ? undefined
      : `${Math.round(evidence.file_cadence)} ${either("steps/min on the file's clock", 'Schritte/min nach der Uhr der Datei')}`,
    evidence.ballistic === null
      ? undefined
      : `${either('flight says', 'der Flug sagt')} ${factorText(evidence.ballistic)}`,
  ].filter((text) => text !== undefined);
  const damage = [
    timing.duplicate_frames > 0 ? `${timing.duplicate_frames} ${either('doubled', 'doppelt')}` : undefined,
    timing.missing_frames > 0 ? `${timing.missing_frames} ${either('missing', 'fehlen')}` : undefined,
  ].filter((text) => text !== undefined);
  const regular = timing.variable_rate
    ? either(
        `Variable rate: ${Math.round(100 * irregular_share)} % of the intervals differ; every frame is used at its own time.`,
        `Wechselnde Bildrate: ${Math.round(100 * irregular_share)} % der Abstände weichen ab; jedes Bild wird zu seiner eigenen Zeit verwendet.`,
      )
    : either('Constant rate.', 'Gleichbleibende Bildrate.');
  const spm = half_widths.cadence_spm.toFixed(1);
  const ms = Math.round(half_widths.contact_time_ms);
  const strike = half_widths.foot_strike_angle_deg.toFixed(1);
  const tibia = half_widths.tibia_angle_deg.toFixed(1);
  return [
    `${timingText(clip)}.`,
    ...(witnesses.length > 0 ? [`${either('Evidence', 'Belege')}: ${witnesses.join('; ')}.`] : []),
    `${regular}${damage.length > 0 ? ` ${either('Frames', 'Bilder')}: ${damage.join(', ')}.` : ''}`,
    either(
      `This rate alone leaves ± ${spm} steps/min, ± ${ms} ms of contact time, ± ${strike}° of foot-strike angle and ± ${tibia}° of tibia angle.`,
      `Diese Bildrate allein lässt ± ${spm} Schritte/min, ± ${ms} ms der Bodenkontaktzeit, ± ${strike}° des Fußaufsatzwinkels und ± ${tibia}° des Schienbeinwinkels offen.`,
    ),
    either(
      'Shutter blur: not judged; in the picture it looks like poor focus or strong compression.',
      'Bewegungsunschärfe: nicht beurteilt; im Bild sieht sie aus wie schlechter Fokus oder starke Kompression.',
    ),
    ...(metrics_off.length > 0
      ? [
          `${either('Off at this rate', 'Bei dieser Bildrate aus')}: ${metrics_off.map(metricName).join(', ')}.`,
        ]
      : []),
  ];
}
