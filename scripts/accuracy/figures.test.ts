import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACCURACY_FIGURES } from '../../shared/report/accuracy/figures.generated.ts';
import { figuresModule } from './figures.ts';
import { markdownPage } from './markdown.ts';
import { withReadmeBlock } from './readmeTable.ts';
import { tableJson } from './table.ts';
import { FIGURES, FOLDER, README, readRealTables, readTables } from './tableFiles.ts';

const tables = readTables();

it('lets the report quote what the tables say', () => {
  expect(readFileSync(FIGURES, 'utf8')).toBe(figuresModule(tables));
  const rows = tables.filter(({ set }) => set === 'test').flatMap((table) => table.rows);
  const shin = rows.find(
    ({ quantity, fps, leg }) => quantity === 'tibia_angle_ic' && fps === 120 && leg === 'far',
  );
  const quoted = ACCURACY_FIGURES.find(
    ({ metric, view, fps, leg }) =>
      metric === 'tibia_angle_ic' && view === 'side' && fps === 120 && leg === 'far',
  );
  expect(shin?.n).toBeGreaterThanOrEqual(12);
  expect(quoted).toMatchObject({ n: shin?.n, bias: expect.closeTo(shin?.bias ?? Number.NaN, 2) });
  expect(quoted?.sd).toBeCloseTo(shin?.sd ?? Number.NaN, 2);
});

it('shows in the README what the tables say', () => {
  const readme = readFileSync(README, 'utf8');
  expect(readme).toBe(withReadmeBlock(readme, tables, readRealTables()));
  expect(readme).toMatch(/\| cadence: RMSE \(steps\/min\) \| 0\.3 \| .*\d/);
});

it('quotes no runner that the engine was tuned on', () => {
  const tuned = tables.filter(({ set }) => /tuning/.test(set));
  expect(tuned.length).toBeGreaterThan(0);
  expect(figuresModule(tuned)).not.toContain('metric:');
});

it('keeps the readable pages and the plots beside their tables', () => {
  for (const table of tables) {
    const name = `${table.set}-${table.fps}`;
    expect(readFileSync(join(FOLDER, `${name}.md`), 'utf8'), name).toBe(markdownPage(table));
    expect(readFileSync(join(FOLDER, `${name}.json`), 'utf8'), name).toBe(tableJson(table));
  }
  expect(existsSync(join(FOLDER, 'events.svg'))).toBe(true);
});
