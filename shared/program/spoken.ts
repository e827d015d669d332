import { spokenLanguage } from '../domain/language.ts';
import { AREA_HURTS_DE, EXERCISE_TEXTS_DE, GEAR_DE } from './data/de/exercisesDe.ts';
import { type Exercise, leaveOutText } from './data/exercise.ts';
import { EXERCISES } from './data/exercises.ts';

const FIELDS = [
  'name',
  'tempo',
  'how',
  'cues',
  'why',
  'progression',
  'regression',
  'videoCheck',
  'targets',
] as const;

type Texts = Partial<Pick<Exercise, (typeof FIELDS)[number] | 'contraindications'>>;

const shippedById = new Map(EXERCISES.map((exercise) => [exercise.id, exercise]));
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The German texts of a shipped exercise; undefined for a coach's own. */
function germanOf(id: string): Texts | undefined {
  const texts = EXERCISE_TEXTS_DE[id];
  const shipped = shippedById.get(id);
  if (texts === undefined || shipped === undefined) return undefined;
  const { more = [], ...rest } = texts;
  return { ...rest, contraindications: [...shipped.loads.map(hurtsText), ...more] };
}

const hurtsText = (area: Exercise['loads'][number]): string =>
  `Lass sie weg, solange ${AREA_HURTS_DE[area]}.`;

/**
 * An exercise in the language that is spoken. What a coach wrote stands as it is; equipment, surface and footwear stay the
 * words that plans are made with (`gearText` tells them).
 */
export function spokenExercise<T extends Exercise>(exercise: T): T {
  const shipped = shippedById.get(exercise.id);
  if (spokenLanguage() === 'en' || shipped === undefined) return exercise;
  const german = germanOf(exercise.id) ?? {};
  const own = Object.entries(german).filter(([field]) =>
    isSame(exercise[field as keyof Texts], shipped[field as keyof Texts]),
  );
  return { ...exercise, ...Object.fromEntries(own) };
}

/** A change as it is stored: a text that still reads as the shipped one is that one, in whatever language it was read. */
export function storedChange<T extends Partial<Exercise>>(id: string, change: T): T {
  const shipped = shippedById.get(id);
  const german = germanOf(id);
  if (shipped === undefined || german === undefined) return change;
  const fields = Object.entries(change).map(([field, value]) => {
    const isShipped = value !== undefined && isSame(value, german[field as keyof Texts]);
    return [field, isShipped ? shipped[field as keyof Texts] : value];
  });
  return Object.fromEntries(fields) as T;
}

/** A piece of equipment, a surface or footwear in the language that is spoken; a coach's own word as it is. */
export const gearText = (word: string): string =>
  spokenLanguage() === 'de' ? (GEAR_DE[word] ?? word) : word;

/** The word that plans are made with, for one that was read or typed in the language spoken. */
export const gearWord = (text: string): string =>
  Object.entries(GEAR_DE).find(([, german]) => spokenLanguage() === 'de' && german === text)?.[0] ?? text;

/** Whether a contraindication only says that a loaded place hurts. */
export const isPlaceThatHurts = ({ loads }: Exercise, sentence: string): boolean =>
  loads.some((area) => sentence === leaveOutText(area) || sentence === hurtsText(area));
