import { createStore, type StoreApi } from 'zustand/vanilla';
import { createFrameLoader, type FrameLoader } from './frameLoader.ts';
import type { DecodedFrame, FrameReader } from './frameReader.ts';
import { type LoopRange, movePlayhead } from './playhead.ts';

/** Speeds relative to reality: a slow-motion file at 1 runs as fast as the runner did. */
export const RATES = [0.05, 0.1, 0.25, 0.5, 1, 2] as const;
export type Rate = (typeof RATES)[number];

export interface PlayerState {
  /** Frame that is wanted; `shownFrame` follows as soon as it is decoded. */
  readonly frame: number;
  readonly shownFrame: number | undefined;
  /** 1 forwards, -1 in reverse, 0 standing still. */
  readonly playing: 1 | -1 | 0;
  readonly rate: Rate;
  /** True seconds shown per second lately, while playing; below `rate` where decoding cannot keep up. */
  readonly reachedRate: number | undefined;
  readonly loop: LoopRange | undefined;
  readonly source: FrameReader['kind'];
  readonly error: unknown;
}

export interface Player {
  readonly store: StoreApi<PlayerState>;
  seek(frame: number): void;
  step(frames: number): void;
  play(direction: 1 | -1): void;
  pause(): void;
  setRate(rate: Rate): void;
  setLoop(loop: LoopRange | undefined): void;
  /** Takes the pictures from somewhere else from now on; the frame stays, and so does what is shown meanwhile. */
  setReader(reader: FrameReader): void;
  /** The shown frame, for drawing it again after a zoom. */
  current(): DecodedFrame | undefined;
  /** Frames that are wanted besides the one on the stage, which always goes first. Only the last wish counts. */
  wantAlso(frames: readonly number[]): void;
  /** A frame if it is in memory; it may be closed at any later time. */
  peek(frame: number): DecodedFrame | undefined;
  /** Called with every frame that comes into memory. Returns the function that stops. */
  onStored(listener: (frame: DecodedFrame) => void): () => void;
  /** Called with every frame to be drawn. Returns the function that stops. */
  onFrame(listener: (frame: DecodedFrame) => void): () => void;
  close(): void;
}

/** What a bar of buttons and keys needs to run something: one clip, or two that are tied to each other. */
export interface Playback extends Pick<Player, 'step' | 'play' | 'pause' | 'setRate'> {
  readonly store: Pick<
    StoreApi<Pick<PlayerState, 'frame' | 'playing' | 'rate'>>,
    'getState' | 'getInitialState' | 'subscribe'
  >;
}

export interface PlayerOptions {
  readonly reader: FrameReader;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  /** requestAnimationFrame and its counterpart. */
  readonly nextTick: (tick: (nowMs: number) => void) => number;
  readonly cancelTick: (handle: number) => void;
}

/** How often the reached speed is told, ms. */
const RATE_WINDOW_MS = 500;
/** A tick later than this was a hidden window or a stall, not time to be made up, s. */
const LONGEST_TICK_S = 0.1;

export function createPlayer(options: PlayerOptions): Player {
  const { times, nextTick, cancelTick } = options;
  const last = times.length - 1;
  const listeners = new Set<(frame: DecodedFrame) => void>();
  const storedListeners = new Set<(frame: DecodedFrame) => void>();
  let also: readonly number[] = [];
  const store = createStore<PlayerState>(() => ({
    frame: 0,
    shownFrame: undefined,
    playing: 0,
    rate: 0.25,
    reachedRate: undefined,
    loop: undefined,
    source: options.reader.kind,
    error: undefined,
  }));
  /** The last source, kept until the new one shows its first frame. */
  let retired: FrameLoader | undefined;
  let loader = loaderOf(options.reader);
  let handle: number | undefined;
  let position = 0;
  let lastTickMs: number | undefined;
  let measured = { sinceMs: 0, trueS: 0 };

  function loaderOf(reader: FrameReader): FrameLoader {
    return createFrameLoader({
      reader,
      frameCount: times.length,
      onFrame(frame) {
        store.setState({ shownFrame: frame.index, source: reader.kind, error: undefined });
        for (const listener of listeners) listener(frame);
        retired?.close();
        retired = undefined;
      },
      onStored(frame) {
        for (const listener of storedListeners) listener(frame);
      },
      onError: (error) => store.setState({ error, playing: 0, reachedRate: undefined }),
    });
  }

  function want(frame: number, direction: 1 | -1): void {
    store.setState({ frame });
    loader.request(frame, direction);
  }

  function tick(nowMs: number): void {
    const { playing, rate, frame, shownFrame, loop } = store.getState();
    if (playing === 0) return;
    handle = nextTick(tick);
    const elapsed = Math.min(LONGEST_TICK_S, (nowMs - (lastTickMs ?? nowMs)) / 1000);
    if (lastTickMs === undefined) measured = { sinceMs: nowMs, trueS: 0 };
    lastTickMs = nowMs;
    // The clock waits for the picture: what is shown is never behind the time that is stated.
    if (shownFrame === frame) {
      const move = movePlayhead(times, position, playing * rate * elapsed, loop);
      position = move.position;
      measured.trueS += rate * elapsed;
      if (move.frame !== frame) want(move.frame, playing);
      if (move.hasEnded) pause();
    }
    if (nowMs - measured.sinceMs < RATE_WINDOW_MS || store.getState().playing === 0) return;
    store.setState({ reachedRate: (1000 * measured.trueS) / (nowMs - measured.sinceMs) });
    measured = { sinceMs: nowMs, trueS: 0 };
  }

  function pause(): void {
    if (handle !== undefined) cancelTick(handle);
    handle = undefined;
    store.setState({ playing: 0, reachedRate: undefined });
  }

  function seek(frame: number): void {
    const wanted = Math.max(0, Math.min(last, Math.round(frame)));
    const direction = wanted < store.getState().frame ? -1 : 1;
    position = times[wanted] ?? 0;
    want(wanted, direction);
  }

  return {
    store,
    seek,
    step(frames) {
      pause();
      seek(store.getState().frame + frames);
    },
    play(direction) {
      pause();
      const { frame, loop } = store.getState();
      const isAtEnd = loop === undefined && frame === (direction === 1 ? last : 0);
      if (isAtEnd) seek(direction === 1 ? 0 : last);
      else if (loop !== undefined && (frame < loop.from || frame > loop.to)) seek(loop.from);
      else {
        position = times[frame] ?? 0;
        want(frame, direction);
      }
      lastTickMs = undefined;
      store.setState({ playing: direction });
      handle = nextTick(tick);
    },
    pause,
    setRate: (rate) => store.setState({ rate }),
    setLoop: (loop) => store.setState({ loop }),
    setReader(reader) {
      retired?.close();
      retired = loader;
      retired.retire();
      loader = loaderOf(reader);
      loader.request(store.getState().frame, 1);
      loader.wantAlso(also);
    },
    wantAlso(frames) {
      also = frames;
      loader.wantAlso(frames);
    },
    peek: (frame) => loader.peek(frame),
    onStored(listener) {
      storedListeners.add(listener);
      return () => storedListeners.delete(listener);
    },
    current() {
      const { frame, shownFrame } = store.getState();
      return shownFrame === frame ? (retired ?? loader).current() : undefined;
    },
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      pause();
      listeners.clear();
      storedListeners.clear();
      retired?.close();
      loader.close();
    },
  };
}
