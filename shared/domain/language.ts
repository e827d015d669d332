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
      get: () => (spoken === 'de' ? (de as unknown as T) : en)[key],
    });
  }
  return table as Told<T>;
}

/** One text in the language spoken at this moment. */
export const either = (en: string, de: string): string => (spoken === 'de' ? de : en);
