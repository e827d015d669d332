const MOST = 20;
const LONGEST = 60;

/** Groups or tags from what was typed: words between commas, each once, in their order. */
export const labelsFrom = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(',')
        .map((word) => word.trim().replace(/\s+/g, ' ').slice(0, LONGEST).trim())
        .filter((word) => word !== ''),
    ),
  ].slice(0, MOST);

/** Words in use that go on from the one being typed, for the list under the field. */
export function suggestionsFor(text: string, known: readonly string[]): string[] {
  const before = labelsFrom(text.slice(0, text.lastIndexOf(',') + 1));
  const begun = text
    .slice(text.lastIndexOf(',') + 1)
    .trim()
    .toLocaleLowerCase();
  return known
    .filter((word) => !before.includes(word) && word.toLocaleLowerCase().includes(begun))
    .slice(0, 8)
    .map((word) => [...before, word].join(', '));
}
