/** Von einer Regel, hinter der keine Studie steht. */
const OWN_RULE_DE = 'eine Regel dieses Programms';

/** Was die Regeln sagen, auf Deutsch, nach Kennung; Quellen nur, wo sie keine Namen sind. */
export const RULE_WORDS_DE: Readonly<
  Record<
    string,
    { readonly needs: string; readonly cue: string; readonly caution: string; readonly source?: string }
  >
> = {
  overstriding: {
    needs: 'Eine Seitenansicht mit 60 Bildern in der Sekunde oder mehr, und das Lauftempo.',
    cue: 'Lass den Fuß näher unter den Hüften landen; manche Läufer probieren eine um 5 % höhere Schrittfrequenz.',
    caution: 'Wade und Achillessehne arbeiten mehr; erzwing keine Landung auf dem Vorfuß.',
  },
  excess_vertical_oscillation: {
    needs: 'Eine Seitenansicht, das Lauftempo und die Körpergröße des Sportlers.',
    cue: 'Lauf über den Boden hin, nicht nach oben.',
    caution: 'Die Höhe hängt am Maßstab des Bildes, etwa 5 %.',
  },
  low_cadence: {
    needs:
      'Irgendeine Ansicht und das Lauftempo, dazu ein Aufsatz weit vor den Hüften oder große Vertikalbewegung.',
    cue: 'Probier einen Rhythmus, der 5 % schneller ist als deiner, eine Minute am Stück.',
    caution: 'Es gibt nicht die eine richtige Zahl; größere und langsamere Läufer machen weniger Schritte.',
  },
  heavy_heel_strike: {
    needs: 'Eine Seitenansicht mit 120 Bildern in der Sekunde oder mehr, und das Lauftempo.',
    cue: 'Lande weich, mit einem Knie, das nachgibt.',
    caution:
      'Weiche Landungen belasten die Wade mehr; das Ziel ist eine weichere Landung, kein anderer Fußaufsatz.',
  },
  pelvic_drop: {
    needs: 'Eine Ansicht von hinten, das Lauftempo und der Blick des Trainers auf das Bild.',
    cue: 'Halt die Gürtellinie gerade.',
    caution: 'Die Hüften im Bild zeigen das Absinken zu klein.',
  },
  crossover: {
    needs: 'Eine Ansicht gerade von hinten.',
    cue: 'Lauf auf zwei Schienen.',
    caution: 'Bei höherem Tempo ist eine schmalere Spur üblich.',
  },
  trunk_upright: {
    needs: 'Eine Seitenansicht.',
    cue: 'Neig dich ein wenig aus den Knöcheln.',
    caution: 'Die Neigung belastet die Hüften mehr.',
  },
  trunk_flexed: {
    needs: 'Eine Seitenansicht.',
    cue: 'Werde lang aus den Hüften.',
    caution: 'Steile Hügel und Sprints brauchen mehr Neigung.',
  },
  stiff_knee: {
    needs: 'Eine Seitenansicht und das Lauftempo.',
    cue: 'Lass das Knie bei der Landung nachgeben.',
    caution: 'Nur ein schwacher Zusammenhang; geringer Vorrang.',
  },
  prolonged_contact: {
    needs: 'Eine Seitenansicht mit 120 Bildern in der Sekunde oder mehr, und das Lauftempo.',
    cue: 'Schnelle, leise Füße.',
    caution:
      'Müdigkeit und langsames Laufen verlängern den Kontakt von selbst; ein Zusammenhang mit der Ökonomie ist nicht bekannt.',
  },
  weak_toe_off: {
    needs:
      'Eine Seitenansicht mit 120 Bildern in der Sekunde oder mehr; der Trainer entscheidet, weil keine Streuung üblicher Werte bekannt ist.',
    cue: 'Schieb den Boden mit der großen Zehe weg.',
    caution:
      'Langsames Laufen braucht weniger Abdruck; stärkere Zehen änderten in einem Versuch über zehn Wochen die Ökonomie nicht.',
  },
  asymmetry: {
    needs: 'Beide Seiten gefilmt und derselbe Unterschied in zwei Clips; der Trainer entscheidet.',
    cue: 'Links und rechts derselbe leise Klang.',
    caution:
      'Unterschiede von 2 bis 3 Grad sind üblich; ein neuer Unterschied mit Schmerz gehört zum Physiotherapeuten.',
    source: OWN_RULE_DE,
  },
  foot_not_under_ankle: {
    needs: 'Eine Ansicht von hinten oder von der Seite und eine Aufnahme im Stehen; der Trainer entscheidet.',
    cue: 'Fuß unter den Knöchel.',
    caution: 'Vergleich nur mit der Aufnahme im Stehen.',
    source: OWN_RULE_DE,
  },
  heel_leans_in: {
    needs:
      'Eine Ansicht von hinten mit 120 Bildern in der Sekunde und eine Aufnahme im Stehen; der Trainer entscheidet.',
    cue: 'Spür, wie sich das Gewölbe hebt, wenn du darauf stehst.',
    caution: 'Eine Ferse, die nach innen neigt, ist häufig und für sich kein Fehler.',
  },
  knee_window: {
    needs: 'Eine Ansicht von hinten, in zwei Clips gesehen; der Trainer entscheidet.',
    cue: 'Lass ein Fenster zwischen den Knien.',
    caution: 'Das Bild zeigt das Knie nur von einer Seite; es zeigt nicht, wie es sich dreht.',
  },
  forefoot_contact: {
    needs:
      'Landung auf dem Vorfuß zusammen mit müden Waden, neuen dünnen Schuhen oder einer Ferse, die nie herunterkommt; der Trainer entscheidet.',
    cue: 'Lass die Ferse den Boden küssen.',
    caution: 'Die Landung auf dem Vorfuß allein ist kein Fehler. Hör auf, wenn die Achillessehne weh tut.',
  },
  toe_clawing: {
    needs: 'Vom Trainer barfuß und von nah gesehen; kein Laufvideo zeigt es.',
    cue: 'Lange Zehen, drück mit den Zehenballen.',
    caution: 'Übungen mit gekrümmten Zehen warten, bis die Zehen lang bleiben.',
    source: OWN_RULE_DE,
  },
  toe_out: {
    needs: 'Eine Ansicht von vorn oder hinten; der Trainer entscheidet, weil keine Grenze bekannt ist.',
    cue: 'Zweite Zehe nach vorn, so weit es leicht geht.',
    caution:
      'Die Form der Knochen kann der Grund sein; erzwing es nie. Keine Studie zeigt, dass eine Änderung hilft.',
    source: OWN_RULE_DE,
  },
};
