import { z } from 'zod';
import { MOST_FRAMES, MOST_SECONDS } from '../domain/frameTable.ts';

/**
 * Every number, text and list of the contract has an end, wide enough for whatever is true and small enough that nothing which
 * is typed, sent or read from a file can ask for hours or gigabytes. A test walks all schemas.
 */

/** Entries of a list that nobody counts: events, strides, rows of a table. */
export const MOST_ITEMS = 100_000;
/** Entries of a list that somebody writes by hand. */
export const MOST_WRITTEN = 500;
const MOST_COUNT = 1_000_000_000;
/** Of one file: larger than any disk of a coach. */
const MOST_BYTES = 2 ** 50;

/** Control characters but for tab and line ends, and halves of a character: no text has them, and many programs stumble. */
const NO_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** A text as somebody typed it, without what no text has; `max` follows. */
export const typed = () => z.string().overwrite((text) => text.replace(NO_TEXT, ''));
/** A code, a name or a short sentence. */
export const word = typed().max(2000);
/** A text of which only the end of the page is the limit: notices, licences. */
export const longText = z.string().max(10_000_000);

/** A measured or computed number, of any sign and unit. */
export const real = z.number().min(-1e12).max(1e12);
export const positive = z.number().positive().max(1e12);
export const nonnegative = z.number().nonnegative().max(1e12);
export const count = z.int().nonnegative().max(MOST_COUNT);
export const ordinal = z.int().positive().max(MOST_COUNT);
export const byteCount = z.int().nonnegative().max(MOST_BYTES);

export const frame = z.int().nonnegative().max(MOST_FRAMES);
/** On any clock of a clip. */
export const time_s = z.number().min(-MOST_SECONDS).max(MOST_SECONDS);
export const duration_s = z.number().nonnegative().max(MOST_SECONDS);
/** Of a picture: a little outside of it is where a point may lie; nonsense is not. */
export const px = z.number().min(-100_000).max(100_000);
export const instant = z.iso.datetime().max(40);
