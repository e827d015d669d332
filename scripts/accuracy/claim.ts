import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(tmpdir(), 'midstance-accuracy-claims');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Takes a piece of work for this process; undefined where a living process has it. Returns how to give it back. */
export function claim(name: string): (() => void) | undefined {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, createHash('sha256').update(name).digest('hex').slice(0, 24));
  const take = (): boolean => {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  };
  if (!take()) {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) return undefined;
    rmSync(file, { force: true });
    if (!take()) return undefined;
  }
  return () => rmSync(file, { force: true });
}
