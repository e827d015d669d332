import type { Analysis } from '../domain/analysis.ts';
import { either, told } from '../domain/language.ts';
import { type Comparison, comparisonOf } from '../program/comparison.ts';
import { NORM_SPEEDS } from '../program/norms.ts';

const { lowest, highest } = NORM_SPEEDS;

/** What is said where a session has no findings, in the window and on paper. */
export const NO_FINDINGS_TEXTS: Readonly<Record<Comparison, string>> = told(
  {
    compared:
      'Nothing in these clips stands out from runners at this speed beyond what this method can tell.',
    speed_unknown:
      'The running speed was not told, so nothing was compared with other runners. Enter the speed to see what stands out.',
    speed_outside: `No values of other runners are known at this speed (only from ${lowest} to ${highest} m/s), so nothing was compared.`,
    nothing_measured:
      'Nothing could be measured that other runners are known by, so nothing was compared. The reasons stand with the measurements.',
  },
  {
    compared:
      'In diesen Clips hebt sich nichts von Läufern bei diesem Tempo mehr ab, als diese Methode unterscheiden kann.',
    speed_unknown:
      'Das Lauftempo ist nicht bekannt, also wurde nichts mit anderen Läufern verglichen. Tragen Sie das Tempo ein, um zu sehen, was auffällt.',
    speed_outside: `Bei diesem Tempo sind keine Werte anderer Läufer bekannt (nur von ${lowest} bis ${highest} m/s), also wurde nichts verglichen.`,
    nothing_measured:
      'Es ließ sich nichts messen, wovon Werte anderer Läufer bekannt sind, also wurde nichts verglichen. Die Gründe stehen bei den Messwerten.',
  },
);

/** What the athlete reads where no finding is told: what is only to be looked at is no "nothing". */
export const noFindingsText = (analysis: Analysis): string =>
  analysis.findings.length === 0
    ? NO_FINDINGS_TEXTS[comparisonOf(analysis)]
    : either(
        'No finding is sure enough to be stated here.',
        'Keine Beobachtung ist sicher genug, um hier zu stehen.',
      );
