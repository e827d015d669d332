/** The largest honest call is a log of some thousand answers; the bytes of a chunk of keypoints are one value. */
export const MOST_VALUES = 100_000;
/** Values lie inside each other in a plan some eight deep. */
export const MOST_DEPTH = 32;

/**
 * Whether an input has more values, or values deeper inside each other, than any call needs: schemas complain about every
 * name that they do not know, one by one.
 */
export function isOversized(input: unknown): boolean {
  let level: readonly unknown[] = [input];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    const inner: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (depth === MOST_DEPTH) return true;
      // Not by spreading: a list can be longer than an argument list.
      for (const key in value) {
        if (++count > MOST_VALUES) return true;
        inner.push((value as Record<string, unknown>)[key]);
      }
    }
    level = inner;
  }
  return false;
}

/** The same of JSON before it is parsed, which takes seconds for what nobody would send. What is no JSON may pass. */
export function isOversizedJson(text: string): boolean {
  let depth = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (sign === ',') count++;
    if (depth > MOST_DEPTH || count > MOST_VALUES) return true;
  }
  return false;
}

/** Index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = start; ; ) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
  }
}
