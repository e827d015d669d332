import { clipFrameUrl, clipProxyUrl, clipVideoUrl } from '../../shared/contract/mediaUrls.ts';
import { CACHE_BYTES } from './frameLoader.ts';
import type { FrameReader } from './frameReader.ts';
import { openStillReader } from './stillReader.ts';
import { openVideoReader } from './videoReader.ts';
import { withStills } from './withStills.ts';

export interface PlayableClip {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly needsProxy: boolean;
  readonly hasProxy: boolean;
}

/** A stretch of frames around the playhead is a third of the memory at most, whatever the pictures' format. */
const readAheadOf = ({ width, height }: PlayableClip): number =>
  Math.max(2, Math.min(48, Math.floor(CACHE_BYTES / 3 / (4 * width * height))));

/** The best source of exact frames: the clip itself, else its proxy, else single pictures from the host. */
export async function openReader(clip: PlayableClip): Promise<FrameReader> {
  const readAhead = readAheadOf(clip);
  const stills = openStillReader((frame) => clipFrameUrl(clip.id, frame));
  const own = clip.needsProxy
    ? undefined
    : await openVideoReader(clipVideoUrl(clip.id), 'video', clip.frameCount, readAhead);
  const video =
    own ??
    (clip.hasProxy
      ? await openVideoReader(clipProxyUrl(clip.id), 'proxy', clip.frameCount, readAhead)
      : undefined);
  return video === undefined ? stills : withStills(video, stills);
}
