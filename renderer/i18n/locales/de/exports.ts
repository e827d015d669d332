/** Texte zu den Dateien einer Aufnahme. */
export const exports = {
  notes: 'Notizen für den Sportler',
  notesHint: 'Sie stehen auf der ersten Seite des Berichts.',
  notesSave: 'Notizen speichern',
  openCase: 'Fall öffnen',
  stop: 'Anhalten',
  busy: '{{name}} wird gemacht',
  frames: 'Bild {{done}} von {{total}}',
  groups: {
    people: 'Zum Lesen und Mitgeben',
    pictures: 'Bilder und Video',
    tables: 'Tabellen',
    coach: 'Für andere Trainer',
    opensim: 'OpenSim',
    programs: 'Für andere Programme',
  },
  names: {
    report_pdf: 'Bericht als PDF',
    report_html: 'Bericht als HTML',
    annotated_mp4: 'Video mit Einblendungen',
    contacts_jpg: 'Standbilder der Kontakte',
    kinogram_jpg: 'Kinogramm',
    tables_csv: 'Tabellen als CSV',
    case_zip: 'Fall mit Videos',
    'case-no-video_zip': 'Fall ohne Videos',
    opensim_trc: 'TRC und MOT',
    analysis_json: 'Zahlen als JSON',
    pose_json: 'Gelenkpunkte als JSON',
  },
  what: {
    report_pdf: 'Zum Drucken oder Verschicken: Befunde, Zahlen, der Plan.',
    report_html: 'Dasselbe als eine Webseite in einer Datei, die jeder Browser ohne Internet öffnet.',
    annotated_mp4:
      'Jeder Clip in Zeitlupe, jedes Bild einmal, mit Skelett, Kontakten, Ihren Zeichnungen, Bildnummer und wahrer Zeit. Gesichter sind unkenntlich, wenn keine Zustimmung vorliegt, ebenso alles neben dem Läufer.',
    contacts_jpg: 'Ein Bild von jedem Kontakt, mit der wahren Zeit im Namen.',
    kinogram_jpg: 'Die Kontakte eines Clips nebeneinander, der linke Fuß über dem rechten.',
    tables_csv: 'Werte mit ±, Kontakte und Abdrücke und jeder Schrittzyklus, für eine Tabellenkalkulation.',
    case_zip:
      'Die Aufnahme, wie ein anderer Trainer sie in Midstance öffnet, mit Ihren Berichtigungen und Zeichnungen. Die Videos sind, wie sie gefilmt wurden, auch die Gesichter.',
    'case-no-video_zip': 'Dasselbe ohne die Bilder: nur Gelenkpunkte, Berichtigungen und Zeichnungen.',
    opensim_trc:
      'Orte der Marker (TRC, braucht die Körpergröße) und Gelenkwinkel jedes Bildes (MOT) von jedem Clip.',
    analysis_json: 'Jeder Wert mit seiner Unsicherheit, die Kontakte, die Befunde und die Übungsvorschläge.',
    pose_json: 'Die 33 Punkte des Körpers in jedem Bild, eine Datei je Clip.',
  },
  none: 'Es gibt nichts zu speichern: kein Clip dieser Aufnahme hat, woraus diese Datei besteht.',
};
