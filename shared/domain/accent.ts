/** What pages are marked with unless the coach chose another colour. */
export const DEFAULT_ACCENT = '#0b6b63';

/** Offered beside a colour of the coach's own; each is readable on white. */
export const ACCENTS = [DEFAULT_ACCENT, '#1f5fae', '#8a3ffc', '#b3261e', '#9a5b00', '#3d4a57'] as const;

/** Contrast of small text against its ground (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** Whether text in a colour "#rrggbb" can be read on white paper. */
export function isReadableOnWhite(colour: string): boolean {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1);
  if (parts === undefined) return false;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= LEAST_CONTRAST;
}
