import { describe, expect, it } from 'vitest';
import { bytesText } from '../../ui/FileLinks.tsx';
import { reportUrlFrom } from './reportFiles.ts';

const made = (createdAt: string, name: string, outdated = false) => ({
  ...{ exportId: `export-${createdAt}`, sessionId: 'session-1', createdAt, outdated },
  files: [{ name, bytes: 5, url: `/media/${createdAt}/${name}` }],
});

describe('the page of the report', () => {
  it('is the last one made that still holds, whatever a clock said', () => {
    const outdated = made('2027-01-01', 'report.html', true);
    const exports = [
      made('2026-01-05', 'report.pdf'),
      made('2026-01-03', 'report.html'),
      made('2026-01-04', 'report.html'),
    ];
    expect(reportUrlFrom([outdated, ...exports])).toBe('/media/2026-01-03/report.html');
    expect(reportUrlFrom([outdated])).toBeUndefined();
  });

  it('writes sizes as people read them', () => {
    expect([bytesText(12), bytesText(45_600), bytesText(1_250_000)]).toEqual(['12 B', '46 kB', '1.3 MB']);
  });
});
