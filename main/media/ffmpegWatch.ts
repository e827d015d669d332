/** No single piece of memory for a picture is larger, bytes. */
const MAX_ALLOCATION = 400_000_000;
/** No picture has more pixels: ffmpeg keeps up to sixteen of them, in 1 GiB. */
export const MAX_PIXELS = 8192 * 4320;
/** Above this many pixels each thread of decoder and encoder would cost more memory than time is won. */
const LARGE_PIXELS = 4096 * 2304;
export const isLarge = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
  width * height > LARGE_PIXELS;

/** Limits that ffmpeg keeps by itself. */
export const LIMIT_ARGS = ['-max_alloc', String(MAX_ALLOCATION)] as const;

/** A file that gives nothing for so long is stuck, ms. */
export const PATIENCE_MS = 60_000;
/** The same where nothing is decoded. */
export const INDEX_PATIENCE_MS = 20_000;
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
