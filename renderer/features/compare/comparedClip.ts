import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { Analysis, AnalysisClip } from '../../../shared/domain/analysis.ts';
import type { Keypoints } from '../../overlay/keypointReader.ts';
import type { Player } from '../../player/player.ts';

/** An opened clip of a comparison. */
export interface ComparedClip {
  readonly clip: Clip;
  readonly player: Player;
  /** True seconds of all frames. */
  readonly times: Float64Array;
  readonly keypoints: Keypoints | undefined;
  readonly analysis: Analysis | undefined;
}

/** What the last analysis saw of the clip; undefined where it was not part of one. */
export const seenOf = ({ analysis, clip }: ComparedClip): AnalysisClip | undefined =>
  analysis?.clips.find(({ id }) => id === clip.id);
