/** How far ahead beats are handed to the sound clock, seconds. */
export const AHEAD_S = 0.12;

export interface Metronome {
  /** Hands over every beat that is due until `AHEAD_S` from now. Called often; late calls lose no beat's place. */
  tick(): void;
}

/**
 * Beats on the clock of the sound itself, so that they neither drift nor wait for pictures: beat k is at start + k·60/bpm.
 * @throws RangeError for a rate that is no number above 0
 */
export function createMetronome(
  beatsPerMinute: number,
  nowS: () => number,
  click: (atS: number) => void,
): Metronome {
  if (!(beatsPerMinute > 0)) throw new RangeError(`invalid beatsPerMinute: ${beatsPerMinute}`);
  const startS = nowS();
  let beat = 0;
  return {
    tick() {
      for (let atS = startS; ; beat += 1) {
        atS = startS + (beat * 60) / beatsPerMinute;
        if (atS > nowS() + AHEAD_S) return;
        // What is over already, as after a sleep, is left out instead of sounding all at once.
        if (atS >= nowS()) click(atS);
      }
    },
  };
}
