import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../shared/domain/analysis.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { exactClip } from '../../shared/gait/invariance.testkit.ts';
import { probeClip } from '../media/probe.ts';
import { contactStills, kinogram } from './contactPictures.ts';
import type { ExportClip } from './exporter.ts';

const FILE = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));
const session = {
  ...{ athlete_height_m: 1.76, speed_mps: 3, incline_percent: 0, shoe: null },
  surface: 'treadmill' as const,
};
const signal = new AbortController().signal;

/** Width and height of a JPEG, from its frame header. */
function sizeOf(jpeg: Uint8Array): [number, number] {
  const bytes = Buffer.from(jpeg);
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2))
    if (bytes[at + 1] === 0xc0) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
  throw new Error('invalid JPEG: no frame header');
}

describe('pictures of the contacts', () => {
  it('are named by foot, true time and frame, of one size, and stand side by side', async () => {
    const input = exactClip('sample');
    const { clips, events, metrics, strides } = analyzeSession({ session, clips: [input], edits: [] });
    const four = strides.slice(0, 4);
    const analysis: Analysis = {
      ...{ schemaVersion: 1, session, clips, events, edits: [], detached_edits: [], metrics, strides: four },
      ...{ findings: [], plan: null },
      provenance: { app_version: '0', model: 'full', model_sha256: '', backend: 'b', settings: {} },
    };
    const clip: ExportClip = {
      ...{ id: input.id, path: FILE, probe: await probeClip(FILE), pose: input.pose.data },
    };
    const stills = [];
    for await (const still of contactStills(analysis, clip, 1, { showFace: false, signal }))
      stills.push(still);
    expect(stills.map(({ name }) => name)).toEqual(
      four
        .toSorted((a, b) => a.initial_contact_s - b.initial_contact_s)
        .map(({ side, initial_contact_s: at }, i) => {
          const frame = Math.round(120 * at);
          return `clip-1 contact 0${i + 1} ${side === 'L' ? 'left' : 'right'} ${at.toFixed(3)}s frame ${frame}.jpg`;
        }),
    );
    const sizes = stills.map(({ jpeg }) => sizeOf(jpeg));
    expect(new Set(sizes.map(String)).size).toBe(1);
    expect(sizes[0]?.[1]).toBe(720);
    const row = await kinogram(stills, signal);
    const [width, height] = sizeOf(row ?? new Uint8Array());
    expect(height).toBe(720);
    expect(Math.abs(width - (sizes[0]?.[0] ?? 0))).toBeLessThanOrEqual(2);
    expect(await kinogram(stills.slice(0, 1), signal)).toBeUndefined();
  });
});
