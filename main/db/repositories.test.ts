import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit, EventEdit } from '../../shared/domain/analysis.ts';
import type { Drawing } from '../../shared/domain/drawing.ts';
import { type LibraryDb, openLibraryDb } from './libraryDb.ts';
import { blobFromChunk, chunkFromBlob } from './poseBlob.ts';
import { filledLibrary, LOOK, NOW, SHA, SOUND, temporaryFolder } from './testLibrary.testkit.ts';

let place: ReturnType<typeof temporaryFolder>;
let db: LibraryDb;
beforeEach(() => {
  place = temporaryFolder();
  db = filledLibrary(join(place.folder, 'library.db'));
});
afterEach(() => {
  db.close();
  place.remove();
});

const edit: EventEdit = {
  clip: 'clip-0001',
  side: 'L',
  type: 'initial_contact',
  op: 'move',
  event: 'L-initial_contact-15',
  auto_time_s: 0.5,
  time_s: 0.52,
  reason: null,
};

describe('athletes, sessions and clips', () => {
  it('change only the fields that are named and can be set back to unknown', () => {
    expect(db.athletes.update('athlete-1', { heightM: 1.8 })).toMatchObject({ name: 'Ann', heightM: 1.8 });
    expect(db.athletes.update('athlete-1', { heightM: null })).toMatchObject({
      heightM: null,
      birthYear: 1990,
    });
    expect(db.sessions.update('session-1', { shoe: 'flat' })).toMatchObject({ shoe: 'flat', speedMps: 3 });
    const clip = db.clips.update('clip-0001', {
      standing: { from: 0, to: 1 },
      person: { x: 1, y: 2, timeS: 0 },
    });
    expect(clip).toMatchObject({ standing: { from: 0, to: 1 }, person: { x: 1, y: 2 } });
    expect(db.clips.update('clip-0001', { standing: null })).toMatchObject({
      standing: null,
      person: { x: 1 },
    });
  });

  it('are found no more after deletion, with everything that hung on them', () => {
    db.edits.add('session-1', 'edit-0001', edit);
    db.athletes.remove('athlete-1');
    expect(() => db.sessions.get('session-1')).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(() => db.clips.get('clip-0001')).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(db.edits.state('session-1')).toEqual({
      ...{ edits: [], confirmed: [], drawings: [], canUndo: false, canRedo: false },
    });
    expect(db.files.removeUnused()).toEqual([SHA]);
  });

  it('leave no trace of a deleted name in the file', () => {
    db.athletes.create('athlete-2', { ...db.athletes.get('athlete-1'), name: 'Zzyzx Quorn' }, NOW);
    db.athletes.remove('athlete-2');
    db.close();
    expect(readFileSync(join(place.folder, 'library.db')).includes('Zzyzx Quorn')).toBe(false);
  });

  it('keep the frame table exactly', () => {
    const file = db.files.get(SHA);
    expect(file.frameTable.firstPts).toBe(0.5);
    expect(file.frameTable.times[7]).toBe(7 / 30);
    expect(file.frameTable.times.length).toBe(40);
    expect(file.look).toEqual(LOOK);
    expect(file.sound).toEqual(SOUND);
  });
});

describe('edits', () => {
  it('of strides and keypoints come back as they were made', () => {
    const exclude: Edit = {
      clip: 'clip-0001',
      side: 'R',
      op: 'exclude',
      event: null,
      contact_time_s: 1.25,
      reason: 'why',
    };
    const place: Edit = {
      ...{ clip: 'clip-0001', op: 'place', joint: 28, frame: 40, x_px: 10.5, y_px: 20 },
      ...{ auto_x_px: 12, auto_y_px: 21, from_frame: 36, to_frame: 44 },
    };
    db.edits.add('session-1', 'edit-0001', exclude);
    const { edits } = db.edits.add('session-1', 'edit-0002', place);
    expect(edits.map((one) => one.edit)).toEqual([exclude, place]);
    expect(db.edits.undo('session-1').edits.map((one) => one.edit)).toEqual([exclude]);
  });

  it('undo and redo, and a new edit ends the redo', () => {
    db.edits.add('session-1', 'edit-0001', edit);
    db.edits.confirm('session-1', 'overstride:L', true);
    expect(db.edits.confirm('session-1', 'overstride:L', true).confirmed).toEqual(['overstride:L']);
    expect(db.edits.undo('session-1')).toMatchObject({ confirmed: [], canUndo: true, canRedo: true });
    expect(db.edits.undo('session-1').edits).toEqual([]);
    expect(db.edits.undo('session-1').canUndo).toBe(false);
    expect(db.edits.redo('session-1').edits).toEqual([{ id: 'edit-0001', edit }]);
    const after = db.edits.add('session-1', 'edit-0002', { ...edit, op: 'reject', time_s: null });
    expect(after).toMatchObject({ canRedo: false, confirmed: [] });
    expect(after.edits.map((one) => one.id)).toEqual(['edit-0001', 'edit-0002']);
  });

  it('of a deleted clip cannot be undone or redone any more', () => {
    db.edits.add('session-1', 'edit-0001', edit);
    db.clips.remove('clip-0001');
    expect(db.edits.state('session-1')).toMatchObject({ edits: [], canUndo: false, canRedo: false });
  });
});

describe('drawings', () => {
  const drawing: Drawing = {
    ...{
      id: 'drawing-1',
      clipId: 'clip-0001',
      tool: 'arrow',
      colour: 'sky',
      frame: 3,
      fromFrame: 3,
      toFrame: 9,
    },
    ...{ text: null, marks: [] },
    points: [
      { x: 1.5, y: 2, joint: 27 },
      { x: 30, y: 40, joint: null },
    ],
  };
  const shown = () => db.edits.state('session-1').drawings;

  it('are drawn, changed and taken away, each undone and redone in one log with the edits, also after a restart', () => {
    const changed: Drawing = { ...drawing, colour: 'orange', toFrame: 12 };
    db.edits.draw('session-1', undefined, drawing);
    db.edits.add('session-1', 'edit-0001', edit);
    db.edits.draw('session-1', undefined, { ...drawing, id: 'drawing-2' });
    db.edits.draw('session-1', drawing, changed);
    expect(db.edits.draw('session-1', changed, undefined).drawings.map(({ id }) => id)).toEqual([
      'drawing-2',
    ]);
    db.close();
    db = openLibraryDb(join(place.folder, 'library.db'));
    expect(db.edits.undo('session-1').drawings).toEqual([changed, { ...drawing, id: 'drawing-2' }]);
    expect(db.edits.undo('session-1').drawings[0]).toEqual(drawing);
    expect(db.edits.undo('session-1').drawings).toEqual([drawing]);
    expect(db.edits.undo('session-1')).toMatchObject({ edits: [], drawings: [drawing] });
    expect(db.edits.undo('session-1')).toMatchObject({ drawings: [], canUndo: false });
    for (let i = 0; i < 4; i++) db.edits.redo('session-1');
    expect(shown()[0]).toEqual(changed);
    expect(db.edits.redo('session-1')).toMatchObject({ canRedo: false, drawings: [{ id: 'drawing-2' }] });
  });

  it('go with their clip, and what they said with them', () => {
    db.edits.draw('session-1', undefined, {
      ...{ ...drawing, tool: 'text', text: 'Zzyzx Quorn', points: drawing.points.slice(0, 1) },
    });
    db.clips.remove('clip-0001');
    expect(db.edits.state('session-1')).toMatchObject({ drawings: [], canUndo: false, canRedo: false });
    db.close();
    expect(readFileSync(join(place.folder, 'library.db')).includes('Zzyzx Quorn')).toBe(false);
  });
});

describe('pose runs', () => {
  const key = {
    sha256: SHA,
    model: 'full',
    modelSha256: SHA,
    backend: 'litert',
    settings: { b: 1, a: 'x' },
  };

  it('are one per file, model and settings, whatever the order of the settings', () => {
    db.pose.create('run-0001', key, 40, NOW);
    expect(db.pose.find({ ...key, settings: { a: 'x', b: 1 } })?.id).toBe('run-0001');
    expect(db.pose.find({ ...key, settings: { a: 'y', b: 1 } })).toBeUndefined();
    expect(() => db.pose.create('run-0002', key, 40, NOW)).toThrow(/UNIQUE/);
  });

  it('give back the stored keypoints and NaN for what is missing', () => {
    db.pose.create('run-0001', key, 40, NOW);
    const data = Float32Array.from({ length: 16 * 99 + 5 }, (_, i) => (i < 99 ? Number.NaN : i / 3));
    db.pose.saveChunk('run-0001', 1, { firstFrame: 16, frames: 16, data });
    const { data: track } = db.pose.whole('run-0001');
    expect(track.length).toBe(40 * 99);
    expect(track.subarray(16 * 99, 32 * 99)).toEqual(data.subarray(0, 16 * 99));
    expect(db.pose.chunk('run-0001', 1).data).toEqual(data);
    expect(track.subarray(0, 16 * 99).every(Number.isNaN)).toBe(true);
    expect(db.pose.doneChunks('run-0001')).toEqual([{ index: 1, firstFrame: 16, frames: 16 }]);
    expect(db.pose.framesDone('run-0001')).toBe(16);
  });

  it('refuse a damaged chunk', () => {
    const blob = blobFromChunk({ firstFrame: 3, frames: 1, data: new Float32Array(99) });
    expect(chunkFromBlob(blob)).toMatchObject({ firstFrame: 3, frames: 1 });
    expect(() => chunkFromBlob(blob.subarray(0, 100))).toThrow(/invalid pose chunk/);
    expect(() => chunkFromBlob(Buffer.from('XPOS'.repeat(20)))).toThrow(/invalid pose chunk/);
    expect(() => blobFromChunk({ firstFrame: 0, frames: 2, data: new Float32Array(99) })).toThrow(
      /data.length/,
    );
  });
});

it('settings fill in what an older version did not know', () => {
  expect(db.settings.get().theme).toBe('system');
  db.settings.set({ ...db.settings.get(), theme: 'dark' });
  expect(db.settings.get().theme).toBe('dark');
});
