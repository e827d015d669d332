/**
 * What may stand before a formula and still let a spreadsheet take it for one: blanks, quotes, control characters and marks
 * without a width (byte order mark, joiners, direction marks).
 */
const DISGUISE = '[\\s"\'`\\p{Cc}\\p{Cf}\\p{Cs}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0]*';
/** How a formula begins, also in the wide and small forms that a spreadsheet makes plain. */
const START = '[=+\\-@|%＝＋－＠﹦﹢﹣﹫−]';
const RUNS = new RegExp(`^${DISGUISE}${START}`, 'u');
/** Where a country's spreadsheet ends a cell although the comma does. */
const RUNS_INSIDE = new RegExp(`([;\\t\\r\\n])(?=${DISGUISE}${START})`, 'gu');
/** A number with its half-width and unit: "-3 ± 5°", "+0.4 m/s". */
const NUMBER = /^[-+−]?\d+([.,]\d+)?( ± \d+([.,]\d+)?)?( ?[\p{L}°%µ²/]+)*$/u;

/** A text that no spreadsheet runs as a formula, in whichever way it begins; numbers stay numbers. */
export function csvCell(text: string): string {
  if (NUMBER.test(text)) return text;
  const inside = text.replace(RUNS_INSIDE, "$1'");
  return RUNS.test(inside) ? `'${inside}` : inside;
}
