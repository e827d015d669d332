/** What can be wrong with a file or with ffmpeg; the sentences belong to the catalogue of errors. */
export type MediaErrorCode =
  | 'not_a_video'
  | 'empty_file'
  | 'truncated'
  | 'no_video_track'
  | 'file_missing'
  | 'unreadable'
  | 'decode_failed'
  | 'picture_too_large'
  | 'too_many_frames'
  | 'disk_full'
  | 'hdr_unsupported'
  | 'ffmpeg_missing';

export class MediaError extends Error {
  readonly code: MediaErrorCode;
  /** Values for the sentence; never a path (it may hold a person's name). */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: MediaErrorCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'MediaError';
    this.code = code;
    this.params = params;
  }
}
