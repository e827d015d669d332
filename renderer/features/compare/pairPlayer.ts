import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Playback, Player, Rate } from '../../player/player.ts';
import { movePlayhead } from '../../player/playhead.ts';

export interface PairState {
  /** Of the first clip. */
  readonly frame: number;
  readonly playing: 1 | -1 | 0;
  readonly rate: Rate;
  /** Whether the second clip has the moment that belongs to this frame. */
  readonly hasOther: boolean;
}

export interface PairPlayer extends Playback {
  readonly store: StoreApi<PairState>;
  seek(frame: number): void;
  /** Ties the clips to each other in another way; the first stays where it is. */
  tie(otherFrame: OtherFrame): void;
  close(): void;
}

/** Frame of the second clip that belongs to one of the first; undefined where it has none. */
export type OtherFrame = (frame: number) => number | undefined;

export interface PairOptions {
  readonly first: Player;
  readonly second: Player;
  /** True seconds of the first clip's frames. */
  readonly times: Float64Array;
  readonly nextTick: (tick: (nowMs: number) => void) => number;
  readonly cancelTick: (handle: number) => void;
}

/** A tick later than this was a hidden window or a stall, not time to be made up, s. */
const LONGEST_TICK_S = 0.1;

/**
 * Two clips under one clock: it runs in the first clip's true time and waits for both pictures, so that what stands side by side
 * belongs together in every frame.
 */
export function createPairPlayer({ first, second, times, nextTick, cancelTick }: PairOptions): PairPlayer {
  const last = times.length - 1;
  const store = createStore<PairState>(() => ({
    ...{ frame: first.store.getState().frame, playing: 0, rate: 0.25, hasOther: false },
  }));
  let otherFrame: OtherFrame = () => undefined;
  let handle: number | undefined;
  let position = 0;
  let lastTickMs: number | undefined;

  function want(frame: number): void {
    const other = otherFrame(frame);
    store.setState({ frame, hasOther: other !== undefined });
    first.seek(frame);
    if (other !== undefined) second.seek(other);
  }

  const isShown = ({ store: { getState } }: Player): boolean => getState().shownFrame === getState().frame;

  function tick(nowMs: number): void {
    const { playing, rate, frame } = store.getState();
    if (playing === 0) return;
    handle = nextTick(tick);
    const elapsed = Math.min(LONGEST_TICK_S, (nowMs - (lastTickMs ?? nowMs)) / 1000);
    lastTickMs = nowMs;
    if (!isShown(first) || !isShown(second)) return;
    const move = movePlayhead(times, position, playing * rate * elapsed, undefined);
    position = move.position;
    if (move.frame !== frame) want(move.frame);
    if (move.hasEnded) pause();
  }

  function pause(): void {
    if (handle !== undefined) cancelTick(handle);
    handle = undefined;
    store.setState({ playing: 0 });
  }

  function seek(frame: number): void {
    const wanted = Math.max(0, Math.min(last, Math.round(frame)));
    position = times[wanted] ?? 0;
    want(wanted);
  }

  return {
    store,
    seek,
    tie(next) {
      otherFrame = next;
      want(store.getState().frame);
    },
    step(frames) {
      pause();
      seek(store.getState().frame + frames);
    },
    play(direction) {
      pause();
      const { frame } = store.getState();
      if (frame === (direction === 1 ? last : 0)) seek(direction === 1 ? 0 : last);
      else position = times[frame] ?? 0;
      lastTickMs = undefined;
      store.setState({ playing: direction });
      handle = nextTick(tick);
    },
    pause,
    setRate: (rate) => store.setState({ rate }),
    close: pause,
  };
}
