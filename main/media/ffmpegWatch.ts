/** No single piece of memory for a picture is larger, bytes; and no picture has more pixels than 8192 x 8192. */
const MAX_ALLOCATION = 1_000_000_000;
export const MAX_PIXELS = 8192 * 8192;

/** Limits that ffmpeg keeps by itself. */
export const LIMIT_ARGS = ['-max_alloc', String(MAX_ALLOCATION)] as const;

/** A file that gives nothing for so long is stuck, ms. */
export const PATIENCE_MS = 60_000;
/** The same where many frames are decoded before the first that is wanted. */
export const LONG_PATIENCE_MS = 600_000;

export interface Watch {
  /** Something came: the wait begins anew. */
  readonly seen: () => void;
  /** The consumer is busy, or everything has ended: nothing is waited for. */
  readonly rest: () => void;
  readonly hasGivenUp: () => boolean;
}

/** Calls `giveUp` when nothing is seen for `patience_ms`. */
export function watch(patience_ms: number, giveUp: () => void): Watch {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const rest = () => clearTimeout(timer);
  const seen = () => {
    rest();
    timer = setTimeout(() => {
      isOver = true;
      giveUp();
    }, patience_ms);
  };
  seen();
  return { seen, rest, hasGivenUp: () => isOver };
}
