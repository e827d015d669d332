export type UnitSystem = 'metric' | 'imperial';

/** How a length or speed of the contract (metres, m/s) is shown and typed. */
export interface Measure {
  readonly unit: string;
  /** Shown units in one unit of the contract. */
  readonly factor: number;
  readonly decimals: number;
}

export const HEIGHT: Readonly<Record<UnitSystem, Measure>> = {
  metric: { unit: 'cm', factor: 100, decimals: 0 },
  imperial: { unit: 'in', factor: 1 / 0.0254, decimals: 1 },
};
export const SPEED: Readonly<Record<UnitSystem, Measure>> = {
  metric: { unit: 'km/h', factor: 3.6, decimals: 1 },
  imperial: { unit: 'mph', factor: 3600 / 1609.344, decimals: 1 },
};

export const measureText = ({ unit, factor, decimals }: Measure, value: number): string =>
  `${(value * factor).toFixed(decimals)} ${unit}`;

/** For an input: as many decimals as give the stored value back unchanged enough. */
export const shownValue = ({ factor, decimals }: Measure, value: number | null): number | null =>
  value === null ? null : Number((value * factor).toFixed(decimals + 1));

/** NaN stays NaN: the field holds something that is no number. */
export const storedValue = ({ factor }: Measure, value: number | null): number | null =>
  value === null ? null : Number((value / factor).toFixed(6));

/** "5 ft 9 in" where the length is imperial. */
export function heightText(system: UnitSystem, heightM: number): string {
  if (system === 'metric') return measureText(HEIGHT.metric, heightM);
  const inches = Math.round(heightM * HEIGHT.imperial.factor);
  return `${Math.floor(inches / 12)} ft ${inches % 12} in`;
}
