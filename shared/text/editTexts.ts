import type { Analysis, Edit, PoseEdit } from '../domain/analysis.ts';
import { either, told } from '../domain/language.ts';
import { isLive, isPoseEdit, type ReplayedEvent, replayEvents } from '../gait/replayEvents.ts';

/** Reasons that the app offers, as they are stored -> in words. What a coach wrote in other words stands as it is. */
export const EDIT_REASON_TEXTS = {
  en: {
    not_there: 'nothing happens here',
    foot_hidden: 'the foot is hidden',
    other_foot: 'it is the other foot',
    not_running: 'not running here',
    stumble: 'a stumble',
    speed_change: 'the speed changes',
    looked_aside: 'looked or turned aside',
    hidden: 'a leg is hidden',
  },
  de: {
    not_there: 'hier geschieht nichts',
    foot_hidden: 'der Fuß ist verdeckt',
    other_foot: 'es ist der andere Fuß',
    not_running: 'läuft hier nicht',
    stumble: 'gestolpert',
    speed_change: 'das Tempo ändert sich',
    looked_aside: 'zur Seite geschaut oder gedreht',
    hidden: 'ein Bein ist verdeckt',
  },
} as const;
export const EDIT_REASONS = told(EDIT_REASON_TEXTS.en, EDIT_REASON_TEXTS.de);

export const reasonText = (reason: string): string =>
  Object.entries(EDIT_REASONS).find(([code]) => code === reason)?.[1] ?? reason;

const SIDES = told({ L: 'left', R: 'right' }, { L: 'links', R: 'rechts' });
const TYPES = told(
  { initial_contact: 'contact', toe_off: 'toe-off' },
  { initial_contact: 'Kontakt', toe_off: 'Abdruck' },
);
const DONE = told(
  { accepted: 'accepted', moved: 'moved', added: 'added', rejected: 'rejected' },
  { accepted: 'bestätigt', moved: 'verschoben', added: 'hinzugefügt', rejected: 'verworfen' },
);
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const seconds = (time: number): string => `${time.toFixed(3)} s`;

/** What a coach did to the events of a clip, as a line: "18 events accepted, 2 moved". */
function eventsText(events: readonly ReplayedEvent[]): string | undefined {
  const parts = Object.entries(DONE).flatMap(([state, done]) => {
    const count = events.filter((event) => event.state === state).length;
    return count === 0 ? [] : [`${count} ${done}`];
  });
  if (parts.length === 0) return undefined;
  const what = parts.join(', ');
  return either(`Events looked at by the coach: ${what}.`, `Vom Trainer angeschaute Ereignisse: ${what}.`);
}

const nameOf = ({ side, type }: ReplayedEvent): string =>
  either(`${SIDES[side]} ${TYPES[type]}`, `${TYPES[type]} ${SIDES[side]}`);

/** Each moved, added or rejected event: "left contact: auto 3.433 s → coach 3.417 s". */
function movedTexts(events: readonly ReplayedEvent[]): string[] {
  return events.flatMap((event) => {
    const { state, found, timeS, reason } = event;
    const coach = either(`coach ${seconds(timeS)}`, `Trainer ${seconds(timeS)}`);
    const auto = found === undefined ? coach : `auto ${seconds(found.time_s)}`;
    if (state === 'moved') return [`${nameOf(event)}: ${auto} → ${coach}`];
    if (state === 'added') return [`${nameOf(event)}: ${coach}`];
    const why = reason === undefined ? '' : ` (${reasonText(reason)})`;
    return state === 'rejected' ? [`${nameOf(event)}: ${auto} ${DONE.rejected}${why}`] : [];
  });
}

/** Strides that do not count: "The right stride from 3.208 s is left out: a stumble." */
function strideTexts(events: readonly ReplayedEvent[]): string[] {
  return events.flatMap((event) => {
    const { side, timeS, excluded } = event;
    if (excluded === undefined || !isLive(event)) return [];
    const what = either(
      `The ${SIDES[side]} stride from ${seconds(timeS)} is left out`,
      `Der Schrittzyklus ${SIDES[side]} ab ${seconds(timeS)} zählt nicht`,
    );
    return [`${what}${excluded === '' ? '' : `: ${reasonText(excluded)}`}.`];
  });
}

function poseText(edits: readonly PoseEdit[]): string | undefined {
  const placed = new Set(
    edits.flatMap((edit) => (edit.op === 'place' ? [`${edit.joint} ${edit.frame}`] : [])),
  );
  const swaps = edits.filter(({ op }) => op === 'swap').length;
  const resets = edits.filter(({ op }) => op === 'reset').length;
  const parts = [
    placed.size > 0 &&
      either(`${plural(placed.size, 'joint')} placed by hand`, `${placed.size} von Hand gesetzt`),
    swaps > 0 && either(`legs swapped ${plural(swaps, 'time')}`, `Beine ${swaps}-mal vertauscht`),
    resets > 0 && either('some of it taken back again', 'einiges davon zurückgenommen'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${either('Keypoints', 'Gelenkpunkte')}: ${parts.join(', ')}.`;
}

/** Everything a coach changed in one clip, in sentences; empty where nothing was. */
export function editTexts(
  { events, edits, detached_edits }: Pick<Analysis, 'events' | 'edits' | 'detached_edits'>,
  clipId: string,
): string[] {
  const isOwn = ({ clip }: Edit) => clip === clipId;
  const { events: replayed } = replayEvents(events, edits, clipId);
  const ofPose = edits.filter(isPoseEdit).filter(isOwn);
  const moved = movedTexts(replayed);
  const detached = detached_edits.filter(isOwn).length;
  return [
    eventsText(replayed),
    moved.length === 0 ? undefined : `${moved.join('; ')}.`,
    ...strideTexts(replayed),
    poseText(ofPose),
    detached === 0
      ? undefined
      : either(
          `${plural(detached, 'change')} of the coach found nothing to belong to in this reading and had no effect.`,
          `${detached} ${detached === 1 ? 'Änderung' : 'Änderungen'} des Trainers fanden in dieser Auswertung nichts, wozu sie gehören, und blieben ohne Wirkung.`,
        ),
  ].filter((text) => text !== undefined);
}
