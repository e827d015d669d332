/** Texte der Bibliothek als Ordner: verschwunden, gefunden, nicht zu öffnen. */
export const keeping = {
  lostReload: 'Was diese Seite noch zeigt, lässt sich lesen und abschreiben.',
  rescueTitle: 'Die Bibliothek lässt sich nicht öffnen',
  copies: 'Kopien der Datenbank',
  copiesText:
    'Nehmen Sie eine Kopie anstelle der Datenbank: Die Bibliothek öffnet sich wie damals. Die jetzige Datenbank bleibt im selben Ordner, unter einem Namen, der mit „replaced“ beginnt. Videos bleiben, wo sie sind.',
  noCopies: 'In diesem Ordner ist keine Kopie der Datenbank.',
  columns: { date: 'Datum', kind: 'Was es ist', size: 'Größe', take: 'Wahl' },
  kinds: {
    snapshot: 'Automatische Kopie',
    before_migration: 'Von vor einer neuen Version von Midstance',
    before_restore: 'Von vor dem Zurückholen einer Sicherung',
    replaced: 'Durch eine andere Kopie ersetzt',
  },
  take: 'Kopie nehmen',
  takeOf: 'Diese Kopie nehmen: {{date}}',
  startNew: 'Mit einer leeren Bibliothek beginnen',
  startNewText:
    'Die Datenbank wird neu angelegt und ist leer. Videos und alles andere im Ordner bleiben; was zu keinem Sportler gehört, wird später beiseitegelegt, nie gelöscht.',
  found: 'Gefundene Dateien',
  foundText_one:
    '{{count}} Datei ({{size}}), die kein Eintrag der Bibliothek kennt, beiseitegelegt seit {{date}}. Wer dasselbe Video importiert oder eine Datenbank nimmt, die es kennt, bekommt es zurück.',
  foundText_other:
    '{{count}} Dateien ({{size}}), die kein Eintrag der Bibliothek kennt, beiseitegelegt seit {{date}}. Wer dasselbe Video importiert oder eine Datenbank nimmt, die es kennt, bekommt es zurück.',
  foundPlace: 'Sie liegen im Ordner „found“ der Bibliothek.',
  removeFound: 'Gefundene Dateien löschen',
  removeFoundTitle: 'Gefundene Dateien löschen?',
  removeFoundText:
    'Sie lassen sich nicht zurückholen. Wenn Sportler oder Aufnahmen fehlen, suchen Sie zuerst eine Kopie.',
};
