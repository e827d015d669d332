/** Die Sätze von `ERRORS` auf Deutsch. */
export const ERRORS_DE = {
  bad_usage: { sentence: '{detail}', next: 'Mit --help zeigen sich die Optionen.' },
  file_missing: {
    sentence: '{file} ist nicht da.',
    next: 'Prüfen Sie den Namen, oder nehmen Sie das Video noch einmal von dort auf, wo es jetzt liegt.',
  },
  unreadable: {
    sentence: '{file} lässt sich nicht lesen.',
    next: 'Prüfen Sie, ob Sie diese Datei und ihren Ordner lesen dürfen.',
  },
  empty_file: { sentence: '{file} ist leer.', next: 'Kopieren Sie das Video noch einmal vom Handy.' },
  not_a_video: {
    sentence: '{file} ist kein Video, das sich lesen lässt.',
    next: 'Wählen Sie eine Videodatei, zum Beispiel MP4 oder MOV.',
  },
  truncated: {
    sentence: '{file} bricht ab: ein Teil der Datei fehlt.',
    next: 'Kopieren Sie das Video noch einmal vom Handy und warten Sie, bis die Kopie fertig ist.',
  },
  no_video_track: { sentence: '{file} hat Ton, aber kein Bild.', next: 'Wählen Sie eine Datei mit Bild.' },
  decode_failed: {
    sentence: 'Das Bild von {file} lässt sich nicht entschlüsseln.',
    next: 'Geben Sie das Video auf dem Handy als MP4 mit H.264 aus und nehmen Sie diese Datei auf.',
  },
  picture_too_large: {
    sentence: 'Das Bild von {file} ist zu groß: {width} x {height} Pixel.',
    next: 'Filmen Sie mit höchstens 8192 x 4320 Pixeln, oder geben Sie das Video so aus.',
  },
  too_many_frames: {
    sentence: '{file} nennt mehr als {most} Bilder.',
    next: 'Schneiden Sie das Video auf das Laufen zu, oder kopieren Sie es noch einmal vom Handy, wenn es kurz ist.',
  },
  hdr_unsupported: {
    sentence:
      'Die Farben von {file} haben hohen Dynamikumfang ({part}), den das vorhandene Videoprogramm nicht umrechnen kann.',
    next: 'Schalten Sie HDR in der Kamera aus, oder installieren Sie ein vollständiges ffmpeg.',
  },
  ffmpeg_missing: {
    sentence: 'Das Videoprogramm ffmpeg wurde nicht gefunden.',
    next: 'Installieren Sie ffmpeg, oder setzen Sie FFMPEG_PATH auf seinen Ort.',
  },
  model_missing: {
    sentence: 'Das Posenmodell {model} liegt nicht im Ordner models der Bibliothek.',
    next: 'Legen Sie seine Dateien zurück, oder wählen Sie in den Einstellungen ein anderes Modell.',
  },
  no_person: {
    sentence: 'In {file} wurde niemand gefunden.',
    next: 'Filmen Sie den ganzen Läufer, mindestens ein Drittel des Bildes hoch, bei gutem Licht.',
  },
  several_persons: {
    sentence: 'In {file} sind mehrere Menschen: {candidates}.',
    next: 'Wählen Sie den Läufer: --person X,Y@T auf der Kommandozeile, oder ein Klick in der App.',
  },
  walking: {
    sentence: '{file} zeigt Gehen, nicht Laufen.',
    next: 'Filmen Sie im Lauftempo.',
  },
  legs_confused: {
    sentence:
      'Linker und rechter Fuß lassen sich in {file} nicht unterscheiden: die Schritte des einen Beins scheinen {step_percent} % länger zu dauern als die des anderen.',
    next: 'Filmen Sie noch einmal, ohne dass etwas vor den Beinen steht (der Holm eines Laufbands verdeckt sie), oder von der anderen Seite.',
  },
  too_short: {
    sentence: '{file} enthält zu wenige Schritte zum Messen.',
    next: 'Filmen Sie mindestens 10 Sekunden gleichmäßiges Laufen.',
  },
  no_gait: {
    sentence: 'In {file} wurden keine regelmäßigen Laufschritte gefunden.',
    next: 'Filmen Sie gleichmäßiges Laufen, den ganzen Läufer groß im Bild, bei gutem Licht, und wählen Sie, welche Ansicht es ist.',
  },
  slow_motion_unknown: {
    sentence:
      'Die Geschwindigkeit von {file} ist nicht sicher: nach der eigenen Uhr sind es {cadence} Schritte/min. Es kann Zeitlupe sein (möglich: {choices}).',
    next: 'Nennen Sie die wahre Bildrate der Aufnahme: --capture-fps N, oder beantworten Sie die Frage am Clip in der App.',
  },
  clock_impossible: {
    sentence:
      'Die Uhr von {file} kann nicht stimmen: nach ihr macht der Läufer mehr oder weniger Schritte, als irgendjemand kann.',
    next: 'Nennen Sie die wahre Bildrate der Aufnahme: --capture-fps N, oder tragen Sie sie am Clip in der App ein; sonst filmen Sie ohne Effekt, der die Geschwindigkeit ändert.',
  },
  partly_slowed: {
    sentence:
      'Ein Teil von {file} ist langsamer als der Rest: normale Geschwindigkeit und Zeitlupe in einem Clip.',
    next: 'Wählen Sie einen Arbeitsbereich mit einer Geschwindigkeit (--zone VON-BIS, oder I und O in der Prüfung), oder filmen Sie ohne den Effekt.',
  },
  runner_cut_off: {
    sentence: 'In {file} ist nur ein Teil des Läufers im Bild.',
    next: 'Filmen Sie den ganzen Läufer vom Kopf bis zu den Füßen, mit Platz ringsum und beiden Füßen im Bild.',
  },
  not_upright: {
    sentence:
      'Der Läufer steht im Bild von {file} nicht aufrecht: es muss um {turn_deg}° im Uhrzeigersinn gedreht werden.',
    next: 'Drehen Sie den Clip auf der Seite der Aufnahme, oder sagen Sie es mit --turn {turn_deg}, und werten Sie ihn noch einmal aus.',
  },
  turn_over_marks: {
    sentence:
      'In {file} gibt es Zeichnungen oder korrigierte Gelenkpunkte, die an Stellen des Bildes liegen, wie es jetzt ist.',
    next: 'Machen Sie sie in der Prüfung rückgängig oder entfernen Sie sie dort, dann drehen Sie den Clip.',
  },
  seen_briefly: {
    sentence:
      'Der Läufer ist in {file} {seconds} s lang zu sehen, etwa {steps} Schritte; nötig sind {min_n}.',
    next: 'Filmen Sie mehrere Läufe hintereinander, gehen Sie weiter weg, oder drehen Sie das Handy mit dem Läufer mit.',
  },
  feet_outside: {
    sentence: 'In {file} sind die Füße die meiste Zeit außerhalb des Bildes.',
    next: 'Richten Sie die Kamera tiefer oder gehen Sie weiter weg, so dass der ganze Läufer mit Platz ringsum zu sehen ist.',
  },
  bad_pose_file: {
    sentence: '{file} ist keine Posendatei, die sich lesen lässt.',
    next: 'Geben Sie sie noch einmal aus, oder werten Sie das Video selbst aus.',
  },
  bad_case: {
    sentence: '{file} ist kein Fall, der sich öffnen lässt: {why}.',
    next: 'Bitten Sie den anderen Trainer, den Fall noch einmal zu sichern, und kopieren Sie ihn ganz.',
  },
  bad_backup: {
    sentence: '{file} ist keine Sicherung, die sich zurückholen lässt: {why}.',
    next: 'Wählen Sie die Datei, die Midstance gesichert hat, oder kopieren Sie sie noch einmal; nichts wurde geändert.',
  },
  other_file: {
    sentence: '{file} ist ein anderes Video als {clip}.',
    next: 'Suchen Sie die Datei, die damals aufgenommen wurde; ihr Name kann anders sein, ihr Inhalt nicht.',
  },
  out_unwritable: {
    sentence: 'In {folder} kann nichts geschrieben werden.',
    next: 'Wählen Sie mit --out einen anderen Ordner, oder schaffen Sie Platz.',
  },
  copy_differs: {
    sentence: '{file} ließ sich nicht so zurücklesen, wie es geschrieben wurde.',
    next: 'Schreiben Sie die Datei noch einmal oder auf ein anderes Laufwerk: Dieses kann defekt sein. Sonst wurde nichts geändert.',
  },
  file_damaged: {
    sentence:
      'Das gespeicherte Video von {file} ist beschädigt oder ein anderes: Seine Bytes sind nicht die von damals.',
    next: 'Nehmen Sie das richtige Video noch einmal auf, unter welchem Namen auch immer; was daran gemessen und entschieden wurde, bleibt.',
  },
  disk_full: {
    sentence: 'Die Platte ist voll.',
    next: 'Schaffen Sie Platz und versuchen Sie es noch einmal; nichts ging verloren.',
  },
  browser_missing: {
    sentence: 'Es wurde kein Browser gefunden, der die PDF-Datei druckt.',
    next: 'Installieren Sie Chromium oder Chrome, oder setzen Sie CHROMIUM_PATH; der HTML-Bericht ist vollständig.',
  },
  cancelled: {
    sentence: 'Vor dem Ende angehalten.',
    next: 'Beginnen Sie noch einmal: es geht dort weiter, wo es angehalten wurde.',
  },
  host_unreachable: {
    sentence: 'Midstance antwortet nicht mehr.',
    next: 'Prüfen Sie, ob das Programm noch läuft, und laden Sie dann diese Seite neu; nichts Gespeichertes ging verloren.',
  },
  library_locked: {
    sentence: 'Ein anderes Fenster von Midstance hat diese Bibliothek offen.',
    next: 'Schließen Sie es und versuchen Sie es noch einmal.',
  },
  library_from_future: {
    sentence: 'Diese Bibliothek wurde von einer neueren Fassung von Midstance geschrieben.',
    next: 'Öffnen Sie sie mit jener Fassung, oder wählen Sie einen anderen Bibliotheksordner.',
  },
  library_lost: {
    sentence:
      'Die Bibliothek ist nicht mehr an ihrem Platz: Ihr Ordner oder ihre Datenbank wurde verschoben, ersetzt oder von einem anderen Midstance geöffnet. Es wird nichts mehr gespeichert.',
    next: 'Die letzten Eingaben notieren, Midstance schließen, den Ordner zurücklegen und neu starten.',
  },
  library_missing: {
    sentence: 'Der Bibliotheksordner {folder} enthält Dateien einer Bibliothek, aber nicht ihre Datenbank.',
    next: 'library.db zurücklegen oder eine der Kopien nehmen; es wurde nichts verändert.',
  },
  library_damaged: {
    sentence: 'Die Datenbank der Bibliothek ist beschädigt.',
    next: 'Eine der Kopien nehmen, die Midstance beim Start anbietet; was jetzt da ist, bleibt daneben erhalten.',
  },
  copy_damaged: {
    sentence: 'Auch diese Kopie der Bibliothek lässt sich nicht öffnen.',
    next: 'Eine andere wählen; es wurde nichts verändert.',
  },
  library_unwritable: {
    sentence: 'In den Bibliotheksordner {folder} kann nichts geschrieben werden.',
    next: 'Prüfen, ob der Datenträger schreibgeschützt ist und ob man dort schreiben darf, oder mit --library einen anderen Ordner wählen.',
  },
  library_not_folder: {
    sentence: '{folder} ist eine Datei, kein Ordner.',
    next: 'Mit --library einen Ordner für die Bibliothek wählen.',
  },
  path_too_long: {
    sentence: 'Der Pfad der Bibliothek ist zu lang: {length} Zeichen, wo {limit} möglich sind.',
    next: 'Einen Ordner mit kürzerem Pfad wählen.',
  },
  port_in_use: {
    sentence: 'Port {port} ist nicht frei: Ein anderes Programm hat ihn, oder er ist nicht erlaubt.',
    next: 'Mit --port einen anderen wählen oder die Angabe weglassen.',
  },
  entry_damaged: {
    sentence: 'Dieser Eintrag der Bibliothek ist beschädigt und nicht lesbar.',
    next: 'Alles andere ist unversehrt; eine Sicherung oder eine Kopie der Bibliothek hat ihn vielleicht noch ganz.',
  },
  not_found: {
    sentence: 'Dieser Eintrag ist nicht mehr in der Bibliothek.',
    next: 'Gehen Sie zur Bibliothek zurück und öffnen Sie ihn noch einmal.',
  },
  unknown_method: {
    sentence: 'Die App hat um etwas gebeten, das diese Fassung nicht kennt.',
    next: 'Laden Sie die App neu.',
  },
  invalid_input: {
    sentence: 'Etwas im Formular stimmt nicht: {detail}.',
    next: 'Berichtigen Sie es und versuchen Sie es noch einmal.',
  },
  impossible_order: {
    sentence: 'Kontakt und Abdruck eines Fußes müssen sich abwechseln.',
    next: 'Verschieben oder verwerfen Sie zuerst das benachbarte Ereignis.',
  },
  plan_missing: { sentence: 'Dieser Sportler hat noch keinen Plan.', next: 'Machen Sie zuerst einen Plan.' },
  plan_running: {
    sentence: 'Der Plan von Zyklus {cycle} hat schon begonnen.',
    next: 'Bringen Sie ihn auf den Stand von heute, oder beenden Sie den Zyklus und beginnen Sie den nächsten.',
  },
  plan_not_begun: {
    sentence: 'Der Plan hat noch nicht begonnen: er fängt am {date} an.',
    next: 'Machen Sie ihn mit einem anderen ersten Tag neu, oder warten Sie, bis er begonnen hat.',
  },
  start_too_early: {
    sentence: 'Der Plan kann nicht vor dem {date} beginnen.',
    next: 'Wählen Sie diesen Tag oder einen späteren.',
  },
  weeks_begun: {
    sentence: 'Woche {week} des Plans hat schon begonnen.',
    next: 'Wählen Sie mindestens {week} Wochen, oder beenden Sie den Zyklus.',
  },
  date_to_come: {
    sentence: 'Der {date} kommt erst noch.',
    next: 'Tragen Sie ein, was bis heute getan wurde.',
  },
  change_refused: {
    sentence: 'Die Änderung geht nicht: {why}.',
    next: 'Wählen Sie einen anderen Tag oder eine andere Übung, oder schaffen Sie zuerst Platz.',
  },
  change_without_effect: {
    sentence: 'Die Änderung würde an dem, was noch kommt, nichts ändern.',
    next: 'Wählen Sie eine Woche, die nicht vorbei ist, und eine Übung, die darin steht.',
  },
  not_a_log: {
    sentence: '{file} ist kein Trainingsprotokoll, das sich lesen lässt.',
    next: 'Wählen Sie die Datei, die der Sportler aus dem Protokoll gesichert hat.',
  },
  log_other_plan: {
    sentence: '{file} gehört zu einem Plan, der am {date} beginnt, und dieser Sportler hat keinen solchen.',
    next: 'Öffnen Sie den Sportler, dessen Protokoll es ist.',
  },
  pain_kept: {
    sentence: 'Dieser Eintrag hält die Übungen für eine Stelle an, die weh tut.',
    next: 'Geben Sie die Stelle mit einem Grund frei, vom Tag nach dem Eintrag an.',
  },
  pain_too_recent: {
    sentence: 'Schmerz wurde am {date} gemeldet.',
    next: 'Die Stelle kann vom Tag danach an freigegeben werden.',
  },
  exercise_in_use: {
    sentence: '{exercise} steht im Plan von {athletes}.',
    next: 'Tauschen Sie sie dort zuerst aus, dann löschen Sie sie.',
  },
  exercise_guard: {
    sentence: 'Das würde {exercise} eine Sicherung nehmen.',
    next: 'Behalten Sie die Stellen, die sie belastet, ihre beiden Seiten, und ihre Phasen nicht früher, als sie waren.',
  },
  consent_missing: {
    sentence: 'Für einen Sportler unter 16 hat noch kein Erziehungsberechtigter zugestimmt.',
    next: 'Tragen Sie die Zustimmung auf der Seite des Sportlers ein, und geben Sie dann noch einmal aus.',
  },
  internal: {
    sentence: 'In Midstance ging etwas schief (Vorfall {incident}).',
    next: 'Versuchen Sie es noch einmal; geschieht es wieder, sichern Sie in den Einstellungen den Fehlerbericht und schicken Sie ihn uns.',
  },
};
