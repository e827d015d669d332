import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { ExportRecord } from '../../../shared/contract/workSchemas.ts';

/** Files of a dated plan without cadence work: each by itself, and all in one. */
export async function checkTakenHome(
  { files }: ExportRecord,
  bytesOf: (url: string) => Promise<Buffer>,
  athleteName: string,
): Promise<void> {
  expect(files.map(({ name }) => name)).toEqual(['plan.zip', 'plan.html', 'plan.pdf', 'plan.ics']);
  const [whole, page, pdf, calendar] = await Promise.all(files.map(({ url }) => bytesOf(url)));
  const parts = unzipSync(whole ?? new Uint8Array());
  expect(Object.keys(parts)).toEqual(['plan.html', 'plan.pdf', 'plan.ics']);
  expect(calendar?.equals(parts['plan.ics'] ?? Buffer.alloc(0))).toBe(true);
  expect(page?.toString()).toContain(athleteName);
  expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(calendar?.toString()).toMatch(/^BEGIN:VCALENDAR\r\n/);
}
