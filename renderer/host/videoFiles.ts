/** What a dialog for videos offers, as of `<input accept>`. */
export const VIDEO_FILES = 'video/*,.mkv,.mov,.mp4,.m4v,.avi,.webm,.mts';
