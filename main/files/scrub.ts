import { homedir } from 'node:os';

const MEDIA_PATH = /(?:[A-Za-z]:)?[/\\][^\n'"]*?\.(?:mp4|mov|m4v|mkv|webm|avi|mts|3gp|json|jpg|pdf|html)/gi;
const QUOTED_PATH = /(['"`])(?:(?!\1)[^\n])*[/\\](?:(?!\1)[^\n])*\1/g;
const SOURCE_PATH =
  /(?:file:\/\/)?(?:[A-Za-z]:)?(?:[/\\][^\s/\\:()'"]+)*[/\\]([^\s/\\:()'"]+\.(?:ts|js|mjs|cjs)(?::\d+)*)/g;
const OTHER_PATH = /(?:file:\/\/)?(?:\b[A-Za-z]:\\|(?<![\w/])\/)[^\s:'"()]+/g;

/**
 * A log text without places: paths of files go, of source lines only the file name stays. `secrets` (folders that are
 * known) go first, because a path with spaces cannot be told from a sentence.
 */
export function scrub(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of [...secrets, homedir()]) {
    if (secret.length > 3) clean = clean.replaceAll(secret, '/…');
  }
  return clean
    .replace(SOURCE_PATH, '$1')
    .replace(QUOTED_PATH, '<path>')
    .replace(MEDIA_PATH, '<path>')
    .replace(OTHER_PATH, '<path>');
}
