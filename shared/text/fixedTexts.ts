/** The three fixed texts of measurement.md 7.2. They are exempt from the wording check by identity. */
export const FOOTER_TEXT =
  'Coaching and education tool. Not a medical device. It does not diagnose, treat, predict or prevent injury or disease. Measurements are estimates from 2D video; see the uncertainty shown with each value.';

export const FIRST_RUN_TEXT =
  'If you have pain, a recent injury or surgery, numbness, swelling, diabetes affecting the feet, or are pregnant or under 16, talk to a doctor or physiotherapist before starting foot or running drills.';

export const PLAN_SAFETY_TEXT =
  'Stop and see a clinician if you feel pain on one spot of a bone, pain at rest or at night, pain when hopping, pain that gets worse as you run, a sudden snap, or calf swelling. Mild muscle soreness should be gone by next morning; if the sole or calf is sore, halve the volume, roll and stretch gently.';

export const FIXED_TEXTS: readonly string[] = [FOOTER_TEXT, FIRST_RUN_TEXT, PLAN_SAFETY_TEXT];

/** Words that no generated text may hold, whole words in any case (measurement.md 7.2). */
const FORBIDDEN = [
  'diagnose[sd]?',
  'diagnosis',
  'diagnostic',
  'treat(s|ed|ment|ments)?',
  'therapy',
  'cures?',
  'injury risk',
  'risk of injury',
  '(prevents?|preventing|prevention|reduces?|reducing)( of)?( the)? injur(y|ies)',
  'injury prevention',
  'patholog(y|ical)',
  'abnormal',
  'overpronator',
  'over-pronator',
  'overpronation',
  'deformity',
  'clinical(ly)?',
  'injury-resistant',
];
const pattern = new RegExp(`\\b(${FORBIDDEN.join('|')})\\b`, 'gi');

/** Forbidden words in a text, after the fixed texts have been taken out. */
export function forbiddenWords(text: string): string[] {
  const own = FIXED_TEXTS.reduce((rest, fixed) => rest.replaceAll(fixed, ''), text);
  return own.match(pattern) ?? [];
}
