/** Die Texte der Tests auf Deutsch, nach Kennung. */
export const TEST_TEXTS_DE: Readonly<
  Record<string, { readonly name: string; readonly protocol: readonly string[]; readonly norm?: string }>
> = {
  single_leg_stance: {
    name: 'Einbeinstand',
    protocol: [
      'Steh barfuß auf einem Bein, die Hände an den Hüften, die Augen offen.',
      'Starte die Uhr, wenn der andere Fuß den Boden verlässt.',
      'Halt an, wenn dieser Fuß aufsetzt, der Standfuß sich bewegt oder eine Hand die Hüfte verlässt; halt bei 45 Sekunden an.',
      'Der beste von drei Versuchen. Dann, wenn es leicht ist, dasselbe mit geschlossenen Augen.',
      'Hak „Wackeln“ ab, wenn Knöchel oder Hüften deutlich schwanken.',
    ],
  },
  toe_press_endurance: {
    name: 'Ausdauer beim Zehendrücken',
    protocol: [
      'Setz dich hin, der Fuß flach auf einer Küchenwaage oder einem gefalteten Handtuch.',
      'Drück die Zehen auf dasselbe Gewicht wie beim Eingangstest, die Ferse unten, die Zehen lang.',
      'Starte die Uhr; halt an, wenn die Zehen krallen oder das Gewicht sinkt.',
    ],
  },
  controlled_pronation: {
    name: 'Kontrollierte Pronation',
    protocol: [
      'Film oder schau von hinten. Steh barfuß auf einem Bein.',
      'Beug das Knie langsam und komm wieder hoch, fünfmal, ein Schlag ab und ein Schlag auf.',
      'Bewerte, wie weit Ferse und Gewölbe nachgeben: 0 gar nicht, 1 ein wenig, 2 deutlich, 3 sie sinken ein.',
    ],
  },
  arch_height: {
    name: 'Höhe des Fußgewölbes',
    protocol: [
      'Steh barfuß mit dem Gewicht auf beiden Füßen.',
      'Markier auf der Innenseite die Hälfte der Fußlänge.',
      'Miss dort vom Boden bis zur Oberseite des Fußes, mit einem Lineal im Bild.',
    ],
  },
  arch_stiffness: {
    name: 'Festigkeit des Fußgewölbes',
    protocol: [
      'Miss die Höhe des Gewölbes im Sitzen, ohne Gewicht auf dem Fuß.',
      'Miss sie noch einmal im Stehen.',
      'Schreib auf, wie weit es sinkt.',
    ],
    norm: 'Bei Erwachsenen wurden etwa 10 mm vom Sitzen zum Stehen gefunden.',
  },
  three_point_balance: {
    name: 'Dreipunkt-Balance',
    protocol: [
      'Steh barfuß auf einem Bein, das Gewicht auf Ferse, Großzehenballen und Kleinzehenballen.',
      'Starte die Uhr, wenn alle drei gleich drücken.',
      'Halt an, wenn einer davon abhebt; halt bei 60 Sekunden an.',
    ],
  },
  barefoot_sprint_40m: {
    name: '40-Meter-Sprint barfuß',
    protocol: [
      'Nur ohne Schmerz, auf Rasen oder sauberer Bahn, nach dem Aufwärmen.',
      'Lauf 40 Meter aus dem Stand, zweimal, mit drei Minuten Pause oder mehr dazwischen.',
      'Nimm die Zeit mit der Uhr oder einem Video mit 120 Bildern in der Sekunde. Der schnellere Lauf zählt.',
    ],
  },
  toe_strength: {
    name: 'Kraft der Zehen',
    protocol: [
      'Setz dich hin, Knie und Knöchel im rechten Winkel.',
      'Zieh oder drück mit den Zehen gegen das Gerät, oder halt einen Papierstreifen unter der großen Zehe fest.',
      'Der beste von drei Versuchen; immer dasselbe Gerät.',
    ],
    norm: 'Ein Gerät (QuHalEx) zeigte 32 bis 142 N; andere Geräte zeigen anderes.',
  },
  forefoot_stiffness: {
    name: 'Festigkeit des Vorfußes',
    protocol: [
      'Halt die Ferse in einer Hand und beug mit der anderen den Vorfuß auf und ab.',
      'Bewerte, wie fest es sich anfühlt: 0 sehr weich, 1 weich, 2 fest, 3 sehr fest.',
      'Vergleich nur mit demselben Fuß beim Eingangstest.',
    ],
  },
  ankle_flexibility: {
    name: 'Beweglichkeit des Sprunggelenks',
    protocol: [
      'Steh vor einer Wand, ein Fuß vorn, die Ferse unten.',
      'Berühr die Wand mit dem Knie; setz den Fuß zurück, bis die Ferse gerade noch unten bleibt.',
      'Miss von der großen Zehe bis zur Wand. Der beste von drei Versuchen.',
    ],
  },
  single_leg_calf_raise: {
    name: 'Wadenheber auf einem Bein',
    protocol: [
      'Steh barfuß auf einem Bein mit einem Finger an der Wand.',
      'Geh im Takt hoch und ab, ein Schlag auf und ein Schlag ab, das Knie gestreckt.',
      'Zähl, bis die Ferse nicht mehr so hoch kommt oder der Takt verloren geht.',
    ],
  },
  rpe: {
    name: 'Empfundene Anstrengung',
    protocol: [
      'Sag nach einem lockeren Lauf, wie schwer er war: 0 ist Ruhe, 10 ist das Schwerste überhaupt.',
    ],
  },
  foot_off_excursion: {
    name: 'Abrollwinkel bis zum Abdruck',
    protocol: [
      'Kommt aus einem Video von der Seite mit 120 Bildern in der Sekunde oder mehr; nichts einzugeben.',
    ],
  },
};

export const OBSERVATION_TEXTS_DE: Readonly<Record<string, { readonly name: string; readonly how: string }>> =
  {
    toe_clawing: {
      name: 'Die Zehen krallen',
      how: 'Barfuß, von nah: die Zehen krümmen sich, während der Fuß drückt.',
    },
    arch_collapse: {
      name: 'Das Gewölbe sinkt ein',
      how: 'Auf einem Bein: das Gewölbe sinkt deutlich und bleibt unten.',
    },
    wobble: { name: 'Wackeln', how: 'Auf einem Bein: Knöchel oder Hüften schwanken deutlich.' },
  };
