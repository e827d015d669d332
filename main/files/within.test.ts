import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportKind } from './endings.ts';
import { videoExtension } from './safeName.ts';
import { within } from './within.ts';

describe('a path from stored names', () => {
  it('is below its folder', () => {
    expect(within('/lib/exports', 'abc', 'clip-1 annotated.mp4')).toBe(
      join('/lib/exports', 'abc', 'clip-1 annotated.mp4'),
    );
    expect(within('/lib/videos', '..a')).toBe(join('/lib/videos', '..a'));
  });

  it.each([
    ...['', '.', '..', '../../secret', '/etc/passwd', 'a/b', 'a\\b', '..\\..\\x', 'C:', 'C:x', 'a:stream'],
    ...['a\0.mp4', 'line\nbreak', 'x'.repeat(256)],
  ])('is none for %j', (name) => {
    expect(() => within('/lib/videos', name)).toThrowError(expect.objectContaining({ code: 'not_found' }));
    expect(() => within('/lib/videos', 'fine', name)).toThrowError(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('needs a name', () => {
    expect(() => within('/lib/videos')).toThrowError(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('endings', () => {
  it('of exports are those that the app writes; programs and pages of other kinds are none', () => {
    for (const name of [
      'report.html',
      'plan.PDF',
      'clip-1.trc',
      'case.midstance',
      'midstance-backup-2026-01-01.tar',
    ])
      expect(exportKind(name), name).toBeDefined();
    expect(exportKind('report.pdf')?.isShown).toBe(true);
    expect(exportKind('backup.tar')?.isShown).toBe(false);
    for (const name of [
      'run.bat',
      'a.pdf.exe',
      'x.lnk',
      'x.url',
      'x.desktop',
      'x.svg',
      'html',
      'constructor',
      'x.',
      '',
    ])
      expect(exportKind(name), name).toBeUndefined();
  });

  it('of copies are those of videos', () => {
    expect(videoExtension('Run.MOV')).toBe('.mov');
    for (const name of ['run.bat', 'run.html', 'mp4', 'run.mp4.exe', 'run.toString'])
      expect(videoExtension(name), name).toBe('');
  });
});
