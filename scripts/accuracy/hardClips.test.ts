import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClipInput, GaitClass } from '../../shared/domain/analysis.ts';
import { CodedError, type ErrorCode } from '../../shared/domain/errors.ts';
import { analyzeSession, type GaitAnalysis } from '../../shared/gait/analyzeSession.ts';
import { hardClips } from './hardClips.ts';
import { scoreEvents } from './scoreEvents.ts';
import { decodeTrack, type TrackFile, trackPath } from './trackFile.ts';
import { clipInput, sessionOf } from './trackInput.ts';

interface Outcome {
  /** Nothing is measured, for this reason. */
  readonly refused?: ErrorCode;
  readonly gait?: GaitClass;
  readonly notice?: string;
  /** Metrics that are told with no more than a low grade, whatever else is. */
  readonly atMostLow?: readonly string[];
}

const OF_TOE_OFF = ['contact_time', 'flight_time', 'duty_factor', 'toe_off_plantarflexion'];
const OF_CONTACT = ['foot_strike_angle', 'tibia_angle_ic', 'knee_flexion_ic', 'overstride_ankle'];

/** What each hard clip must come to. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'hard-walking': { refused: 'walking' },
  'hard-grounded': { gait: 'grounded_run', atMostLow: OF_TOE_OFF },
  'hard-oblique': { notice: 'camera_turned', atMostLow: [...OF_CONTACT, ...OF_TOE_OFF] },
  'hard-crossing': { gait: 'run' },
  'hard-feet-cut': { refused: 'feet_outside' },
  'hard-three-steps': { refused: 'seen_briefly' },
  'hard-slow-motion': { refused: 'slow_motion_unknown' },
  'hard-uneven-clock': { gait: 'run', notice: 'variable_rate' },
  'hard-panning': { gait: 'run' },
  'hard-rail': { refused: 'legs_confused' },
  'hard-bystander': { gait: 'run' },
  'hard-strong-blur': { gait: 'run' },
};
/** As the file says: nobody has told whether it is slow motion. */
const UNTOLD = new Set(['hard-slow-motion']);

function analysed(id: string, track: TrackFile): GaitAnalysis | CodedError {
  const clip: ClipInput = clipInput(id, 'unassigned', track);
  const timeScale = UNTOLD.has(id) ? { told: null, stated: null } : clip.timeScale;
  try {
    return analyzeSession({ session: sessionOf(track.truth), clips: [{ ...clip, timeScale }], edits: [] });
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
}

const built = hardClips().filter(({ id }) => existsSync(trackPath(id)));

it('every hard clip has its outcome', () => {
  expect(hardClips().map(({ id }) => id)).toEqual(Object.keys(OUTCOMES));
  expect(built.length).toBeGreaterThanOrEqual(10);
});

describe.each(built)('$id', ({ id }) => {
  const { refused, gait, notice, atMostLow = [] } = OUTCOMES[id] ?? {};
  const track = decodeTrack(readFileSync(trackPath(id)));
  const analysis = analysed(id, track);

  if (refused !== undefined) {
    it(`is refused as ${refused}`, () => {
      expect(analysis).toMatchObject({ code: refused });
    });
    return;
  }
  if (analysis instanceof CodedError) throw analysis;
  const { clips, metrics, events } = analysis;

  it('is named as what it is', () => {
    if (gait !== undefined) expect(clips[0]?.gait).toBe(gait);
    if (notice !== undefined) expect(clips[0]?.notices.map(({ code }) => code)).toContain(notice);
  });

  it('tells no number surely that is wrong', () => {
    const sure = metrics.filter(({ grade }) => grade === 'high' || grade === 'medium');
    expect(sure.map((one) => one.id).filter((one) => atMostLow.includes(one))).toEqual([]);
    const wrong = sure.flatMap(({ id: metric, side, value, low, high }) => {
      const truth = track.truth.metrics.find((one) => one.id === metric && one.side === side)?.mean;
      if (truth === undefined || value === null || low === null || high === null) return [];
      // The interval holds 95 of 100, so that some of these many may lie just outside.
      const isWrong = Math.abs(value - truth) > 1.5 * Math.max(high - value, value - low);
      return isWrong ? [`${metric} ${side}: ${value} for ${truth}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('has no contact that is not one', () => {
    for (const side of ['L', 'R'] as const) {
      const mine = ({ side: own }: { side: string }) => own === side;
      const score = scoreEvents(
        track.truth.contacts.filter(mine).map(({ initial_contact_s }) => initial_contact_s),
        events.filter((event) => mine(event) && event.type === 'initial_contact').map(({ time_s }) => time_s),
        track.truth.duration_s,
      );
      expect(score.extra).toBe(0);
    }
  });
});
