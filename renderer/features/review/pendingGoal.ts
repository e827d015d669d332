interface Goal {
  readonly clip: string;
  /** True seconds. */
  readonly timeS: number;
}

let pending: Goal | undefined;

/** Opens another clip of the session at a time. */
export function goToClip(clip: string, timeS: number): void {
  pending = { clip, timeS };
  location.hash = `#/review/${clip}`;
}

/** Where the clip was opened to be looked at; only the first question gets it. */
export function takeGoal(clip: string): Goal | undefined {
  if (pending?.clip !== clip) return undefined;
  const goal = pending;
  pending = undefined;
  return goal;
}
