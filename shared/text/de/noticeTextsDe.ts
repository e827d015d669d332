/** Die Sätze von `NOTICE_TEXTS` auf Deutsch. */
export const NOTICE_TEXTS_DE = {
  rate_too_low:
    'Dieser Clip gibt zu wenig her ({fps} Bilder/s): filmen Sie mit {min_fps} Bildern/s oder mehr.',
  rate_below_recommended: 'Mit {fps} Bildern/s gefilmt; mit {recommended_fps} wäre es sicherer.',
  too_few_steps: 'Nur {n} saubere Schritte; nötig sind mindestens {min_n}. Filmen Sie länger.',
  few_steps: '{n} saubere Schritte; mit {enough_n} wäre es sicherer. Filmen Sie etwa 15 Sekunden.',
  flight_unclear:
    'Die Füße verlassen den Boden kaum oder gar nicht. Der Abdruck wird dann bis zu 70 ms zu früh gelesen: nehmen Sie das als groben Wert.',
  oblique_view: 'Die Kamera schaut schräg ({yaw_deg}°): filmen Sie im rechten Winkel zur Laufrichtung.',
  camera_turned: 'Die Kamera ist um etwa {yaw_deg}° gedreht: filmen Sie im rechten Winkel zur Laufrichtung.',
  contact_estimates_apart: 'Die Schätzungen des Kontaktzeitpunkts liegen {spread_ms} ms auseinander.',
  contact_estimates_far_apart:
    'Die Schätzungen des Kontaktzeitpunkts liegen {spread_ms} ms auseinander: prüfen Sie die Kontakte.',
  leg_hidden: 'Das Bein ist zu lange verdeckt.',
  leg_hardly_visible:
    'Das Bein ist kaum zu sehen: räumen Sie weg, was davor steht, oder filmen Sie von der anderen Seite.',
  leg_partly_visible: 'Das Bein ist teilweise verdeckt.',
  too_many_steps_dropped: '{dropped_percent} % der Schritte waren nicht zu gebrauchen.',
  many_steps_dropped: '{dropped_percent} % der Schritte waren nicht zu gebrauchen.',
  steps_dropped: '{dropped_percent} % der Schritte waren nicht zu gebrauchen.',
  far_leg: 'Dieses Bein ist das ferne: filmen Sie auch von der anderen Seite.',
  foot_misread:
    'Ferse und Zehe sind nicht gut zu sehen: die Sohle scheint um {tilt_deg}° gekippt, während sie flach am Boden ist. Filmen Sie näher, bei mehr Licht, mit Schuhen, die sich abheben.',
  visual_note_only: 'Ein Hinweis fürs Auge: bestätigen Sie ihn am Bild.',
  no_heel_toe_points:
    'Das gewählte Posenmodell hat keine Punkte an Ferse und Zehe: Kontakte und Fußaufsatz lassen sich nicht messen. Wählen Sie in den Einstellungen eines der mitgelieferten Modelle.',
  no_standing_reference:
    'Von diesem Sportler gibt es keine Aufnahme im Stehen: filmen Sie zwei Sekunden ruhiges Stehen in denselben Schuhen.',
  needs_side_view: 'Braucht einen Clip von der Seite.',
  needs_rear_view: 'Braucht einen Clip von hinten.',
  speed_unknown: 'Das Lauftempo ist nicht bekannt: tragen Sie es bei der Aufnahme ein.',
  height_unknown: 'Die Körpergröße ist nicht bekannt: tragen Sie sie auf der Seite des Sportlers ein.',
  not_as_told:
    'Das Video ist nicht der Film, von dem der Fall berichtet: seine Keypoints passen nicht und wurden weggelassen. Werten Sie die Aufnahme neu aus.',
  not_seen: 'War in diesem Clip nicht zu lesen.',
  within_noise: 'Der Unterschied ist kleiner, als diese Methode erkennen kann.',
  needs_second_clip: 'Zählt nur, wenn es sich in einem zweiten Clip wieder zeigt.',
  cadence_estimates_disagree:
    'Die Kontakte ergeben {contacts}, das Auf und Ab der Hüften {pelvis} Schritte/min: prüfen Sie die Kontakte.',
  cadence_steps_disagree:
    'Die Kontakte zusammen ergeben {contacts} Schritte/min, die einzelnen Schritte {steps}: im Clip kann Zeit fehlen.',
  cadence_sound_disagrees:
    'Die Kontakte ergeben {contacts} Schritte/min, der Ton {sound}: prüfen Sie die Kontakte, oder wessen Schritte zu hören sind.',
  contacts_against_sound:
    'Kontakte, deren Tritt mehr als 40 ms neben der erwarteten Stelle zu hören ist: {n}. Schauen Sie sie in der Prüfung an.',
  runner_small:
    'Der Läufer ist etwa {height_px} Pixel groß; mit {wanted_px} oder mehr werden die Gelenkpunkte besser. Gehen Sie näher heran oder zoomen Sie.',
  view_unknown: 'Die Ansicht ist nicht zu erkennen: filmen Sie von der Seite oder gerade von hinten.',
  somebody_beside:
    'Von {from_s} bis {to_s} s ist jemand neben dem Läufer: sehen Sie sich dort das Skelett an, oder filmen Sie einen nach dem anderen.',
  somebody_beside_often:
    'Zwischen {from_s} und {to_s} s ist {n}-mal jemand neben dem Läufer: sehen Sie sich dort das Skelett an, oder filmen Sie einen nach dem anderen.',
  head_cut_off: 'Der Kopf verlässt in {percent} % der Bilder das Bild: lassen Sie Platz rings um den Läufer.',
  feet_cut_off:
    'Ein Fuß berührt in {percent} % der Bilder den Bildrand: richten Sie die Kamera tiefer oder gehen Sie weiter weg.',
  too_dark: 'Das Bild ist dunkel: filmen Sie bei Tageslicht, oder machen Sie mehr Licht.',
  picture_blurred:
    'Das Bild ist nicht scharf: wischen Sie die Linse ab und tippen Sie vor dem Filmen auf den Läufer.',
  camera_pans:
    'Die Kamera folgt dem Läufer: stellen Sie sie auf ein Stativ und lassen Sie den Läufer vorbeilaufen oder auf der Stelle laufen.',
  camera_shakes:
    'Die Kamera wackelt (um {shake_percent} % der Beinlänge): stellen Sie sie auf ein Stativ oder lehnen Sie sie an etwas Festes.',
  camera_zooms: 'Beim Filmen wurde gezoomt: lassen Sie den Zoom im ganzen Clip gleich.',
  clip_has_cuts:
    'Der Clip besteht aus {parts} Stücken: jedes wird für sich gemessen. Filmen Sie möglichst in einem Stück.',
  contacts_supposed:
    'Von {contacts} Kontakten sind {n} am eigenen Bein nicht zu sehen: Sie stehen, wo der Rhythmus sie hätte, und zählen in keiner Zahl. Schauen Sie sie in der Prüfung an.',
  time_breaks:
    'Die Zeit bricht im Clip ab (Stellen: {n}): Bilder fehlen oder stehen still, während seine Uhr weiterläuft. Die Teile werden für sich gemessen und zusammengenommen; filmen Sie am Stück, und schneiden Sie nichts aus der Mitte.',
  pictures_repeated:
    'Bilder sind mehrfach gespeichert: die Datei hat {stored_fps} Bilder/s, davon sind {fps} eigene. Alles ist so sicher wie bei {fps} Bildern/s; nehmen Sie die Datei der Kamera selbst.',
  ground_looks_tilted:
    'Der Boden scheint um {roll_deg}° geneigt: tragen Sie die Steigung bei der Aufnahme ein, oder halten Sie das Handy gerade.',
  roll_unsure:
    'Der Boden scheint um {roll_deg}° geneigt; die Füße allein sagen das nicht sicher genug, um es herauszurechnen: halten Sie das Handy gerade, und filmen Sie den Läufer von derselben Stelle im Stehen.',
  roll_corrected:
    'Die Kamera war um {roll_deg}° verkippt, das ist herausgerechnet. Halten Sie sie nächstes Mal gerade.',
  file_moved:
    'Das Video ist nicht mehr da, wo es war. Legen Sie es zurück, oder zeigen Sie, wo es jetzt liegt, unter welchem Namen auch immer.',
  video_damaged:
    'Das gespeicherte Video ist beschädigt oder ein anderes: Seine Bytes sind nicht die von damals. Nehmen Sie das richtige noch einmal auf, oder zeigen Sie, wo es liegt; alles Gemessene und Entschiedene bleibt.',
  videos_damaged:
    'Gespeicherte Videos, deren Bytes nicht die von damals sind: {n}. Ihre Clips sagen es; nehmen Sie die richtigen Videos noch einmal auf.',
  low_frame_rate:
    'Nur {fps} Bilder/s: Kontakt- und Flugzeiten werden grob. Filmen Sie mit 120 Bildern/s oder mehr, wo das Handy es kann.',
  short_clip: 'Nur {seconds} s lang; etwa 15 Sekunden geben sicherere Werte.',
  irregular_times:
    '{percent} % der Bildabstände sind unregelmäßig; jedes Bild wird zu seiner eigenen Zeit verwendet.',
  small_picture: 'Das Bild ist nur {height} Pixel hoch; mit 1080 oder mehr werden die Gelenkpunkte besser.',
  slow_motion: 'Zeitlupe: {factor}-mal so schnell gefilmt, wie es abspielt. Alle Zeiten sind wahre Zeiten.',
  rows_damaged:
    'Einträge der Bibliothek, die beschädigt sind und in den Listen fehlen: {count}. Alles andere ist unversehrt; eine Sicherung oder eine Kopie hat sie vielleicht noch ganz.',
  synced_folder:
    'Die Bibliothek liegt in einem Ordner, den {service} abgleicht. Legen Sie sie woanders hin: der Abgleich kann eine offene Bibliothek beschädigen.',
  variable_rate:
    '{percent} % der Bildabstände sind unregelmäßig; jedes Bild wird zu seiner eigenen Zeit verwendet.',
};
