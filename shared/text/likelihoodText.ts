import type { EvidenceWeakness, Finding } from '../domain/analysis.ts';
import { told } from '../domain/language.ts';

const LIKELIHOOD_TEXTS = told(
  { likely: 'likely', confirmed: 'confirmed by the coach', possible: 'have a look' },
  { likely: 'wahrscheinlich', confirmed: 'vom Trainer bestätigt', possible: 'bitte ansehen' },
);

/** How far a finding stands, in a word or two: carried by its values, by the coach's word, or still to be looked at. */
export const likelihoodText = ({
  likelihood,
  confirmed_by_coach,
}: Pick<Finding, 'likelihood' | 'confirmed_by_coach'>): string =>
  LIKELIHOOD_TEXTS[confirmed_by_coach ? 'confirmed' : likelihood];

/** Why a value does not carry a finding by itself, as a coach reads it. */
export const WEAKNESS_TEXTS: Readonly<Record<EvidenceWeakness, string>> = told(
  {
    grade: 'The grade of this value is low.',
    few_steps: 'Too few clean steps.',
    far_leg: 'It is the leg away from the camera: film the other side too.',
    wide: 'Its error is wider than runners differ from each other.',
    alongside: 'It counts only beside another finding that is itself to be looked at.',
  },
  {
    grade: 'Die Güte dieses Werts ist niedrig.',
    few_steps: 'Zu wenige saubere Schritte.',
    far_leg: 'Es ist das Bein abseits der Kamera: Filmen Sie auch die andere Seite.',
    wide: 'Sein Fehler ist größer als der Unterschied zwischen Läufern.',
    alongside: 'Es zählt nur neben einer anderen Beobachtung, die selbst noch anzusehen ist.',
  },
);
