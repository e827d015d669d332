import { endingOf, VIDEO_ENDINGS } from './endings.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be in a name
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
const MAX_LENGTH = 100;

/** A name that every file system takes and that cannot leave its folder; `fallback` when nothing is left of it. */
export function safeName(name: string, fallback = 'file'): string {
  const cleaned = name
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (cleaned === '') return fallback;
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 12 ? cleaned.slice(dot) : '';
  const stem = Array.from(extension === '' ? cleaned : cleaned.slice(0, dot))
    .slice(0, MAX_LENGTH - extension.length)
    .join('');
  const joined = stem + extension;
  return RESERVED.test(joined) ? `_${joined}` : joined;
}

/** Ending of a video's name, lower case with its dot, or nothing where it is none of a video. */
export function videoExtension(name: string): string {
  const ending = endingOf(name);
  return name.includes('.') && VIDEO_ENDINGS.some((one) => one === ending) ? `.${ending}` : '';
}
