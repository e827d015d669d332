import type { QuarterTurn } from '../domain/quarterTurn.ts';

/**
 * Addresses of bytes, relative to the root's own origin (http or app scheme). Ids are opaque; everything but the
 * frame stream answers to Range.
 */
const segment = encodeURIComponent;
/** Pictures of another turn have another address, so that none is shown from a cache; without one as the clip is turned now. */
const ofTurn = (turn: QuarterTurn | undefined, mark: '?' | '&' = '?') =>
  turn === undefined ? '' : `${mark}turn=${turn}`;

/** The clip's own file. */
export const clipVideoUrl = (clipId: string) => `/media/clips/${segment(clipId)}/video`;
/** The local proxy, made by `clips.makeProxy`; same frame count and order as the clip. */
export const clipProxyUrl = (clipId: string, turn?: QuarterTurn) =>
  `/media/clips/${segment(clipId)}/proxy${ofTurn(turn)}`;
/** Little-endian Float64 file seconds since the first frame, one per frame; not divided by the time scale. */
export const clipTimesUrl = (clipId: string) => `/media/clips/${segment(clipId)}/times`;
/** JPEG of the film strip, `index` from 0 to thumbnailCount - 1, spread evenly over the clip. */
export const clipThumbnailUrl = (clipId: string, index: number, turn?: QuarterTurn) =>
  `/media/clips/${segment(clipId)}/thumbnails/${index}${ofTurn(turn)}`;
/** JPEG of exactly the frame with this index, upright. */
export const clipFrameUrl = (clipId: string, frame: number, turn?: QuarterTurn) =>
  `/media/clips/${segment(clipId)}/frames/${frame}${ofTurn(turn)}`;
/**
 * Raw upright frames as I420 in a row, from frame `from` on: each width x height luma, then the two quarter planes
 * of ceil(width / 2) x ceil(height / 2). Limited range whatever the file; matrix of the clip. `count` frames, or to the end.
 */
export const clipYuvUrl = (clipId: string, from: number, count?: number) =>
  `/media/clips/${segment(clipId)}/yuv?from=${from}${count === undefined ? '' : `&count=${count}`}`;
/** Little-endian Float32 keypoints of the run, frames x 33 x (x px, y px, visibility); NaN where not computed. */
export const poseUrl = (runId: string) => `/media/pose/${segment(runId)}`;
/** Little-endian Float32 of one stored chunk, as it was saved: keypoints, then the tracker's state. */
export const poseChunkUrl = (runId: string, index: number) => `/media/pose/${segment(runId)}/chunks/${index}`;
/** A written export file. */
export const exportUrl = (exportId: string, name: string) =>
  `/media/exports/${segment(exportId)}/${segment(name)}`;
/** Where to PUT the bytes of an announced upload, starting at byte `offset`. */
export const uploadUrl = (token: string, offset: number) => `/upload/${segment(token)}?offset=${offset}`;
/** A file of a graph model in the library's models folder, for example `landmark/model.json`. */
export const graphModelFileUrl = (modelId: string, file: string) =>
  `/media/models/${segment(modelId)}/${segment(file)}`;
/** Prepared weights and the runtime's own files. */
export const weightUrl = (file: string) => `/weights/${segment(file)}`;
export const RUNTIME_URL = '/runtime/litert/';
