/**
 * What depends on the capture rate: cut-off frequencies (METHOD.md 2.2) and the error of one event
 * instant (3.2). Values between the tabled rates are interpolated, outside they are held.
 */
const RATES = [30, 60, 120, 240] as const;

function tabled(values: readonly [number, number, number, number]): (fps: number) => number {
  return (fps) => {
    const above = RATES.findIndex((rate) => rate >= fps);
    if (above === 0) return values[0];
    if (above < 0) return values[3];
    const low = RATES[above - 1] ?? 30;
    const high = RATES[above] ?? 240;
    const share = (fps - low) / (high - low);
    return (values[above - 1] ?? 0) * (1 - share) + (values[above] ?? 0) * share;
  };
}

/** Low-pass cut-off for finding events, Hz. */
export const eventCutoffHz = tabled([9, 12, 15, 15]);
/** Low-pass cut-off for reading positions and angles, Hz. */
export const positionCutoffHz = tabled([8, 10, 12, 15]);
/** Systematic error of one event instant, seconds (1 SD). */
export const eventBiasS = tabled([0.012, 0.009, 0.007, 0.006]);

const cadenceSpm = tabled([0.8, 0.5, 0.4, 0.3]);
const contactTimeMs = tabled([35, 26, 20, 17]);
const footStrikeDeg = tabled([7.1, 5.4, 4.4, 3.8]);
const tibiaDeg = tabled([4.5, 3.4, 2.7, 2.4]);

/** 95 % half-widths that a capture rate leaves: random error and event bias of 14 steps (METHOD.md 3.2). */
export const rateHalfWidths = (fps: number) => ({
  cadence_spm: cadenceSpm(fps),
  contact_time_ms: contactTimeMs(fps),
  foot_strike_angle_deg: footStrikeDeg(fps),
  tibia_angle_deg: tibiaDeg(fps),
});
