/** Texte von Sicherung und Zurückholen. */
export const backup = {
  title: 'Sicherung',
  text: 'Die ganze Bibliothek in einer Datei: Sportler, Aufnahmen, Videos, Gelenkpunkte, Berichtigungen, Pläne und Tagebücher. Videos, die bleiben, wo sie sind (nicht kopiert), sind nicht darin. Legen Sie die Datei auf ein anderes Laufwerk; sie enthält Videos und Namen von allen.',
  make: 'Bibliothek sichern',
  making: 'Sicherung',
  ready: '{{name}} speichern ({{size}})',
  restore: 'Sicherung zurückholen',
  restoring: 'Die Sicherung wird geprüft',
  restoreText:
    'Eine Sicherung wird ganz geprüft, bevor sich etwas ändert. Sie tritt beim nächsten Start an die Stelle dieser Bibliothek; was jetzt da ist, bleibt daneben liegen.',
  waiting: 'Beim nächsten Start tritt die Bibliothek vom {{date}} an die Stelle dieser hier.',
  counts: 'Sportler: {{athletes}} · Clips: {{clips}}',
  waitingKept:
    'Was bis dahin hier gemacht wird, bleibt im Ordner der Bibliothek unter einem Namen, der mit „before-restore“ beginnt. Beenden Sie Midstance und starten Sie es neu.',
  keep: 'Doch diese Bibliothek behalten',
};
