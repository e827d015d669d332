import type { AnalysisClip } from '../domain/analysis.ts';
import { metricName } from './metricTexts.ts';

const rate = (fps: number): string => fps.toFixed(Math.abs(fps - Math.round(fps)) < 0.05 ? 0 : 2);
/** Two decimals at most, none that say nothing: 8, 4.8, 3.33. */
export const factorText = (factor: number): string => `${Number(factor.toFixed(2))} ×`;

/** By whose word the factor stands. */
function authority({ source, evidence }: AnalysisClip['timing']): string {
  if (source === 'coach') return 'said by the coach';
  if (source === 'open') return 'not confirmed';
  if (source === 'file')
    return evidence.stated === null ? "the file's own clock" : "by the file's own statement";
  return evidence.ballistic === null ? 'cadence agrees with it' : 'cadence and flight agree with it';
}

/** One line on a clip's time: true rate, slow motion, and by whose word. */
export function timingText({ capture_fps, time_scale, timing }: AnalysisClip): string {
  const slow = Math.abs(time_scale - 1) < 1e-6 ? 'no slow motion' : `slow motion ${factorText(time_scale)}`;
  return `${rate(capture_fps)} frames/s, ${slow} (${authority(timing)})`;
}

/** Sentences of the timing certificate, most important first. */
export function certificateTexts(clip: AnalysisClip): string[] {
  const { timing, irregular_share } = clip;
  const { evidence, half_widths, metrics_off } = timing;
  const witnesses = [
    evidence.stated === null ? undefined : `the file states ${factorText(evidence.stated)}`,
    evidence.file_cadence === null
      ? undefined
      : `${Math.round(evidence.file_cadence)} steps/min on the file's clock`,
    evidence.ballistic === null ? undefined : `flight says ${factorText(evidence.ballistic)}`,
  ].filter((text) => text !== undefined);
  const damage = [
    timing.duplicate_frames > 0 ? `${timing.duplicate_frames} doubled` : undefined,
    timing.missing_frames > 0 ? `${timing.missing_frames} missing` : undefined,
  ].filter((text) => text !== undefined);
  const regular = timing.variable_rate
    ? `Variable rate: ${Math.round(100 * irregular_share)} % of the intervals differ; every frame is used at its own time.`
    : 'Constant rate.';
  return [
    `${timingText(clip)}.`,
    ...(witnesses.length > 0 ? [`Evidence: ${witnesses.join('; ')}.`] : []),
    `${regular}${damage.length > 0 ? ` Frames: ${damage.join(', ')}.` : ''}`,
    `This rate alone leaves ± ${half_widths.cadence_spm.toFixed(1)} steps/min, ± ${Math.round(half_widths.contact_time_ms)} ms of contact time, ± ${half_widths.foot_strike_angle_deg.toFixed(1)}° of foot-strike angle and ± ${half_widths.tibia_angle_deg.toFixed(1)}° of tibia angle.`,
    'Shutter blur: not judged; in the picture it looks like poor focus or strong compression.',
    ...(metrics_off.length > 0 ? [`Off at this rate: ${metrics_off.map(metricName).join(', ')}.`] : []),
  ];
}
