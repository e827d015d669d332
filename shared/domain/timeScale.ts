/**
 * Slow-motion factor (time shown / true time) of a capture rate in a container of another.
 * @param captureFps null where nobody states one
 */
export function timeScaleFrom(captureFps: number | null, containerFps: number): number | null {
  if (captureFps === null) return null;
  const scale = captureFps / containerFps;
  // A stated rate within 5 % of the file's own is the same rate: 30 is written for 29.97.
  if (Math.abs(scale - 1) < 0.05) return 1;
  // Phones slow down by whole factors; what is left is rounding of the stated rates (240 told, 29.97 stored).
  const whole = Math.round(scale);
  return Math.abs(scale - whole) < 0.01 * scale ? whole : scale;
}
