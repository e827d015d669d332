/**
 * Branded scalar types: a number that knows its unit. A brand costs nothing at run time and stops a frame index from
 * being read as a time, or a canvas position as an image position.
 */
declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

/** True seconds from the first frame of the clip (slow motion already undone). */
export type Seconds = Branded<'s'>;
/** Seconds on the file's own clock, counted from its first frame. */
export type FileSeconds = Branded<'file s'>;
/** Index into the frame table, display order, from 0. */
export type FrameIndex = Branded<'frame'>;

export const seconds = (value: number): Seconds => value as Seconds;
export const fileSeconds = (value: number): FileSeconds => value as FileSeconds;
export const frameIndex = (value: number): FrameIndex => value as FrameIndex;
