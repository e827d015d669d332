import type { PacketList } from './packetList.ts';

/** Pictures on their way to the one that is wanted: as many as a short group has. */
const LEAD_IN = 16;
/** Pictures beyond: few, because the next jump waits for what the decoder has been given. */
const AHEAD = 3;
/** Nothing for so long means that the decoder waits for more than it gets, ms. */
const PATIENCE_MS = 2000;

/** A picture of the decoder; whoever gets it closes it. */
export interface JumpedFrame {
  readonly index: number;
  readonly frame: VideoFrame;
}

export interface JumpDecoder {
  /**
   * Frames `from` to `to`, ascending; one that the decoder drops is left out.
   * @throws DOMException of the decoder, RangeError where it gives nothing
   */
  read(from: number, to: number): AsyncGenerator<JumpedFrame, void, void>;
  close(): void;
}

/**
 * One decoder for all jumps, without the cost of making one for each. For tracks in which pictures are stored in the order
 * they are shown and key pictures stand by themselves: then a jump is the next key picture, fed as if it were the next one.
 */
export function createJumpDecoder(config: VideoDecoderConfig, packets: PacketList): JumpDecoder {
  const frameCount = packets.times.length;
  /** What the decoder has been given and has not given back, in order. */
  let fed: { index: number; timestampUs: number; isWanted: boolean }[] = [];
  let ready: JumpedFrame[] = [];
  let next = 0;
  let failure: unknown;
  let isClosed = false;
  let notify: () => void = () => undefined;

  const decoder = new VideoDecoder({
    output(frame) {
      const at = fed.findIndex(({ timestampUs }) => timestampUs === frame.timestamp);
      const order = fed[at];
      fed = fed.slice(at + 1);
      if (order?.isWanted === true) ready.push({ index: order.index, frame });
      else frame.close();
      notify();
    },
    error(error) {
      failure = error;
      notify();
    },
  });
  decoder.configure(config);

  async function feed(): Promise<void> {
    const index = next++;
    const chunk = (await packets.packet(index)).toEncodedVideoChunk();
    if (decoder.state !== 'configured') return;
    fed.push({ index, timestampUs: chunk.timestamp, isWanted: true });
    decoder.decode(chunk);
  }

  function change(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new RangeError('invalid decoder: gives nothing')), PATIENCE_MS);
      notify = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Frames of an earlier read that nobody waits for any more. */
  function forget(): void {
    for (const { frame } of ready) frame.close();
    ready = [];
    for (const order of fed) order.isWanted = false;
  }

  /** Begins where the decoder is if that is not further than the key picture before the wanted one. */
  function moveTo(from: number): void {
    const key = packets.keyBefore(from);
    const coming = Math.min(
      next,
      ready[0]?.index ?? next,
      fed.find(({ isWanted }) => isWanted)?.index ?? next,
    );
    if (coming <= from && next > key) return;
    forget();
    next = key;
  }

  return {
    async *read(from, to) {
      moveTo(from);
      const last = Math.min(to, frameCount - 1);
      let isUnderWay = false;
      while (!isClosed) {
        if (failure !== undefined) throw failure;
        const room = (next <= from ? LEAD_IN : AHEAD) - fed.length - ready.length;
        // The wanted frame goes out before anything else is begun; after it the decoder is kept busy.
        if (next <= last && room > 0 && (isUnderWay || ready.length === 0)) {
          await feed();
          continue;
        }
        const first = ready.shift();
        if (first === undefined) {
          if (next > last && !fed.some(({ isWanted }) => isWanted)) return;
          await change();
        } else if (first.index < from) {
          first.frame.close();
        } else {
          isUnderWay = true;
          yield first;
          if (first.index >= last) return;
        }
      }
    },
    close() {
      isClosed = true;
      forget();
      notify();
      if (decoder.state !== 'closed') decoder.close();
    },
  };
}
