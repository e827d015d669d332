/** Languages that every text of the app is told in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

let spoken: Language = 'en';

/** The language that texts are told in at this moment. */
export const spokenLanguage = (): Language => spoken;

/** Sets the language of a whole program: the window's. Files that are written beside it use `inLanguage`. */
export function speak(language: Language): void {
  spoken = language;
}

/**
 * What `tell` says, told in a language. `tell` must not wait for anything: while it ran, others would be told in this
 * language as well.
 */
export function inLanguage<T>(language: Language, tell: () => T extends PromiseLike<unknown> ? never : T): T {
  const before = spoken;
  spoken = language;
  try {
    return tell();
  } finally {
    spoken = before;
  }
}

let disguise: ((text: string) => string) | undefined;

/** Every text goes through this before it is read: to see what is not translated, and what has no room for longer words. */
export function disguiseTexts(change: (text: string) => string): void {
  disguise = change;
}

function disguised<T>(value: T): T {
  if (disguise === undefined) return value;
  if (typeof value === 'string') return disguise(value) as T;
  if (Array.isArray(value)) return value.map(disguised) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, disguised(one)])) as T;
}

type Told<T> = T extends string ? string : { readonly [K in keyof T]: Told<T[K]> };

/**
 * A table of texts that reads in the language spoken when it is read. Never copy a text out of it while a module loads:
 * it would stay in the language of that moment.
 */
export function told<T extends object>(en: T, de: Told<T>): Told<T> {
  const table = {};
  for (const key of Object.keys(en) as (keyof T & string)[]) {
    Object.defineProperty(table, key, {
      enumerable: true,
      get: () => disguised((spoken === 'de' ? (de as unknown as T) : en)[key]),
    });
  }
  return table as Told<T>;
}

/** One text in the language spoken at this moment. */
export const either = (en: string, de: string): string => disguised(spoken === 'de' ? de : en);
