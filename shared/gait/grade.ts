import type { Grade, Notice } from '../domain/analysis.ts';

/** One reason to trust a value less. The worst gate decides (METHOD.md 3.5). */
export interface Gate {
  readonly grade: Grade;
  readonly reason: Notice;
}

const ORDER: readonly Grade[] = ['high', 'medium', 'low', 'not_reported'];

export const worse = (a: Grade, b: Grade): Grade => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b);

export function oneTierDown(grade: Grade): Grade {
  return grade === 'not_reported' ? grade : (ORDER[Math.min(2, ORDER.indexOf(grade) + 1)] ?? 'low');
}

/** The first gate of the worst grade; high without a reason when every gate is open. */
export function worstGate(gates: readonly Gate[]): { grade: Grade; reason: Notice | null } {
  let worst: { grade: Grade; reason: Notice | null } = { grade: 'high', reason: null };
  for (const gate of gates) {
    if (ORDER.indexOf(gate.grade) > ORDER.indexOf(worst.grade)) worst = gate;
  }
  return worst;
}

const notice = (code: string, params: Notice['params'] = {}): Notice => ({ code, params });
const graded = (grade: Grade, code: string, params: Notice['params'] = {}): Gate => ({
  grade,
  reason: notice(code, params),
});

export function rateGate(captureFps: number, minFps: number, recommendedFps: number): Gate {
  // Phones write 29.97 and 59.94: a rate within 2 % counts as the round one.
  if (captureFps < 0.98 * minFps)
    return graded('not_reported', 'rate_too_low', { fps: Math.round(captureFps), min_fps: minFps });
  if (captureFps < 0.98 * recommendedFps)
    return graded('medium', 'rate_below_recommended', {
      fps: Math.round(captureFps),
      recommended_fps: recommendedFps,
    });
  return graded('high', 'rate');
}

/** Clean steps of a leg below which its mean says nothing (METHOD.md 3.4). */
export const FEWEST_CLEAN_STEPS = 7;

export function stepCountGate(n: number, minimum = FEWEST_CLEAN_STEPS, enough = 14): Gate {
  if (n < minimum) return graded('not_reported', 'too_few_steps', { n, min_n: minimum });
  if (n < enough) return graded('medium', 'few_steps', { n, enough_n: enough });
  return graded('high', 'steps');
}

export function sideYawGate(yawDeg: number | null, oblique: boolean): Gate {
  if (oblique) return graded('low', 'oblique_view', { yaw_deg: Math.round(yawDeg ?? 0) });
  if (yawDeg !== null && yawDeg > 10)
    return graded('medium', 'camera_turned', { yaw_deg: Math.round(yawDeg) });
  return graded('high', 'yaw');
}

export function spreadGate(spreadMs: number): Gate {
  if (spreadMs > 40) return graded('low', 'contact_estimates_far_apart', { spread_ms: Math.round(spreadMs) });
  if (spreadMs > 20) return graded('medium', 'contact_estimates_apart', { spread_ms: Math.round(spreadMs) });
  return graded('high', 'spread');
}

export function visibilityGate(visibility: number): Gate {
  const params = { visibility: Math.round(visibility * 100) / 100 };
  if (visibility < 0.5) return graded('not_reported', 'leg_hidden', params);
  if (visibility < 0.65) return graded('low', 'leg_hardly_visible', params);
  if (visibility < 0.8) return graded('medium', 'leg_partly_visible', params);
  return graded('high', 'visibility');
}

export function droppedGate(droppedShare: number): Gate {
  const params = { dropped_percent: Math.round(100 * droppedShare) };
  if (droppedShare > 0.4) return graded('not_reported', 'too_many_steps_dropped', params);
  if (droppedShare > 0.25) return graded('low', 'many_steps_dropped', params);
  if (droppedShare > 0.1) return graded('medium', 'steps_dropped', params);
  return graded('high', 'dropped');
}

/**
 * A sole on the ground is flat. Keypoints of synthetic runners tilt it by 1 to 8 degrees where the foot strike angle is right
 * to within 10, and by 20 to 40 where it is wrong altogether.
 */
export function soleGate(tiltDeg: number): Gate {
  const params = { tilt_deg: Math.round(tiltDeg) };
  if (tiltDeg > 18) return graded('not_reported', 'foot_misread', params);
  if (tiltDeg > 11) return graded('low', 'foot_misread', params);
  return graded('high', 'sole');
}

/** What was read while the network may have looked at somebody else. */
export const besideGate = (reason: Notice): Gate => ({ grade: 'low', reason });

/** Without a sure flight nothing that hangs on toe-off is known well. */
export const flightGate: Gate = graded('low', 'flight_unclear');
export const farLegGate: Gate = graded('medium', 'far_leg');
export const visualOnlyGate: Gate = graded('low', 'visual_note_only');
