import {
  type AlignmentDefinition,
  type AlignmentLine,
  METRIC_OF_DEFINITION,
  PLANE_OF_DEFINITION,
} from '../domain/alignment.ts';
import { either, told } from '../domain/language.ts';
import { metricSpec } from '../gait/registry.ts';
import {
  type AlignmentSaying,
  type AlignmentVerdict,
  agreementOf,
  UNDER_WITHIN,
} from '../program/alignmentSays.ts';
import { decimalsFor, unitAfter } from './numberText.ts';

/** Names of the definitions, as a coach chooses among them. */
export const ALIGNMENT_NAMES = told(
  {
    ankle_hip: 'Ankle to hips',
    heel_hip: 'Heel to hips',
    shank: 'Angle of the shin',
    heel_ankle: 'Heel under ankle, from behind',
    foot_line: 'Foot to line of travel, from behind',
    midfoot: 'Middle of the foot to ankle',
  },
  {
    ankle_hip: 'Knöchel zur Hüfte',
    heel_hip: 'Ferse zur Hüfte',
    shank: 'Winkel des Schienbeins',
    heel_ankle: 'Ferse unter dem Knöchel, von hinten',
    foot_line: 'Fuß zur Lauflinie, von hinten',
    midfoot: 'Fußmitte zum Knöchel',
  },
);

const VERDICTS_SIDE = told(
  {
    under: 'under',
    ahead: 'ahead',
    behind: 'behind',
    cannot_tell: 'cannot tell',
    not_measured: 'not measured',
  },
  {
    under: 'darunter',
    ahead: 'davor',
    behind: 'dahinter',
    cannot_tell: 'nicht zu sagen',
    not_measured: 'nicht gemessen',
  },
);
const VERDICTS_HEEL = told(
  {
    under: 'under',
    ahead: 'ankle to the inside',
    behind: 'ankle to the outside',
    cannot_tell: 'cannot tell',
    not_measured: 'not measured',
  },
  {
    under: 'darunter',
    ahead: 'Knöchel innen',
    behind: 'Knöchel außen',
    cannot_tell: 'nicht zu sagen',
    not_measured: 'nicht gemessen',
  },
);
const VERDICTS_LINE = told(
  {
    under: 'on the line',
    ahead: 'on its own side',
    behind: 'across the line',
    cannot_tell: 'cannot tell',
    not_measured: 'not measured',
  },
  {
    under: 'auf der Linie',
    ahead: 'auf der eigenen Seite',
    behind: 'über der Linie',
    cannot_tell: 'nicht zu sagen',
    not_measured: 'nicht gemessen',
  },
);

export function verdictText(id: AlignmentDefinition, verdict: AlignmentVerdict): string {
  if (id === 'heel_ankle') return VERDICTS_HEEL[verdict];
  return id === 'foot_line' ? VERDICTS_LINE[verdict] : VERDICTS_SIDE[verdict];
}

/** "7.0 to 11.0°": one SD on either side of runners at this speed; undefined where nothing is known of them. */
export function typicalText({ id, norm, metric }: AlignmentSaying): string | undefined {
  if (norm === undefined) return undefined;
  const name = METRIC_OF_DEFINITION[id];
  const digits = decimalsFor(name, metric?.total ?? null);
  const range = `${(norm.mean - norm.sd).toFixed(digits)} ${either('to', 'bis')} ${(norm.mean + norm.sd).toFixed(digits)}`;
  return `${range}${unitAfter(metricSpec(name).unit)}`;
}

/** What the value of this contact is: its metric's value, and what else the lines show. */
export function contactValueText({ id, value, deg, offset }: AlignmentLine): string {
  const angle = `${signed(deg.toFixed(0))}°`;
  if (id === 'shank')
    return `${angle} (${either('ankle to knee', 'Knöchel zum Knie')} ${signed(offset.toFixed(2))} ${either('shin lengths', 'Schienbeinlängen')})`;
  if (value === null) return `${either('not measured', 'nicht gemessen')} (${angle})`;
  const { unit, decimals } = metricSpec(id === 'midfoot' ? 'overstride_ankle' : METRIC_OF_DEFINITION[id]);
  const reading = `${signed(value.toFixed(decimals))}${unitAfter(unit)}`;
  // Against the standing runner, which the angle on the picture is not.
  return id === 'heel_ankle' ? reading : `${reading} (${angle})`;
}

/** A minus that reads as one; a small negative value that rounds to nothing has no sign. */
const signed = (text: string): string => (/^-0(\.0+)?$/.test(text) ? text.slice(1) : text).replace('-', '−');

/** Whether the definitions of one view agree on a foot, in one sentence, and which says what where they do not. */
export function agreementText(sayings: readonly AlignmentSaying[]): string {
  const groups = new Map<AlignmentVerdict, AlignmentDefinition[]>();
  for (const { id, verdict } of sayings)
    if (verdict !== 'not_measured') groups.set(verdict, [...(groups.get(verdict) ?? []), id]);
  const each = [...groups]
    .map(
      ([verdict, ids]) =>
        `${ids.map((id) => ALIGNMENT_NAMES[id]).join(', ')}: ${ids[0] === undefined ? '' : verdictText(ids[0], verdict)}`,
    )
    .join('; ');
  // From behind the two definitions look at different things: they cannot contradict each other.
  if (sayings.some(({ id }) => PLANE_OF_DEFINITION[id] === 'frontal') || each === '')
    return each === '' ? '' : `${each}.`;
  return `${AGREEMENTS[agreementOf(sayings)]} ${each}.`;
}

const AGREEMENTS = told(
  {
    same: 'The definitions agree.',
    same_but_open: 'Those that can tell agree, and not all can.',
    different: 'The definitions do not agree: which one counts is the coach’s choice.',
    open: 'Too few of the definitions can tell.',
  },
  {
    same: 'Die Definitionen sind sich einig.',
    same_but_open: 'Die etwas sagen können, sind sich einig; nicht alle können es.',
    different: 'Die Definitionen sind sich nicht einig: welche zählt, wählt der Trainer.',
    open: 'Zu wenige der Definitionen können etwas sagen.',
  },
);

/** What the words stand for. */
export const alignmentLegend = (): string =>
  either(
    `Under: the whole range lies within ${UNDER_WITHIN.ankle_hip} leg lengths of the hips, ${UNDER_WITHIN.shank}° of upright, ${UNDER_WITHIN.heel_ankle} % of the shin, ${UNDER_WITHIN.foot_line} mm of the line. Ahead or behind: the whole range is on that side. These limits are a choice, not a finding of research; at contact nearly every runner's foot is ahead of the hips.`,
    `Darunter: der ganze Bereich liegt innerhalb von ${UNDER_WITHIN.ankle_hip} Beinlängen um die Hüfte, ${UNDER_WITHIN.shank}° um die Senkrechte, ${UNDER_WITHIN.heel_ankle} % des Schienbeins, ${UNDER_WITHIN.foot_line} mm um die Linie. Davor oder dahinter: der ganze Bereich liegt auf dieser Seite. Diese Grenzen sind gewählt, nicht erforscht; beim Aufsatz ist der Fuß fast aller Läufer vor der Hüfte.`,
  );
