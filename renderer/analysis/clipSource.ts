import type { Clip } from '../../shared/contract/clipSchemas.ts';
import { clipTimesUrl, clipVideoUrl } from '../../shared/contract/mediaUrls.ts';
import { CodedError } from '../../shared/domain/errors.ts';
import { ownUrl } from '../host/pageKey.ts';
import type { ClipSource } from '../inference/messages.ts';

/** Everything the pose worker needs to read a clip. @throws CodedError */
export async function clipSourceFrom(clip: Clip, signal: AbortSignal): Promise<ClipSource> {
  const response = await fetch(clipTimesUrl(clip.id), { signal });
  if (!response.ok) throw new CodedError('file_missing', { file: clip.fileName });
  const absolute = (address: string) => new URL(ownUrl(address), location.href).href;
  const id = encodeURIComponent(clip.id);
  return {
    url: absolute(clipVideoUrl(clip.id)),
    firstPts: clip.firstPtsS,
    times: new Float64Array(await response.arrayBuffer()),
    width: clip.width,
    height: clip.height,
    turn: clip.turn,
    colour: clip.colour,
    framesUrl: absolute(`/media/clips/${id}/yuv?from={start}&count={count}&turn=${clip.turn}`),
    isReadByHost: clip.needsProxy,
  };
}
