/**
 * The tests that read a clock, under other clocks: each weekday a minute before midnight, in turn on both sides of the date
 * line, so that most of a run lies on the next day. The whole suite takes one such day with MIDSTANCE_TEST_NOW and
 * MIDSTANCE_TEST_ZONE.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TEST_NOW, TEST_ZONE } from './testDate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** Tests without a window that read a clock or a zone. */
const UNIT = ['main/host/program', 'main/host/clock', 'shared/domain', 'shared/report/ics'];
const SPECS = ['program.spec', 'report.spec', 'library.spec'];

/** Monday to Sunday: 23:59 in Auckland (summer time, +13) and in Los Angeles (winter time, -8). */
const days = Array.from({ length: 7 }, (_, weekday) => {
  const date = `2026-12-${String(7 + weekday).padStart(2, '0')}`;
  return [
    { zone: 'Pacific/Auckland', now: `${date}T23:59:00+13:00` },
    { zone: 'America/Los_Angeles', now: `${date}T23:59:00-08:00` },
  ] as const;
});

function run(
  name: string,
  file: string,
  args: readonly string[],
  { zone, now }: (typeof days)[number][number],
): void {
  console.log(`${now} ${zone}: ${name}`);
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [TEST_NOW]: new Date(now).toISOString(), [TEST_ZONE]: zone },
  });
  if (status !== 0) process.exit(status ?? 1);
}

for (const both of days) for (const day of both) run('unit', VITEST, ['run', '--reporter=dot', ...UNIT], day);
for (const [weekday, both] of days.entries()) {
  const day = both[weekday % 2 === 0 ? 0 : 1];
  run(
    'browser',
    PLAYWRIGHT,
    ['test', '-c', 'e2e/playwright.config.ts', ...SPECS, ...process.argv.slice(2)],
    day,
  );
}
