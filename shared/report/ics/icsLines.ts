/** Content lines of iCalendar (RFC 5545): escaping, folding, dates. Pure text, no clock. */

/** TEXT values: backslash, semicolon and comma are escaped, line breaks become `\n`; other control characters go. */
export const icsText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what RFC 5545 forbids in TEXT
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** Longest content line in octets without its line break (RFC 5545, 3.1). */
const MAX_OCTETS = 75;

const octets = (sign: string): number => {
  const point = sign.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** One content line, folded at 75 octets without cutting a character; continuation lines begin with a space. */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const sign of line) {
    const size = octets(sign);
    if (length + size > MAX_OCTETS) {
      lines.push(current);
      current = ' ';
      length = 1;
    }
    current += sign;
    length += size;
  }
  return [...lines, current].join('\r\n');
}

/** "2026-03-02" -> "20260302" */
export const icsDate = (date: string): string => date.replaceAll('-', '');

/** "2026-03-02", "07:30" -> "20260302T073000": local time without a zone, the same hour wherever the athlete is. */
export const icsLocalTime = (date: string, time: string): string =>
  `${icsDate(date)}T${time.replace(':', '')}00`;

/** ISO instant in UTC -> "20260301T120000Z". @throws RangeError for anything else */
export function icsInstant(iso: string): string {
  const time = Date.parse(iso);
  if (!iso.endsWith('Z') || Number.isNaN(time)) throw new RangeError(`invalid instant: ${iso}`);
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
