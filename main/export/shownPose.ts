import type { Analysis, PoseEdit } from '../../shared/domain/analysis.ts';
import { isPoseEdit } from '../../shared/gait/replayEvents.ts';
import { correctedTrack } from '../../shared/pose/corrections.ts';
import type { ExportClip } from './exporter.ts';

const made = new WeakMap<Float32Array, { edits: string; data: Float32Array }>();

/** Keypoints of a clip as the coach corrected them, frames x 33 x 3; undefined where there are none. */
export function shownPose(
  { edits }: Pick<Analysis, 'edits'>,
  { id, pose, probe }: ExportClip,
): Float32Array | undefined {
  if (pose === undefined) return undefined;
  const own = edits.filter((edit): edit is PoseEdit => isPoseEdit(edit) && edit.clip === id);
  const name = JSON.stringify(own);
  const known = made.get(pose);
  if (known?.edits === name) return known.data;
  const { data } = correctedTrack({ width: probe.width, height: probe.height, data: pose }, own);
  made.set(pose, { edits: name, data });
  return data;
}
