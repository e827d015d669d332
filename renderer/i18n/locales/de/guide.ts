/** Texte der Anleitung zum Filmen. */
export const guide = {
  link: 'So wird gefilmt',
  title: 'So wird ein Lauf gefilmt',
  lead: 'Zwei Clips von 20 Sekunden: einer von der Seite, einer von hinten. Eine Seite zum Drucken und Mitnehmen.',
  print: 'Drucken',
  library: 'Bibliothek',
  side: {
    title: 'Von der Seite',
    drawing:
      'Von oben gesehen: das Telefon steht 4 bis 6 Meter neben dem Laufband, im rechten Winkel zur Laufrichtung.',
    points: [
      'Telefon auf Hüfthöhe, gerade, auf einem Stativ; Bild im Querformat.',
      '4–6 m entfernt am Laufband, 8–10 m im Freien. Lieber weiter weg und herangezoomt als nah.',
      'Im rechten Winkel zur Laufrichtung, auf 5° genau.',
      'Beide Seiten filmen: jedes Bein wird dort gemessen, wo es der Kamera nah ist.',
    ],
  },
  rear: {
    title: 'Von hinten',
    drawing: 'Von oben gesehen: das Telefon steht 3 bis 4 Meter hinter dem Laufband, auf seiner Mittellinie.',
    points: [
      'Telefon auf Hüfthöhe, gerade, auf einem Stativ.',
      '3–4 m dahinter, genau auf der Mittellinie von Band oder Bahn: 3° zur Seite sind zu viel.',
      'Hemd in die Hose, enge Hose; Klebeband oder eine Kontrastfarbe an den Fersen hilft.',
    ],
  },
  picture: {
    title: 'Im Bild',
    drawing: 'Der ganze Läufer in der Bildmitte, darüber und darunter ein Fünftel der Höhe frei.',
    points: [
      'Der ganze Läufer mit 20 % Platz ringsum, mindestens 600 Pixel hoch, in der mittleren Hälfte.',
      'Füße immer sichtbar: kein Geländer, keine Pflanzen, niemand davor.',
      'Ein Hintergrund mit etwas Zeichnung, und niemand sonst, der im Bild läuft.',
    ],
  },
  settings: {
    title: 'Telefon und Licht',
    points: [
      '120 oder 240 Bilder pro Sekunde (Zeitlupe); mindestens 60.',
      'Verschluss 1/500 s oder kürzer, besser 1/1000 s; Schärfe und Belichtung festgehalten.',
      'Helles, gleichmäßiges Licht von der Kameraseite; nicht gegen ein Fenster.',
      'Beim Filmen nicht zoomen, mitschwenken oder schneiden. HDR aus.',
    ],
  },
  run: {
    title: 'Der Lauf',
    points: [
      '2–4 Minuten einlaufen, dann 20 Sekunden in gleichmäßigem Tempo.',
      'Im Freien 4–6 Durchgänge: jeder gibt nur zwei oder drei Schritte.',
      'Zuerst zwei Sekunden ruhig stehen, gleiche Schuhe, gleicher Kameraplatz.',
      'Tempo, Steigung und Schuhe in der Aufnahme notieren.',
    ],
  },
  marks: { distanceSide: '4–6 m', distanceRear: '3–4 m', angle: '90°', hip: 'Hüfthöhe', room: '20 %' },
};
