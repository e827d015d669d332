import { describe, expect, it } from 'vitest';
import { defaultCamera } from '../../e2e/phantom/camera.ts';
import { proceduralMotion } from '../../e2e/phantom/motion.ts';
import { runnerParams } from '../../e2e/phantom/params.ts';
import { clipTruth } from '../../e2e/phantom/truth.ts';
import type { ClipInput } from '../../shared/domain/analysis.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { emptyTrack } from '../../shared/pose/track.ts';

const FRAMES = 330;

/** Joints of a drawn person at 30 frames/s, trembling by some pixels as a network's do. */
function seen(kind: 'walk' | 'run' | 'grounded_run', view: 'side' | 'rear' | 'front', seed: number) {
  const runner = runnerParams({ kind, seed });
  const camera = defaultCamera(view, 1.75);
  const motion = proceduralMotion(runner, FRAMES / 30 + 1);
  const truth = clipTruth({ motion, runner: {}, camera, fps: 30, frameCount: FRAMES });
  const pose = emptyTrack(truth.width, truth.height, FRAMES);
  let state = seed;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648 - 0.5;
  };
  truth.joints_px.forEach((points, frame) => {
    points.forEach(([x, y], k) => {
      const index = truth.joints[k]?.index ?? 0;
      pose.data.set([x + 8 * random(), y + 8 * random(), 0.95], frame * 99 + 3 * index);
    });
  });
  return { pose, times: truth.times_s };
}

function outcome(kind: Parameters<typeof seen>[0], view: Parameters<typeof seen>[1], told: number | null) {
  const { pose, times } = seen(kind, view, 3);
  const clip: ClipInput = {
    id: kind,
    file: kind,
    sha256: '0'.repeat(64),
    role: 'unassigned',
    view: view === 'side' ? 'auto' : view,
    frameTable: { firstPts: 0, times: Float64Array.from(times) },
    timeScale: { told, stated: null },
    rotation: 0,
    pose,
  };
  const session = { athlete_height_m: null, speed_mps: null, incline_percent: null, shoe: null } as const;
  try {
    analyzeSession({ session: { ...session, surface: 'treadmill' }, clips: [clip], edits: [] });
    return 'measured';
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

describe.each(['side', 'rear', 'front'] as const)('from the %s, at 30 frames/s', (view) => {
  it.each([null, 1])('a walk is refused as one (rate told: %s)', (told) => {
    expect(outcome('walk', view, told)).toBe('walking');
  });

  it.each(['run', 'grounded_run'] as const)('a %s is none', (kind) => {
    expect(outcome(kind, view, null)).toBe('measured');
  });
});
