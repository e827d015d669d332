import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders with what the app ships for the page: its build, the runtimes' own files and the prepared weights. */
export interface AssetFolders {
  readonly renderer: string;
  readonly weights: string;
  readonly litert: string;
  readonly mediapipe: string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  mp4: 'video/mp4',
};

/**
 * Which file answers to an address that is neither media nor call; undefined where there is none. Names are compared
 * with what is in the folder, so no part of an address becomes a path.
 */
export function createAssets(folders: AssetFolders) {
  const prefixes: readonly (readonly [string, string])[] = [
    ['/weights/', folders.weights],
    ['/runtime/litert/', folders.litert],
    ['/runtime/mediapipe/', folders.mediapipe],
  ];
  return (pathname: string): { path: string; type: string } | undefined => {
    const fixed = prefixes.find(([prefix]) => pathname.startsWith(prefix));
    const folder = fixed?.[1] ?? folders.renderer;
    const wanted = pathname === '/' ? 'index.html' : pathname.slice(fixed?.[0].length ?? 1);
    const name = filesIn(folder, fixed === undefined).find((file) => file === wanted);
    if (name === undefined) return undefined;
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return { path: join(folder, name), type };
  };
}

function filesIn(folder: string, recursive: boolean): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  } catch {
    return []; // Not built or not prepared yet: nothing answers.
  }
}
