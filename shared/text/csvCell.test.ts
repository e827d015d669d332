import { expect, it } from 'vitest';
import { csvCell } from './csvCell.ts';

it.each([
  '=1+1',
  '+1+cmd|x',
  '-2+3+cmd|" /C calc"!A0',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '"=1',
  "'=1",
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '\u2060=1',
  '\u202e=1',
  '\u0000=1',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠A1',
  '−1+A1',
  '|calc',
  '%0A=1',
])('%j is a text, never a formula', (attack) => {
  const cell = csvCell(attack);
  expect(cell[0]).toBe("'");
  // Nothing of it is lost, and no line of it begins one either.
  expect(cell.slice(1).replace(/(?<=[\t\r\n])'/, '')).toBe(attack);
  for (const line of cell.split(/[\t\r\n]/)) expect(line).not.toMatch(/^[=+\-@]/);
});

it('does not begin one after a sign that ends a cell elsewhere', () => {
  expect(csvCell('left;=1+1')).toBe("left;'=1+1");
  expect(csvCell('left\t @A1')).toBe("left\t' @A1");
  expect(csvCell('left\n-A1')).toBe("left\n'-A1");
});

it.each(['-3', '-3.5', '-3 ± 5°', '-0.4 ± 0.1 m/s', '−3,5 %', '+4', '12 ± 3 ms', 'a = b', 'left-right', ''])(
  '%j stays as it is',
  (text) => expect(csvCell(text)).toBe(text),
);
