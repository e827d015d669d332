/** Die Sätze der Seiten für den Sportler, auf Deutsch. Kurze Wörter, kurze Sätze. */
export const PACKET_TEXTS_DE = {
  title: 'Deine Fußübungen',
  undated: 'Fang an einem Tag an, der dir passt. Schreib hier das Datum deines ersten Tages auf:',
  safetyTitle: 'Wann du aufhörst',
  whyTitle: 'Warum diese Übungen',
  noPriority:
    'Nichts in deinem Video verlangt besondere Übungen. Dieser Plan macht deine Füße allgemein stark.',
  weeksTitle: 'Deine Wochen',
  firm: 'Diese Woche steht fest.',
  provisional: 'Dieser Teil ist nur geplant. Er öffnet sich, wenn deine Tests bestanden sind.',
  light: 'Eine leichtere Woche. Deine Füße holen auf.',
  cardsTitle: 'So geht jede Übung',
  rest: 'Mach zwischen den Sätzen 20 Sekunden Pause. Nimm mehr, wenn du es brauchst.',
  runCue: 'Mach das in einem lockeren Lauf.',
  beatTitle: 'Dein Takt',
  beatHow:
    'Spiel die Tondatei der Woche einmal für jeden Satz, oder stell ein Metronom auf diese Zahl. Jeder Schritt trifft einen Schlag. Wenn der Takt aussetzt, halt den Rhythmus.',
  beatUnknown:
    'Dein eigener Rhythmus ist noch nicht bekannt. Zähl 30 Sekunden lang die Schritte eines Fußes und nimm sie mal vier. Frag deinen Trainer, welchen Takt du nimmst.',
  logTitle: 'Dein Protokoll',
  logHow:
    'Hak jede Übung ab, wenn sie gemacht ist. Schreib am Ende des Tages auf, wie schwer es war: 0 ist gar keine Mühe, 10 ist alles, was du geben kannst. Wenn eine Stelle weh tut, schreib auf, wo und wie sehr, 0 bis 10.',
  hard: 'Wie schwer (0 bis 10)',
  sore: 'Wo tut es weh? (0 bis 10)',
  offTitle: 'An freien Tagen',
  offHow: 'Sanft dehnen und rollen. Fahr locker Rad oder schwimm, wenn du magst. Schlaf, iss und trink gut.',
  retestTitle: 'Noch einmal schauen',
  coachQuestion: 'Fragen? Frag deinen Trainer, bevor du mehr machst.',
  easier: 'Leichter:',
  harder: 'Wenn es leicht ist:',
  where: 'Wo und womit:',
  leaveOut: 'Lass sie weg, solange eine dieser Stellen weh tut:',
  own: 'Lass dir diese Übung von deinem Trainer zeigen.',
};
