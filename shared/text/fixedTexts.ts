import { type Language, told } from '../domain/language.ts';

/** The three fixed texts (PROGRAMME.md 10), word for word. They are exempt from the wording check by identity. */
const FIXED_EN = {
  footer:
    'Coaching and education tool. Not a medical device. It does not diagnose, treat, predict or prevent injury or disease. Measurements are estimates from 2D video; see the uncertainty shown with each value.',
  firstRun:
    'If you have pain, a recent injury or surgery, numbness, swelling, diabetes affecting the feet, or are pregnant or under 16, talk to a doctor or physiotherapist before starting foot or running drills.',
  planSafety:
    'Stop and see a clinician if you feel pain on one spot of a bone, pain at rest or at night, pain when hopping, pain that gets worse as you run, a sudden snap, or calf swelling. Mild muscle soreness should be gone by next morning; if the sole or calf is sore, halve the volume, roll and stretch gently.',
};

/** The same, sentence by sentence. */
const FIXED_DE = {
  footer:
    'Werkzeug für Training und Lehre. Kein Medizinprodukt. Es stellt keine Diagnose, behandelt nichts, sagt keine Verletzung oder Krankheit voraus und beugt keiner vor. Messwerte sind Schätzungen aus 2D-Video; beachten Sie die Unsicherheit, die bei jedem Wert steht.',
  firstRun:
    'Wenn Sie Schmerzen haben, vor kurzem verletzt waren oder operiert wurden, bei Taubheit, Schwellung, Diabetes mit Folgen an den Füßen, in der Schwangerschaft oder unter 16 Jahren: sprechen Sie mit einem Arzt oder Physiotherapeuten, bevor Sie mit Fuß- oder Laufübungen beginnen.',
  planSafety:
    'Hör auf und geh zum Arzt bei Schmerz an einer Stelle eines Knochens, Schmerz in Ruhe oder in der Nacht, Schmerz beim Hüpfen, Schmerz, der beim Laufen stärker wird, einem plötzlichen Knall oder einer geschwollenen Wade. Leichter Muskelkater soll am nächsten Morgen weg sein; wenn Sohle oder Wade weh tun, mach die Hälfte, roll und dehn sanft.',
};

export const FIXED = told(FIXED_EN, FIXED_DE);
export const FIXED_TEXTS: readonly string[] = [...Object.values(FIXED_EN), ...Object.values(FIXED_DE)];

/** Words that no generated text may hold, whole words in any case (PROGRAMME.md 10). */
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

/** The same claims, as they would stand in German, where words are joined: parts of words. */
const germanPattern =
  /diagnos|verletzung|vorbeug|prävent|therapie(?!ut)|\btherap(?!eut)|heil(en|t|ung)\b|krankhaft|patholog|abnormal|anormal|fehlstellung|deformit|klinisch|überpron|behand(el|lung)/gi;

/** Forbidden words in a text of a language, after the fixed texts have been taken out. */
export function forbiddenWords(text: string, language: Language = 'en'): string[] {
  const own = FIXED_TEXTS.reduce((rest, fixed) => rest.replaceAll(fixed, ''), text);
  return [...(own.match(pattern) ?? []), ...(language === 'de' ? (own.match(germanPattern) ?? []) : [])];
}
