import { expect, it } from 'vitest';
import type { Edit, GaitEvent } from '../domain/analysis.ts';
import { editTexts } from './editTexts.ts';
import { forbiddenWords } from './fixedTexts.ts';

const event = { clip: 'c', side: 'L', type: 'initial_contact', event: null, reason: null } as const;
const found = (side: 'L' | 'R', time_s: number): GaitEvent => ({
  id: `${side}-${time_s}`,
  clip: 'c',
  side,
  type: 'initial_contact',
  time_s,
  frame: Math.round(120 * time_s),
  confidence: 1,
  doubts: [],
});
const events = [
  ...[1, 2, 3, 6].map((time) => found('L', time)),
  ...[3.2084, 5].map((time) => found('R', time)),
];
const edits: Edit[] = [
  { ...event, op: 'accept', auto_time_s: 1, time_s: null },
  { ...event, op: 'move', auto_time_s: 2, time_s: 1.983 },
  { ...event, op: 'move', auto_time_s: 2, time_s: 1.992 },
  { ...event, op: 'reject', auto_time_s: 3, time_s: null, reason: 'foot_hidden' },
  { clip: 'c', side: 'R', op: 'exclude', event: null, contact_time_s: 3.2084, reason: 'stumble' },
  { clip: 'c', side: 'R', op: 'exclude', event: null, contact_time_s: 5, reason: 'waves <at> someone' },
  { clip: 'c', side: 'L', op: 'exclude', event: null, contact_time_s: 6, reason: 'hidden' },
  { clip: 'c', side: 'L', op: 'include', event: null, contact_time_s: 6, reason: null },
  {
    ...{ clip: 'c', op: 'place', joint: 28, frame: 9, x_px: 1, y_px: 1, auto_x_px: 0, auto_y_px: 0 },
    ...{ from_frame: 5, to_frame: 12 },
  },
  { clip: 'c', op: 'swap', from_frame: 3, to_frame: 7 },
  { clip: 'other', op: 'swap', from_frame: 3, to_frame: 7 },
];

it('tells what a coach changed in a clip, the last word on each', () => {
  const texts = editTexts({ events, edits, detached_edits: edits.slice(0, 1) }, 'c');
  expect(texts).toEqual([
    'Events looked at by the coach: 1 accepted, 1 moved, 1 rejected.',
    'left contact: auto 2.000 s → coach 1.992 s; ' +
      'left contact: auto 3.000 s rejected (the foot is hidden).',
    'The right stride from 3.208 s is left out: a stumble.',
    'The right stride from 5.000 s is left out: waves <at> someone.',
    'Keypoints: 1 joint placed by hand, legs swapped 1 time.',
    '1 change of the coach found nothing to belong to in this reading and had no effect.',
  ]);
  expect(texts.flatMap((text) => forbiddenWords(text))).toEqual([]);
  expect(editTexts({ events, edits: [], detached_edits: [] }, 'c')).toEqual([]);
});
