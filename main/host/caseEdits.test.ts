import { expect, it } from 'vitest';
import type { Edit } from '../../shared/domain/analysis.ts';
import { ZipProblem } from '../export/storedZip.ts';
import { checkCaseEdits } from './caseEdits.ts';

const clip = { durationS: 10, frameCount: 300, width: 640, height: 480 };
const event = { clip: 'c', side: 'L', type: 'toe_off', event: null, reason: null } as const;
const place: Extract<Edit, { op: 'place' }> = {
  ...{ clip: 'c', op: 'place', joint: 0, frame: 5, x_px: 10, y_px: 10, auto_x_px: 0, auto_y_px: 0 },
  ...{ from_frame: 0, to_frame: 10 },
};
const check = (...edits: Edit[]) => checkCaseEdits(edits, () => clip);

const FITTING: readonly Edit[] = [
  { ...event, op: 'add', auto_time_s: null, time_s: 3 },
  { ...event, op: 'move', auto_time_s: 3, time_s: 3.02 },
  { ...event, op: 'reject', auto_time_s: 10, time_s: null },
  { clip: 'c', side: 'R', op: 'exclude', event: null, contact_time_s: 0, reason: null },
  place,
  { clip: 'c', op: 'swap', from_frame: 0, to_frame: 299 },
];
it.each(FITTING.map((edit) => ({ edit })))('an edit that fits its clip passes: $edit', ({ edit }) => {
  expect(() => check(edit)).not.toThrow();
});

const STRAY: readonly Edit[] = [
  { ...event, op: 'add', auto_time_s: null, time_s: 10.1 },
  { ...event, op: 'add', auto_time_s: null, time_s: null },
  { ...event, op: 'move', auto_time_s: -1, time_s: 3 },
  { clip: 'c', side: 'R', op: 'exclude', event: null, contact_time_s: 11, reason: null },
  { ...place, to_frame: 300 },
  { ...place, x_px: 641 },
  { clip: 'c', op: 'swap', from_frame: 9, to_frame: 8 },
];
it.each(STRAY.map((edit) => ({ edit })))(
  'one that a coach could not have typed is refused: $edit',
  ({ edit }) => {
    expect(() => check(edit)).toThrow(ZipProblem);
  },
);
