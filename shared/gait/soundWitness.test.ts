import { describe, expect, it } from 'vitest';
import type { AnalysisSession } from '../domain/analysis.ts';
import { median } from '../math/statistics.ts';
import { addFootfalls, addNoise, MADE_HZ, silence, stepInstants } from '../sound/beats.testkit.ts';
import { OnsetMaker } from '../sound/onsetMaker.ts';
import { analyzeSession } from './analyzeSession.ts';
import { filmedAt, hasTruth, rbdsClip } from './rbds.testkit.ts';

const session: AnalysisSession = {
  athlete_height_m: 1.75,
  speed_mps: 2.5,
  incline_percent: 0,
  shoe: null,
  surface: 'treadmill',
};

const SECONDS = 12;

/** The analysis of a measured runner with the sound of footfalls at the instants; without any, a silent clip. */
function analysed(runner: string, instants?: readonly number[]) {
  const clip = filmedAt(rbdsClip(runner).clip, 150, 150, SECONDS);
  const last = clip.frameTable.times.at(-1) ?? 0;
  const maker = new OnsetMaker(MADE_HZ);
  if (instants) maker.add(addNoise(addFootfalls(silence(last), instants, 3), 0.02, 4));
  const sound = maker.finish(0);
  return analyzeSession({ session, clips: [{ ...clip, ...(sound ? { sound } : {}) }], edits: [] });
}
type Analysed = ReturnType<typeof analysed>;
const cadenceOf = ({ metrics }: Analysed) => metrics.find(({ id }) => id === 'cadence');
const contactsOf = ({ events }: Analysed) => events.filter(({ type }) => type === 'initial_contact');
const codesOf = ({ clips }: Analysed) => clips.flatMap(({ notices }) => notices.map(({ code }) => code));

describe.skipIf(!hasTruth)('the sound of measured runners (needs truth/rbds beside the project)', () => {
  const RUNNERS = ['RBDS001_2.5ms', 'RBDS0041_2.5ms'];
  const AIR_S = 0.02;
  const heardAt = (runner: string) =>
    rbdsClip(runner).contacts.flatMap(({ initialContact: t }) => (t < SECONDS ? [t + AIR_S] : []));

  it.each(RUNNERS)('%s: agrees with the contacts and changes nothing', (runner) => {
    const silent = analysed(runner);
    const loud = analysed(runner, heardAt(runner));
    const { cadence, contacts } = loud.results[0]?.sound ?? {};
    expect(Math.abs((cadence?.value ?? 0) - (cadenceOf(silent)?.value ?? 0))).toBeLessThan(0.5);
    expect(contacts?.opposed).toEqual([]);
    expect(contacts?.spread).toBeLessThan(0.012);
    // The sound is late by its way through the air, less what the contacts found in the pictures are late.
    const plate = rbdsClip(runner).contacts;
    const late = contactsOf(silent).flatMap(({ side, time_s }) =>
      plate
        .filter((c) => c.side === side && Math.abs(c.initialContact - time_s) < 0.05)
        .map((c) => time_s - c.initialContact),
    );
    expect(Math.abs((contacts?.offset ?? 1) - (AIR_S - (median(late) ?? 1)))).toBeLessThan(0.005);
    expect(loud.metrics).toEqual(silent.metrics);
    expect(loud.events).toEqual(silent.events);
    expect(codesOf(loud)).toEqual(codesOf(silent));
  });

  it("another runner's steps are told with both numbers and cost the grade, not the value", () => {
    const runner = 'RBDS001_2.5ms';
    const silent = cadenceOf(analysed(runner));
    const other = (silent?.value ?? 0) + 14;
    const loud = analysed(runner, stepInstants(60 / other, { to: SECONDS }));
    const reason = { code: 'cadence_sound_disagrees', params: { contacts: Math.round(silent?.value ?? 0) } };
    expect(cadenceOf(loud)).toMatchObject({ value: silent?.value, grade: 'low', reason });
    expect(Math.abs(Number(cadenceOf(loud)?.reason?.params['sound']) - other)).toBeLessThan(1);
    expect(codesOf(loud)).toContain('cadence_sound_disagrees');
  });

  it('a footfall heard elsewhere leaves its contact where it is and lights it', () => {
    const runner = 'RBDS001_2.5ms';
    const silent = analysed(runner);
    const odd = 11;
    const heard = heardAt(runner).map((t, i) => (i === odd ? t + 0.075 : t));
    const loud = analysed(runner, heard);
    const lit = contactsOf(loud).filter(
      (event, i) => event.confidence < (contactsOf(silent)[i]?.confidence ?? 0),
    );
    expect(lit).toHaveLength(1);
    expect(lit[0]?.confidence).toBeLessThanOrEqual(0.3);
    expect(Math.abs((lit[0]?.time_s ?? 0) - ((heard[odd] ?? 0) - AIR_S - 0.075))).toBeLessThan(0.03);
    expect(loud.events.map(({ time_s }) => time_s)).toEqual(silent.events.map(({ time_s }) => time_s));
    expect(codesOf(loud)).toContain('contacts_against_sound');
  });
});
