import { disguiseTexts } from '../../shared/domain/language.ts';

const PLAIN = 'aceghiklnorstuyzACEGHIKLNORSTUYZ';
const MARKED = 'áçéĝĥíķļñóŕšţúýžÁÇÉĜĤÍĶĻÑÓŔŠŢÚÝŽ';

/** German needs about a third more room than English. */
const LONGER = 0.35;
const HELD = /(\{\{?[^}]*\}?\}|<[^>]+>|\$t\([^)]*\))/;

/** A text with marks on its letters and a third longer: "Settings" -> "Šéţţíñĝš···". What stands for a value stays as it is. */
export function pseudoText(text: string): string {
  const marked = text
    .split(HELD)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => MARKED[PLAIN.indexOf(letter)] ?? letter),
    )
    .join('');
  const words = text.replace(HELD, '').trim().length;
  return words < 2 ? marked : marked + '·'.repeat(Math.ceil(LONGER * words));
}

/** A catalogue with every text of it so. */
export function pseudoCatalogue<T extends object>(catalogue: T): T {
  const entries = Object.entries(catalogue).map(([key, value]) => [
    key,
    typeof value === 'string' ? pseudoText(value) : pseudoCatalogue(value),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Whether the window was opened to look at its texts and their room: with `?pseudo` in its address. */
export const isPseudo = (search: string): boolean => new URLSearchParams(search).has('pseudo');

export const disguiseSharedTexts = (): void => disguiseTexts(pseudoText);
