import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { poseUrl } from '../../shared/contract/mediaUrls.ts';

const ANALYZE = fileURLToPath(new URL('../../main/node/analyze.ts', import.meta.url));
const POINTS = 33;

/** For each frame the places of all keypoints, px; undefined where nobody was found. */
export type Places = readonly (readonly { readonly x: number; readonly y: number }[] | undefined)[];

/** The stored keypoints of a finished run, as the page gets them. */
export async function placesFromPage(page: Page, runId: string): Promise<Places> {
  const values = await page.evaluate(async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`invalid response: ${response.status}`);
    // A value that is not a number does not survive the way out of the page.
    return Array.from(new Float32Array(await response.arrayBuffer()), (x) => (Number.isNaN(x) ? null : x));
  }, poseUrl(runId));
  return Array.from({ length: values.length / (3 * POINTS) }, (_, frame) => {
    const row = values.slice(3 * POINTS * frame, 3 * POINTS * (frame + 1));
    return row[0] === null
      ? undefined
      : Array.from({ length: POINTS }, (_, k) => ({ x: row[3 * k] ?? NaN, y: row[3 * k + 1] ?? NaN }));
  });
}

/** Keypoints of the same clip by the command line: ffmpeg's pictures, the runtime of Node, nothing kept from before. */
export async function placesFromCommandLine(file: string, model: string): Promise<Places> {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-paths-'));
  try {
    await promisify(execFile)(
      process.execPath,
      [
        ...['--disable-warning=ExperimentalWarning', ANALYZE, file],
        ...['--model', model, '--out', folder, '--no-pdf'],
      ],
      { env: { ...process.env, MIDSTANCE_CACHE: join(folder, 'cache') } },
    );
    const name = readdirSync(folder).find((entry) => entry.endsWith('.pose.json'));
    if (name === undefined) throw new Error('invalid output: no keypoints');
    const pose: { keypoints: ([number, number, number][] | null)[] } = JSON.parse(
      readFileSync(join(folder, name), 'utf8'),
    );
    return pose.keypoints.map((frame) => frame?.map(([x, y]) => ({ x, y })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Distances of all keypoints of the frames in which both found the runner, px ascending, and frames in which one did. */
export function compare(a: Places, b: Places): { readonly distancesPx: number[]; readonly oneSided: number } {
  if (a.length !== b.length) throw new RangeError(`invalid frames: ${a.length} and ${b.length}`);
  const distancesPx: number[] = [];
  let oneSided = 0;
  for (const [i, frame] of a.entries()) {
    const other = b[i];
    if ((frame === undefined) !== (other === undefined)) oneSided++;
    for (const [k, { x, y }] of (frame ?? []).entries()) {
      const place = other?.[k];
      if (place !== undefined) distancesPx.push(Math.hypot(x - place.x, y - place.y));
    }
  }
  return { distancesPx: distancesPx.sort((p, q) => p - q), oneSided };
}
