import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { logFileName } from './log.ts';

/** The zip that a coach can send: the log files and `about.json` (versions, machine, settings, counts). */
export function diagnosticsZip(logFolder: string, about: Readonly<Record<string, unknown>>): Uint8Array {
  const machine = {
    node: process.versions.node,
    platform: platform(),
    release: release(),
    arch: arch(),
    cores: cpus().length,
    memory_bytes: totalmem(),
  };
  const entries: Record<string, Uint8Array> = {
    'about.json': strToU8(JSON.stringify({ ...about, machine }, null, 2)),
  };
  for (let age = 0; existsSync(join(logFolder, logFileName(age))); age += 1) {
    entries[logFileName(age)] = readFileSync(join(logFolder, logFileName(age)));
  }
  return zipSync(entries);
}
