import { clipFrameUrl, clipProxyUrl, clipVideoUrl } from '../../shared/contract/mediaUrls.ts';
import type { QuarterTurn } from '../../shared/domain/quarterTurn.ts';
import { CACHE_BYTES } from './frameLoader.ts';
import type { FrameReader } from './frameReader.ts';
import { openStillReader } from './stillReader.ts';
import { openVideoReader, SHORT_GOP_FRAMES } from './videoReader.ts';
import { withStills } from './withStills.ts';

export interface PlayableClip {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly needsProxy: boolean;
  readonly hasProxy: boolean;
  /** Most frames that may have to be decoded to show one; null where the file does not tell. */
  readonly longestGop: number | null;
  /** How the coach has turned it, degrees clockwise; proxies and stills come turned. */
  readonly turn: QuarterTurn;
}

/** Whether stepping is at its best only with the proxy: the file cannot be played, or its groups are long. */
export const wantsProxy = ({ needsProxy, longestGop }: PlayableClip): boolean =>
  needsProxy || (longestGop ?? 0) > SHORT_GOP_FRAMES;

/** Where the pictures should come from as things are. */
export function bestSource(clip: PlayableClip): FrameReader['kind'] {
  if (clip.hasProxy && wantsProxy(clip)) return 'proxy';
  return clip.needsProxy ? 'stills' : 'video';
}

/** A stretch of frames around the playhead is a third of the memory at most, whatever the pictures' format. */
export const readAheadOf = ({ width, height }: Pick<PlayableClip, 'width' | 'height'>): number =>
  Math.max(2, Math.min(48, Math.floor(CACHE_BYTES / 3 / (4 * width * height))));

/** The best source of exact frames that can be opened here: the proxy or the clip itself, else single pictures. */
export async function openReader(clip: PlayableClip): Promise<FrameReader> {
  const { id, frameCount, needsProxy, hasProxy, turn } = clip;
  const readAhead = readAheadOf(clip);
  const proxy = hasProxy && ({ kind: 'proxy', url: clipProxyUrl(id, turn), turn: 0 } as const);
  const own = !needsProxy && ({ kind: 'video', url: clipVideoUrl(id), turn } as const);
  const stills = openStillReader((frame) => clipFrameUrl(id, frame, turn));
  for (const source of wantsProxy(clip) ? [proxy, own] : [own, proxy]) {
    if (source === false) continue;
    const video = await openVideoReader(source, frameCount, readAhead);
    if (video !== undefined) return withStills(video, stills);
  }
  return stills;
}
