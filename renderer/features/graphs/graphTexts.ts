import type { TFunction } from 'i18next';
import type { Side } from '../../../shared/domain/analysis.ts';
import { graphs } from '../../i18n/locales/graphs.ts';

const isNamed = (id: string): id is keyof typeof graphs.names => Object.hasOwn(graphs.names, id);

export const curveName = (t: TFunction, id: string): string => (isNamed(id) ? t(`graphs.names.${id}`) : id);
/** Which way is positive. */
export const curveSign = (t: TFunction, id: string): string => (isNamed(id) ? t(`graphs.signs.${id}`) : '');

const UNITS = { deg: 'deg', mm: 'mm', '% leg': 'legPercent', '% shank': 'shankPercent' } as const;
const isUnit = (unit: string): unit is keyof typeof UNITS => Object.hasOwn(UNITS, unit);

export const curveUnit = (t: TFunction, unit: string): string =>
  isUnit(unit) ? t(`graphs.units.${UNITS[unit]}`) : unit;

/** "Left (near)"; from behind no leg is nearer. */
export function sideName(t: TFunction, side: Side, nearSide: Side | null): string {
  const name = t(`graphs.sides.${side}`);
  if (nearSide === null) return name;
  return t(side === nearSide ? 'graphs.near' : 'graphs.far', { side: name });
}

/** "12.3°" and "118 mm". */
export function valueText(t: TFunction, value: number | null, unit: string): string {
  if (value === null) return '–';
  const text = value.toFixed(unit === 'mm' ? 0 : 1).replace(/^-(?=0(\.0)?$)/, '');
  return unit === 'deg' ? `${text}°` : `${text} ${curveUnit(t, unit)}`;
}
