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
    'Eine Sicherung wird geprüft, bevor sich etwas ändert, und was davon heil ist, wird genommen. Sie tritt beim nächsten Start an die Stelle dieser Bibliothek; was jetzt da ist, bleibt daneben liegen.',
  waiting: 'Beim nächsten Start tritt die Bibliothek vom {{date}} an die Stelle dieser hier.',
  counts: 'Sportler: {{athletes}} · Clips: {{clips}}',
  waitingKept:
    'Was bis dahin hier gemacht wird, bleibt im Ordner der Bibliothek unter einem Namen, der mit „before-restore“ beginnt. Beenden Sie Midstance und starten Sie es neu.',
  damaged: 'Die Sicherung ist geschrieben. Diese Videos hat die Bibliothek selbst nicht mehr heil:',
  damagedNext:
    'Nehmen Sie die richtigen Videos noch einmal auf; ihre Clips behalten alles Gemessene und Entschiedene. Sichern Sie danach noch einmal.',
  lost: 'Diese Videos kommen mit der Sicherung nicht zurück, weil sie darin beschädigt sind, fehlen oder anderswo liegen:',
  lostNext: 'Alles andere dieser Clips kommt. Zeigen Sie danach bei jedem Clip, wo sein Video liegt.',
  more: 'und {{n}} weitere',
  keep: 'Doch diese Bibliothek behalten',
};
