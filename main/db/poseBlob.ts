import { isStoredLength } from '../../shared/pose/blazepose/chunkData.ts';
import { KEYPOINT_COUNT, KEYPOINT_STRIDE } from '../../shared/pose/keypoints.ts';
import { bytesFromFloat32, float32FromBytes } from './floatBlob.ts';

/**
 * A chunk of a pose track as stored. Little-endian header of 24 bytes, then Float32 values:
 *   0  4 bytes  'MPOS'
 *   4  uint16   version of this layout, 1
 *   6  uint16   header length, 24
 *   8  uint32   index of the first frame
 *  12  uint32   number of frames
 *  16  uint16   keypoints per frame, 33
 *  18  uint16   values per keypoint, 3: x px, y px, visibility; NaN where nobody was found
 *  20  uint16   number of values after the keypoints: the looks to the sides and the tracker's state, see chunkData.ts
 *  22  uint16   0
 */
const MAGIC = 'MPOS';
const HEADER_BYTES = 24;
const VALUES_PER_FRAME = KEYPOINT_COUNT * KEYPOINT_STRIDE;

export interface PoseChunk {
  readonly firstFrame: number;
  readonly frames: number;
  /** frames x 33 x 3, then the looks to the sides and the tracker's state. */
  readonly data: Float32Array;
}

export function blobFromChunk({ firstFrame, frames, data }: PoseChunk): Buffer {
  const trailing = data.length - frames * VALUES_PER_FRAME;
  if (!isStoredLength(frames, data.length)) throw new RangeError(`invalid data.length: ${data.length}`);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt16LE(1, 4);
  header.writeUInt16LE(HEADER_BYTES, 6);
  header.writeUInt32LE(firstFrame, 8);
  header.writeUInt32LE(frames, 12);
  header.writeUInt16LE(KEYPOINT_COUNT, 16);
  header.writeUInt16LE(KEYPOINT_STRIDE, 18);
  header.writeUInt16LE(trailing, 20);
  return Buffer.concat([header, bytesFromFloat32(data)]);
}

/** @throws RangeError when the bytes are not a chunk of a version that is known. */
export function chunkFromBlob(bytes: Uint8Array): PoseChunk {
  const blob = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (blob.length < HEADER_BYTES || blob.toString('latin1', 0, 4) !== MAGIC || blob.readUInt16LE(4) !== 1) {
    throw new RangeError(`invalid pose chunk: ${blob.length} bytes`);
  }
  const header = blob.readUInt16LE(6);
  const frames = blob.readUInt32LE(12);
  const perFrame = blob.readUInt16LE(16) * blob.readUInt16LE(18);
  const values = frames * perFrame + blob.readUInt16LE(20);
  if (perFrame !== VALUES_PER_FRAME || blob.length !== header + values * 4) {
    throw new RangeError(`invalid pose chunk: ${blob.length} bytes for ${frames} frames`);
  }
  return { firstFrame: blob.readUInt32LE(8), frames, data: float32FromBytes(blob.subarray(header)) };
}
