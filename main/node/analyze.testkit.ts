import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analysisSchema } from '../../shared/contract/analysisSchema.ts';
import type { Analysis } from '../../shared/domain/analysis.ts';

export const MEDIA = `${process.env['MIDSTANCE_MEDIA'] ?? '../shared'}/media`;
export const hasMedia = existsSync(MEDIA) || process.env['MIDSTANCE_REQUIRE_ALL'] !== undefined;

const PROGRAM = fileURLToPath(new URL('./analyze.ts', import.meta.url));

export const freshFolder = (name: string): string => mkdtempSync(join(tmpdir(), `midstance-${name}-`));

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run analyze --` as a user would, with a cache of its own. */
export function analyzeCommand(args: readonly string[], cache: string): CommandResult {
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...args], {
    encoding: 'utf8',
    env: { ...process.env, MIDSTANCE_CACHE: cache },
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** `analysis.json` of a run, checked against the published schema. */
export const analysisIn = (folder: string): Analysis =>
  analysisSchema.parse(JSON.parse(readFileSync(join(folder, 'analysis.json'), 'utf8'))) as Analysis;
