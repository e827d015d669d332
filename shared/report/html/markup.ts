/** Markup that is safe to put into a page. Only `html` makes it, and it escapes everything that is not markup already. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[] | undefined | null | false;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Template tag: strings and numbers are escaped, markup and lists of markup go in as they are, absent parts vanish. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const filled = parts.map((part) => {
    if (part === undefined || part === null || part === false) return '';
    if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
    return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
  });
  return { markup: texts.map((text, i) => text + (filled[i] ?? '')).join('') };
}

/** For constants of ours only (style sheets, SVG made here): goes in unescaped. */
export const trusted = (markup: string): Markup => ({ markup });
