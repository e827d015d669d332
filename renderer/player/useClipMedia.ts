import { useMemo } from 'react';
import type { Clip } from '../../shared/contract/clipSchemas.ts';
import { clipTimesUrl, poseUrl } from '../../shared/contract/mediaUrls.ts';
import { float32From, float64From, useFetched } from '../host/useFetched.ts';
import type { Keypoints } from '../overlay/keypointReader.ts';
import type { Player } from './player.ts';
import { usePlayer } from './usePlayer.ts';

export interface ClipMedia {
  readonly clip: Clip;
  /** Undefined while it is being opened. */
  readonly player: Player | undefined;
  /** True seconds of all frames. */
  readonly times: Float64Array | undefined;
  /** Undefined without finished keypoints. */
  readonly keypoints: Keypoints | undefined;
  readonly error: unknown;
}

/** Everything that showing a clip needs; each part comes when it is there. */
export function useClipMedia(clip: Clip): ClipMedia {
  const fileTimes = useFetched(clipTimesUrl(clip.id), float64From);
  const run = clip.poseRun?.state === 'finished' ? clip.poseRun.runId : undefined;
  const keypoints = useFetched(run === undefined ? undefined : poseUrl(run), float32From);
  const times = useMemo(
    () => fileTimes.data?.map((time) => time / clip.timeScale),
    [fileTimes.data, clip.timeScale],
  );
  const player = usePlayer(clip, times);
  return { clip, player, times, keypoints: keypoints.data, error: fileTimes.error };
}
