import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Table } from './table.ts';

/** Where tables and plots are kept. */
export const FOLDER = fileURLToPath(new URL('../../e2e/accuracy/', import.meta.url));
/** What the report quotes. */
export const FIGURES = fileURLToPath(
  new URL('../../shared/report/accuracy/figures.generated.ts', import.meta.url),
);

export const README = fileURLToPath(new URL('../../README.md', import.meta.url));

/** The tables that are there. */
export function readTables(): Table[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Table);
}
