import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process of this computer began, as text that no other process with its number has; undefined when it is gone or
 * the system does not tell. A number alone is given to another process sooner or later.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStart(pid);
  const [program, ...args] =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]
      : ['ps', '-o', 'lstart=', '-p', String(pid)];
  const told = spawnSync(program ?? '', args, { encoding: 'utf8', timeout: 5000, windowsHide: true });
  const text = told.status === 0 ? told.stdout.trim() : '';
  return text === '' ? undefined : text;
}

/** Ticks since the computer began, and which beginning that was; a process that only waits to be buried counts as gone. */
function linuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || ticks === undefined) return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return undefined;
  }
}

/** Whether a process with this number is there; without the right to ask it counts as there. */
export function isThere(pid: number): boolean {
  if (process.platform === 'linux') return linuxStart(pid) !== undefined;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
