import type { LibraryItem, NewExercise } from '../../../shared/contract/exerciseSchemas.ts';
import type { BodyArea, ExerciseDomain, Phase } from '../../../shared/domain/plan.ts';
import { gearText, gearWord } from '../../../shared/program/spoken.ts';
import { type DoseDraft, doseFrom } from './DoseFields.tsx';

/** An exercise while it is typed; lists as lines of text. */
export interface ExerciseDraft {
  readonly name: string;
  readonly domain: ExerciseDomain;
  readonly phases: readonly Phase[];
  readonly level: 1 | 2 | 3 | 4;
  readonly dose: DoseDraft;
  readonly tempo: string;
  readonly equipment: string;
  readonly surface: string;
  readonly footwear: string;
  readonly how: string;
  readonly cues: string;
  readonly why: string;
  readonly progression: string;
  readonly regression: string;
  readonly videoCheck: string;
  readonly loads: readonly BodyArea[];
  readonly contraindications: string;
  readonly needsPainFree: boolean;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function draftFromExercise(exercise: LibraryItem['exercise'] | undefined): ExerciseDraft {
  const joined = (list: readonly string[] | undefined) => (list ?? []).join('\n');
  return {
    name: exercise?.name ?? '',
    domain: exercise?.domain ?? 'strength',
    phases: exercise?.phases ?? [],
    level: exercise?.level ?? 1,
    dose: exercise?.dose ?? { sets: 2, amount: 10, unit: 'reps', per_side: true },
    tempo: exercise?.tempo ?? '',
    equipment: joined(exercise?.equipment.map(gearText)),
    surface: gearText(exercise?.surface ?? 'firm floor'),
    footwear: gearText(exercise?.footwear ?? 'barefoot'),
    how: joined(exercise?.how),
    cues: joined(exercise?.cues),
    why: exercise?.why ?? '',
    progression: exercise?.progression ?? '',
    regression: exercise?.regression ?? '',
    videoCheck: exercise?.videoCheck ?? '',
    loads: exercise?.loads ?? [],
    contraindications: joined(exercise?.contraindications),
    needsPainFree: exercise?.needsPainFree ?? false,
  };
}

type Written = Omit<NewExercise, 'kind' | 'level' | 'needsPainFree'>;

/** What is stored; undefined while something is missing. */
export function exerciseFrom(draft: ExerciseDraft): Written | undefined {
  const { domain, phases, loads, tempo } = draft;
  const dose = doseFrom(draft.dose);
  const words = {
    ...{ name: draft.name.trim(), surface: gearWord(draft.surface.trim()) },
    footwear: gearWord(draft.footwear.trim()),
    ...{ why: draft.why.trim(), progression: draft.progression.trim() },
    ...{ regression: draft.regression.trim(), videoCheck: draft.videoCheck.trim() },
  };
  const how = lines(draft.how);
  const isMissing = Object.values(words).some((word) => word === '') || how.length === 0;
  if (dose === undefined || isMissing || phases.length === 0 || loads.length === 0) return undefined;
  return {
    ...words,
    ...{ domain, dose, how, phases: [...phases].sort(), loads: [...loads] },
    ...{ equipment: lines(draft.equipment).map(gearWord), cues: lines(draft.cues) },
    contraindications: lines(draft.contraindications),
    ...(tempo.trim() === '' ? {} : { tempo: tempo.trim() }),
  };
}
