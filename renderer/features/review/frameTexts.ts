import { either } from '../../../shared/domain/language.ts';

/** Times of the frame on show, as they are read out and copied. */
export interface FrameTimes {
  readonly frame: number;
  readonly frameCount: number;
  /** True seconds since the first frame. */
  readonly trueS: number;
  /** Seconds on the file's own clock. */
  readonly fileS: number;
}

/** Seconds to the millisecond: "1:02.345" from a minute on, else "2.345 s". */
export function secondsText(value: number): string {
  const ms = Math.round(Math.abs(value) * 1000);
  const sign = value < 0 && ms > 0 ? '−' : '';
  if (ms < 60_000) return `${sign}${(ms / 1000).toFixed(3)} s`;
  const minutes = Math.floor(ms / 60_000);
  return `${sign}${minutes}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')}`;
}

export const copyText = ({ frame, trueS, fileS }: FrameTimes): string =>
  either(
    `frame ${frame}, true time ${trueS.toFixed(6)} s, file time ${fileS.toFixed(6)} s`,
    `Bild ${frame}, wahre Zeit ${trueS.toFixed(6)} s, Zeit der Datei ${fileS.toFixed(6)} s`,
  );

/** "0.25× real", with what that is for the file where it is slow motion. */
export function speedText(rate: number, timeScale: number): string {
  const real = `${Number(rate.toFixed(2))}× ${either('real', 'echt')}`;
  return timeScale === 1
    ? real
    : `${real} (${either('file', 'Datei')} ${Number((rate * timeScale).toFixed(2))}×)`;
}
