import type { Analysis, PoseEdit } from '../../shared/domain/analysis.ts';
import { isPoseEdit } from '../../shared/gait/replayEvents.ts';
import { shownTrack } from '../../shared/pose/shownTrack.ts';
import type { ExportClip } from './exporter.ts';

type Shown = Pick<Analysis, 'edits' | 'clips'>;

/** By the analysis, which is never changed once it is made. */
const made = new WeakMap<Shown, Map<Float32Array, Float32Array>>();

/** Keypoints of a clip as they were measured, corrected by the coach, frames x 33 x 3; undefined where there are none. */
export function shownPose(analysis: Shown, { id, pose, probe }: ExportClip): Float32Array | undefined {
  if (pose === undefined) return undefined;
  const known = made.get(analysis) ?? new Map<Float32Array, Float32Array>();
  made.set(analysis, known);
  const shown = known.get(pose);
  if (shown) return shown;
  const own = analysis.edits.filter((edit): edit is PoseEdit => isPoseEdit(edit) && edit.clip === id);
  const repaired = analysis.clips.find((clip) => clip.id === id)?.repaired ?? [];
  const { data } = shownTrack({ width: probe.width, height: probe.height, data: pose }, own, repaired);
  known.set(pose, data);
  return data;
}
