import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsAt, ruleErrorsAt } from './eventModel.ts';
import { EVENT_MODEL } from './eventWeights.ts';
import { detectContacts } from './legEvents.ts';
import { placedContacts } from './placeEvents.ts';
import { prepareClip } from './preparedClip.ts';
import { eventCutoffHz } from './rates.ts';
import { eighteenFolder, filmedAt, rbdsClip } from './rbds.testkit.ts';
import { signalsOf, strideTimeOf } from './readPlane.ts';
import type { Signals } from './signals.ts';

const isThere = existsSync(eighteenFolder) || process.env['MIDSTANCE_REQUIRE_ALL'] !== undefined;

const OF_MARKERS = EVENT_MODEL.kinds.find(({ name }) => name === 'markers')?.errors ?? [];

function found(fps: number) {
  const { clip, contacts: plate } = rbdsClip('RBDS018_4.5ms', false, eighteenFolder);
  const prepared = prepareClip({
    ...filmedAt(clip, fps, fps, 6),
    timeScale: { told: 1, stated: null },
  });
  const [signals] = signalsOf(prepared, eventCutoffHz(fps), 1);
  const stride = signals && strideTimeOf(signals, 0.45, 1.1);
  if (!signals || !stride) throw new Error('no stride');
  return { signals, stride, plate, contacts: detectContacts(signals, stride) };
}

const place = (
  { signals, stride, contacts }: ReturnType<typeof found>,
  fps: number,
  seen: Signals = signals,
) => placedContacts(seen, contacts, stride, fps, EVENT_MODEL);

describe.skipIf(!isThere)('placed events (needs truth/fukuchi2017 beside the project)', () => {
  it('moves the instants of a leg that it knows and keeps their number and order', () => {
    const clip = found(120);
    const { contacts, isPlaced, errors } = place(clip, 120);
    expect(isPlaced).toEqual({ L: true, R: true });
    expect(contacts.map(({ side }) => side)).toEqual(clip.contacts.map(({ side }) => side));
    expect(contacts.some((one, i) => one.initialContact !== clip.contacts[i]?.initialContact)).toBe(true);
    expect(errors.L).toEqual(errorsAt(OF_MARKERS, 120));
  });

  it('leaves a slow camera to the rule, with its wider errors', () => {
    const clip = found(30);
    const { contacts, isPlaced, errors } = place(clip, 30);
    expect(isPlaced).toEqual({ L: false, R: false });
    expect(contacts).toEqual(clip.contacts);
    expect(errors.R.initialContact).toBeGreaterThan(2 * errorsAt(OF_MARKERS, 60).initialContact);
    expect(errors.R.initialContact).toBeGreaterThan(ruleErrorsAt(EVENT_MODEL, 60).initialContact);
  });

  it('leaves one leg to the rule where its foot is unlike any that was learned, and the other to the model', () => {
    const clip = found(120);
    const { legs } = clip.signals;
    const long = legs.L.footIndex.x.map((x, i) => x + 2 * (x - (legs.L.heel.x[i] ?? 0)));
    const strange = {
      ...clip.signals,
      legs: { ...legs, L: { ...legs.L, footIndex: { ...legs.L.footIndex, x: long } } },
    };
    const { contacts, isPlaced, errors } = place(clip, 120, strange);
    expect(isPlaced).toEqual({ L: false, R: true });
    const left = (all: typeof contacts) => all.filter(({ side }) => side === 'L');
    expect(left(contacts)).toEqual(left(clip.contacts));
    expect(errors.L.toeOff).toBeGreaterThan(errors.R.toeOff);
  });
});
