/** Endings of the videos that are taken in; a stored copy keeps one of them or none. */
export const VIDEO_ENDINGS = [
  ...['mp4', 'm4v', 'mov', 'mkv', 'webm', 'avi', 'mts', 'm2ts'],
  ...['mpg', 'mpeg', '3gp', 'wmv', 'ts', 'ogv', 'gif'],
] as const;

/** Everything that an export is written as, with its type, and whether the system's own program may be asked to show it. */
const EXPORTS = {
  html: { type: 'text/html; charset=utf-8', isShown: true },
  pdf: { type: 'application/pdf', isShown: true },
  ics: { type: 'text/calendar', isShown: true },
  csv: { type: 'text/csv; charset=utf-8', isShown: true },
  wav: { type: 'audio/wav', isShown: true },
  mp4: { type: 'video/mp4', isShown: true },
  webm: { type: 'video/webm', isShown: true },
  jpg: { type: 'image/jpeg', isShown: true },
  png: { type: 'image/png', isShown: true },
  json: { type: 'application/json', isShown: false },
  zip: { type: 'application/zip', isShown: false },
  // A case: a zip by a name of its own, so that the desktop app opens it.
  midstance: { type: 'application/zip', isShown: false },
  tar: { type: 'application/x-tar', isShown: false },
  trc: { type: 'text/plain; charset=utf-8', isShown: false },
  mot: { type: 'text/plain; charset=utf-8', isShown: false },
} as const;

/** What is after the last dot, lower case. */
export const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** How a file of an export is handed out; undefined for what no export is written as. */
export function exportKind(name: string): { readonly type: string; readonly isShown: boolean } | undefined {
  const ending = endingOf(name);
  return name.includes('.') && Object.hasOwn(EXPORTS, ending)
    ? EXPORTS[ending as keyof typeof EXPORTS]
    : undefined;
}
