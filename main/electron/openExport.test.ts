import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Host } from '../host/createHost.ts';
import type { ElectronApi } from './electronApi.ts';
import { exportOpener } from './openExport.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the desktop does with a file of that name. */
async function opening(name: string) {
  const path = join(folder, name);
  writeFileSync(path, 'bytes');
  const done: string[] = [];
  const saved = join(folder, `saved-${name}`);
  const host = {
    bytes: async () => ({ kind: 'file', type: '', path }),
    toReply: (error: unknown) => done.push(`refused ${Object(error).code}`),
  } as unknown as Host;
  const shell = {
    openPath: async (opened: string) => {
      done.push(`opened ${opened === path}`);
      return '';
    },
  };
  const dialog = { showSaveDialog: async () => ({ canceled: false, filePath: saved }) };
  const open = exportOpener(host, { shell, dialog } as unknown as ElectronApi);
  open(new URL('app://x/media/exports/a/b'));
  await vi.waitFor(() => {
    if (done.length === 0) done.push(`saved ${readFileSync(saved, 'utf8')}`);
  });
  return done;
}

it.each(['report.html', 'report.pdf', 'plan.ics', 'metrics.csv', 'clip-1 annotated.mp4'])(
  '%s is shown',
  async (name) => {
    expect(await opening(name)).toEqual(['opened true']);
  },
);

it.each(['case.midstance', 'midstance-backup-2026-01-01.tar', 'analysis.json', 'clip-1.trc'])(
  '%s is saved whole',
  async (name) => {
    expect(await opening(name)).toEqual(['saved bytes']);
  },
);

it.each(['run.bat', 'run.exe', 'report.html.lnk', 'run.desktop', 'run.scpt', 'run'])(
  '%s reaches no program',
  async (name) => {
    expect(await opening(name)).toEqual(['refused not_found']);
  },
);
