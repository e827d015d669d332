import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RealTable } from './realRunners.ts';
import type { SeenTable } from './seenRunners.ts';
import type { Table } from './table.ts';

/** Where tables and plots are kept. */
export const FOLDER = fileURLToPath(new URL('../../e2e/accuracy/', import.meta.url));
/** What the report quotes. */
export const FIGURES = fileURLToPath(
  new URL('../../shared/report/accuracy/figures.generated.ts', import.meta.url),
);

export const README = fileURLToPath(new URL('../../README.md', import.meta.url));

/** Real runners: tables of their own kinds. */
export interface RealTables {
  readonly joints: readonly RealTable[];
  readonly seen: readonly SeenTable[];
}

const REAL = 'real-runners.json';
export const REAL_TABLES = join(FOLDER, REAL);

/** The tables of real runners as they were made last. */
export const readRealTables = (): RealTables =>
  existsSync(REAL_TABLES)
    ? (JSON.parse(readFileSync(REAL_TABLES, 'utf8')) as RealTables)
    : { joints: [], seen: [] };

/** The tables that are there. */
export function readTables(): Table[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && name !== REAL)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Table);
}
