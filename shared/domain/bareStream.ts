/** Streams of pictures without a container, as ffmpeg names them: none says when its pictures are due, and 25 a second is a guess. */
const BARE = new Set([
  'h264',
  'hevc',
  'vvc',
  'mjpeg',
  'm4v',
  'obu',
  'h261',
  'h263',
  'vc1',
  'dirac',
  'cavsvideo',
  'rawvideo',
  'image2',
  'jpeg_pipe',
  'png_pipe',
]);

/** Whether a file has no clock of its own. @param container demuxer name */
export const isBareStream = (container: string): boolean => BARE.has(container);
