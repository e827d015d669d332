/** Why a case or a backup cannot be opened, in German; what stands for a name is taken over. The first that fits is said. */
const WHYS: readonly (readonly [why: RegExp, german: string])[] = [
  [/^it is no zip, or a part of it is missing$/, 'sie ist kein Zip, oder ein Teil fehlt'],
  [/^(\d+) entries$/, '$1 Einträge'],
  [/^its directory is damaged$/, 'ihr Verzeichnis ist beschädigt'],
  [/^it was packed by another program$/, 'ein anderes Programm hat sie gepackt'],
  [/^a part of it is missing$/, 'ein Teil fehlt'],
  [/^a part of it is damaged$/, 'ein Teil ist beschädigt'],
  [/^it holds no case$/, 'es ist kein Fall darin'],
  [/^it holds no library$/, 'es ist keine Bibliothek darin'],
  [
    /^it was written by a newer version of Midstance$/,
    'eine neuere Version von Midstance hat sie geschrieben',
  ],
  [/^it holds files that are not listed$/, 'es sind Dateien darin, die nicht aufgezählt sind'],
  [
    /^its contents are not as this version knows them$/,
    'ihr Inhalt ist nicht so, wie diese Version ihn kennt',
  ],
  [/^its keypoints do not belong to its clips$/, 'ihre Gelenkpunkte gehören nicht zu ihren Clips'],
  [
    /^its edits belong to clips that are not in it$/,
    'ihre Änderungen gehören zu Clips, die nicht darin sind',
  ],
  [/^a drawing does not fit its clip$/, 'eine Zeichnung passt nicht zu ihrem Clip'],
  [/^an edit does not fit its clip$/, 'eine Änderung passt nicht zu ihrem Clip'],
  [/^the video of (.+) is another one$/, 'das Video von $1 ist ein anderes'],
  [/^(.+) is missing$/, '$1 fehlt'],
  [/^(.+) is too large$/, '$1 ist zu groß'],
  [/^(.+) is damaged$/, '$1 ist beschädigt'],
];

/** The reason in German; as it is where it is none of these. */
export function whyInGerman(why: string): string {
  const [pattern, german] = WHYS.find(([one]) => one.test(why)) ?? [];
  return pattern === undefined || german === undefined ? why : why.replace(pattern, german);
}
