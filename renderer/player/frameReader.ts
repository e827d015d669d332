/** A decoded picture that stays valid until it is closed. */
export interface DecodedFrame {
  /** Index in the frame table of the clip. */
  readonly index: number;
  readonly image: CanvasImageSource;
  /** Clockwise turn that makes the picture upright, then a mirroring, as the file asks for. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly flip: boolean;
  /** Memory that it holds. */
  readonly bytes: number;
  close(): void;
}

/** Pictures of one clip by frame index. One `read` at a time. */
export interface FrameReader {
  /** `stills` are single pictures from the host: exact, but slow. */
  readonly kind: 'video' | 'proxy' | 'stills';
  /** How many frames are worth reading beyond the one that is shown. */
  readonly readAhead: number;
  /** Frames `from` to `to` (both included), ascending. Who stops listening early may read elsewhere at once. */
  read(from: number, to: number): AsyncGenerator<DecodedFrame, void, void>;
  close(): void;
}
