/**
 * Words in an athlete's note that open the one question about pain (where, 0-10). A note never changes a plan by itself:
 * only the answer does. Whole words, any case.
 */
const PAIN_WORDS =
  /\b(pain(s|ful)?|painfully|hurt(s|ing)?|ach(e|es|ed|ing|y)|sore(ness)?|sharp|stabbing|burning|throbbing|swollen|swelling|swelled|numb(ness)?|tingling|limp(ed|ing)?|injur(y|ed|ies)|popp?(ed)?|snap(ped)?|cramp(s|ed|ing)?)\b/gi;

/** Ways of saying that there was none: taken out before the words are looked for. */
const NONE =
  /\b((no|not|without|zero|never|nothing|free of|free from|didn'?t|doesn'?t|don'?t|isn'?t|wasn'?t|did not|does not|do not) (any |really |at all |much )?(pains?|painful|hurt|hurts|hurting|aches?|aching|achy|sore|soreness|swelling|swollen|cramps?|numb|numbness)( (or|and|nor) (pains?|aches?|sore|soreness|swelling|cramps?|numbness))*|(pain|ache)[- ]free|painless(ly)?)\b/gi;

/** The pain words of a note, in lower case; empty for "no pain today". */
export function painWords(note: string): string[] {
  const plain = note.replaceAll('\u2019', "'").replace(NONE, ' ');
  return [...new Set((plain.match(PAIN_WORDS) ?? []).map((word) => word.toLowerCase()))];
}
