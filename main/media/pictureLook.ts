import type { ClipLook } from '../../shared/domain/clipLook.ts';
import { backTurn, turnedSize } from '../../shared/domain/quarterTurn.ts';
import type { GreyPicture } from '../../shared/picture/greyPicture.ts';
import { LookMaker } from '../../shared/picture/lookMaker.ts';
import type { ClipProbe } from './probe.ts';

/** Longer side of the small picture, pixels. */
const LONG_SIDE_PX = 160;
/** Longer clips and larger pictures are not looked at: nobody films a run like that. */
const MOST_FRAMES = 20_000;
const MOST_PIXELS = 3840 * 2160;
/** Light and movement are sampled at about this rate of file time: hands shake at up to some 6 times a second. */
const SAMPLES_PER_S = 15;

/** Longer side of the part that is looked at pixel by pixel, and how many frames it is taken from. */
const DETAIL_PX = 480;
const DETAIL_FRAMES = 24;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The grey pictures that ffmpeg writes: of every frame the whole, small; of every `detailEvery`th its middle, uncut pixels. */
export interface LookShape {
  readonly small: Size;
  readonly detail: Size;
  readonly detailEvery: number;
}

type Looked = Pick<ClipProbe, 'width' | 'height' | 'turn' | 'frameTable' | 'containerFps'>;

/** Of the unturned picture, which is what is looked at; undefined for a clip that is not. */
export function lookShape(clip: Looked): LookShape | undefined {
  const { width, height } = turnedSize(clip, backTurn(clip.turn));
  const frames = clip.frameTable.times.length;
  if (frames > MOST_FRAMES || width * height > MOST_PIXELS) return undefined;
  const scale = LONG_SIDE_PX / Math.max(width, height);
  const small = { width: Math.round(width * scale), height: Math.round(height * scale) };
  // Thinner than this there is no square to follow.
  if (Math.min(small.width, small.height) < 40) return undefined;
  const detail = { width: Math.min(width, DETAIL_PX), height: Math.min(height, DETAIL_PX) };
  return { small, detail, detailEvery: Math.max(1, Math.ceil(frames / DETAIL_FRAMES)) };
}

/** Filters behind the pads of the decoded frames: the small pictures (a cheap scaler does) and the parts. */
export function lookFilters({ small, detail, detailEvery }: LookShape): { small: string; detail: string } {
  return {
    small: `scale=${small.width}:${small.height}:flags=fast_bilinear,setsar=1,format=gray`,
    // Stretched pixels are cut as they are: the part has one size whatever their shape.
    detail: `select=not(mod(n\\,${detailEvery})),scale=w=iw:h=ih,crop=${detail.width}:${detail.height},format=gray`,
  };
}

export interface LookReader {
  /** Take ffmpeg's output as it comes; they never throw. */
  readonly takeSmall: (bytes: Uint8Array) => void;
  readonly takeDetail: (bytes: Uint8Array) => void;
  /** The look; undefined when no picture came or one could not be judged. */
  readonly finish: () => ClipLook | undefined;
}

/** Cuts ffmpeg's output into pictures and looks at each; a torn last one is dropped. */
export function lookReader({ containerFps }: Looked, { small, detail }: LookShape): LookReader {
  const every = Math.max(1, Math.round((containerFps ?? SAMPLES_PER_S) / SAMPLES_PER_S));
  const maker = new LookMaker(every);
  let isBroken = false;
  const taker = (size: Size, look: (picture: GreyPicture) => void) => {
    const takeAll = splitPictures(size, look);
    return (bytes: Uint8Array) => {
      if (isBroken) return;
      try {
        takeAll(bytes);
      } catch {
        // A look is worth less than the clip: without one the checks say nothing of the camera.
        isBroken = true;
      }
    };
  };
  return {
    takeSmall: taker(small, (picture) => maker.add(picture)),
    takeDetail: taker(detail, (part) => maker.addDetail(part)),
    finish: () => (isBroken ? undefined : maker.finish()),
  };
}

function splitPictures(size: Size, look: (picture: GreyPicture) => void): (bytes: Uint8Array) => void {
  const picture = new Uint8Array(size.width * size.height);
  let filled = 0;
  return (bytes) => {
    for (let used = 0; used < bytes.length; ) {
      const part = bytes.subarray(used, used + picture.length - filled);
      picture.set(part, filled);
      used += part.length;
      filled += part.length;
      if (filled < picture.length) return;
      filled = 0;
      look({ ...size, data: Float32Array.from(picture) });
    }
  };
}
