import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { moveIntoPlace, syncNow, writeAtomic } from './atomicWrite.ts';
import { BESIDE, isReplaced } from './copies.ts';
import { type LibraryLayout, stampOf } from './layout.ts';

/** Folders that a restored library takes the place of; the database follows when they are in. */
const FOLDERS = ['videos', 'derived', 'exports'] as const;
const DATABASE = 'library.db';
const markerSchema = z.strictObject({
  aside: z.string().regex(/^before-restore-[0-9TZ-]+$/),
  /** ISO instant of the backup. */
  madeAt: z.string(),
});

const placesOf = ({ root }: LibraryLayout) => ({
  staged: join(root, 'restored'),
  marker: join(root, 'restored.json'),
});

/**
 * Puts a checked library, unpacked into `folder`, beside the one that is open; it takes its place at the next start.
 * @param madeAt ISO instant of the backup
 * @param now ISO instant
 */
export async function stageRestored(
  layout: LibraryLayout,
  folder: string,
  madeAt: string,
  now: string,
): Promise<void> {
  const { staged, marker } = placesOf(layout);
  forgetRestored(layout);
  for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true });
  const aside = `before-restore-${stampOf(new Date(now))}`;
  // The word first, the folder as a whole after it: a stop in between leaves a word about nothing, which the next start drops.
  await writeAtomic(marker, JSON.stringify({ aside, madeAt }));
  try {
    await moveIntoPlace(folder, staged);
  } catch (error) {
    forgetRestored(layout);
    throw error;
  }
}

/** When the backup was made that takes the library's place at the next start; undefined where none does. */
export function waitingRestored(layout: LibraryLayout): string | undefined {
  const { marker } = placesOf(layout);
  return markerFrom(marker)?.madeAt;
}

/** The library stays as it is. */
export function forgetRestored(layout: LibraryLayout): void {
  const { staged, marker } = placesOf(layout);
  // The word first: what is left without it is nobody's.
  rmSync(marker, { force: true });
  if (isOurs(staged)) rmSync(staged, { recursive: true, force: true });
}

/** Whether a folder holds nothing but parts of a library. */
const isOurs = (staged: string): boolean =>
  existsSync(staged) &&
  readdirSync(staged).every((name) => [...FOLDERS, DATABASE, ...BESIDE].some((part) => part === name));

/** Undefined without a marker, and for one that cannot be read: then nobody knows whether all of the library is there. */
function markerFrom(marker: string): z.output<typeof markerSchema> | undefined {
  try {
    return markerSchema.parse(JSON.parse(readFileSync(marker, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Before the library is opened: moves what is there aside and the restored one in, if one waits. Stopped anywhere, the next
 * start goes on; each part is in one of the two places at every moment.
 */
export function takeRestored(layout: LibraryLayout): boolean {
  const { staged, marker } = placesOf(layout);
  const told = markerFrom(marker);
  // Without its word a folder is half of something, or not ours.
  if (told === undefined) return false;
  const aside = join(layout.root, told.aside);
  if (!existsSync(join(staged, DATABASE)) && !existsSync(aside)) {
    forgetRestored(layout);
    return false;
  }
  mkdirSync(aside, { recursive: true });
  if (existsSync(join(staged, DATABASE))) for (const part of BESIDE) moveAside(layout.root, aside, part);
  for (const part of [...FOLDERS, DATABASE]) {
    if (!existsSync(join(staged, part))) continue;
    moveAside(layout.root, aside, part);
    renameSync(join(staged, part), join(layout.root, part));
  }
  // Names first: without its word a start would take what is still unmoved for half of something.
  for (const folder of [aside, layout.root]) syncNow(folder);
  forgetRestored(layout);
  return true;
}

function moveAside(root: string, aside: string, part: string): void {
  if (existsSync(join(root, part))) renameSync(join(root, part), join(aside, part));
}

/** Libraries that were replaced still hold whoever was in them. */
export function removeReplaced({ root }: LibraryLayout): void {
  for (const name of readdirSync(root))
    if (isReplaced(name)) rmSync(join(root, name), { recursive: true, force: true });
}
