/** Vowel groups without a silent ending: good to about one syllable in ten, enough for a limit on averages. */
const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?<!l)e$|es$|ed$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

const sentencesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/[.;:!?]+/)).filter((text) => /[a-z]/i.test(text));

/** Mean words of a sentence, in any language written with letters. */
export function sentenceWords(texts: readonly string[]): number {
  const sentences = sentencesOf(texts);
  return sentences.flatMap((text) => text.match(/\p{L}+/gu) ?? []).length / sentences.length;
}

/**
 * Flesch-Kincaid grade (Kincaid 1975) of English texts: 6 to 7 is a reading age of about 12.
 * @throws RangeError for texts without words
 */
export function readingGrade(texts: readonly string[]): number {
  const sentences = sentencesOf(texts);
  const words = sentences.flatMap((text) => text.match(/[A-Za-z'-]+/g) ?? []);
  if (words.length === 0) throw new RangeError(`invalid texts: no words in ${texts.length}`);
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * sounds) / words.length - 15.59;
}
