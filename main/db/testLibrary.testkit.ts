import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LibraryDb, openLibraryDb } from './libraryDb.ts';

export const LOOK = {
  ...{ every: 2, luma: [120, 121], blur: [0.31], cuts: [3] },
  shift: [null, [0.001, -0.002] as [number, number]],
  zoom: [null, 0.0001],
};
export const SOUND = { hz: 200, start: 0.0025, onsets: [0, 255, 12] };
export const NOW = '2026-01-02T03:04:05.000Z';
export const SHA = 'ab'.repeat(32);

/** A new empty folder under the system's temporary one. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'midstance-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A library on disk with one athlete, session, file and clip. */
export function filledLibrary(file: string): LibraryDb {
  const db = openLibraryDb(file);
  const legs = { leftLengthM: null, rightLengthM: null, remark: null };
  db.athletes.create(
    'athlete-1',
    { name: 'Ann', groups: [], heightM: 1.7, birthYear: 1990, consent: null, legs, notes: '' },
    NOW,
  );
  db.sessions.create(
    'session-1',
    {
      athleteId: 'athlete-1',
      date: '2026-01-02',
      speedMps: 3,
      inclinePercent: null,
      shoe: null,
      surface: 'treadmill',
      fatigue: null,
      tags: [],
      notes: '',
    },
    NOW,
  );
  const probe = {
    codec: 'h264',
    width: 64,
    height: 48,
    rotation: 0 as const,
    containerFps: 30,
    captureFps: null,
    container: 'mov',
    pixelFormat: 'yuv420p',
    isSquare: true,
    colour: { matrix: 'bt709', range: 'limited' } as const,
    hasAudio: false,
    frameTableSource: 'packets' as const,
    ...{ flip: false, isInterlaced: false, dynamicRange: 'sdr' as const, ignoresEdits: false },
    ...{ isFullRateIntended: null, longestGop: 12, filmTrack: 0, readerStart_s: null },
  };
  db.files.insert(
    {
      sha256: SHA,
      bytes: 10,
      storage: 'copy',
      place: 'a.mp4',
      probe,
      frameTable: { firstPts: 0.5, times: Float64Array.from({ length: 40 }, (_, i) => i / 30) },
      thumbnailCount: 0,
      hasProxy: false,
      isNotAsTold: false,
      look: LOOK,
      sound: SOUND,
    },
    NOW,
  );
  db.clips.create({
    id: 'clip-0001',
    sessionId: 'session-1',
    sha256: SHA,
    fileName: 'a.mp4',
    role: 'side_left',
    createdAt: NOW,
  });
  return db;
}
