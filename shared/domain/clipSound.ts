/**
 * What the sound of a file tells of its beats, made once at import: how much louder the sound gets at each moment. Enough to
 * hear footfalls in; no word can be made of it.
 */
export interface ClipSound {
  /** Entries per second of the file's clock. */
  hz: number;
  /** File seconds from the first frame to the moment of entry 0; below 0 where the entry lies before it. */
  start: number;
  /** Growth of loudness, 0 (none) to 255 (the clip's strongest, rare ones cut off). */
  onsets: number[];
}
