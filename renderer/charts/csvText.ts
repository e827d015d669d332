import { csvCell } from '../../shared/text/csvCell.ts';

export type CsvCell = string | number | null;

/** Rows as RFC 4180: cells with commas, quotes or line ends in quotes; null is an empty cell. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = csvCell(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
