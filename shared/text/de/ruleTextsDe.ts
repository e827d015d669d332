/** Die Texte von `RULE_TEXTS` auf Deutsch: dem Trainer als Überschrift, dem Sportler als ein Satz. */
export const RULE_TEXTS_DE = {
  overstriding: {
    title: 'Der Fuß landet weit vor den Hüften',
    athlete: 'Dein Fuß landet weiter vor den Hüften, als es bei diesem Tempo üblich ist.',
  },
  excess_vertical_oscillation: {
    title: 'Große Vertikalbewegung',
    athlete: 'Deine Hüften gehen mit jedem Schritt mehr auf und ab, als es bei diesem Tempo üblich ist.',
  },
  low_cadence: {
    title: 'Niedrige Schrittfrequenz',
    athlete: 'Du machst weniger Schritte in der Minute, als es bei diesem Tempo üblich ist.',
  },
  heavy_heel_strike: {
    title: 'Landung auf der Ferse bei gestrecktem Knie',
    athlete: 'Du landest auf der Ferse, mit gestreckterem Knie, als es bei diesem Tempo üblich ist.',
  },
  pelvic_drop: {
    title: 'Das Becken sinkt auf der Schwungseite',
    athlete: 'Deine Hüften sinken zur Schwungseite mehr ab, als es bei diesem Tempo üblich ist.',
  },
  crossover: {
    title: 'Die Füße kreuzen die Laufrichtung',
    athlete: 'Deine Füße landen jenseits der Linie, auf der du läufst.',
  },
  trunk_upright: {
    title: 'Sehr aufrechter Rumpf',
    athlete: 'Du läufst aufrechter als die meisten Läufer.',
  },
  trunk_flexed: {
    title: 'Der Rumpf neigt sich weit nach vorn',
    athlete: 'Du neigst dich weiter nach vorn als die meisten Läufer.',
  },
  stiff_knee: {
    title: 'Wenig Kniebeugung im Stand',
    athlete: 'Dein Knie beugt sich am Boden weniger, als es bei diesem Tempo üblich ist.',
  },
  prolonged_contact: {
    title: 'Langer Bodenkontakt',
    athlete: 'Dein Fuß bleibt länger am Boden, als es bei diesem Tempo üblich ist.',
  },
  weak_toe_off: {
    title: 'Weicher Abdruck',
    athlete: 'Dein Trainer hat am Ende des Schritts einen weichen Abdruck gesehen.',
  },
  asymmetry: {
    title: 'Links und rechts sind verschieden',
    athlete: 'Dein Trainer hat in zwei Clips denselben Unterschied zwischen links und rechts gesehen.',
  },
  foot_not_under_ankle: {
    title: 'Der Fuß ist nicht unter dem Knöchel',
    athlete: 'Dein Trainer hat gesehen, dass der Fuß neben oder vor dem Knöchel landet.',
  },
  heel_leans_in: {
    title: 'Die Ferse scheint nach innen zu neigen (Hinweis fürs Auge)',
    athlete: 'Dein Trainer hat in dieser Ansicht gesehen, dass die Ferse nach innen neigt.',
  },
  knee_window: {
    title: 'Wenig Platz zwischen den Knien',
    athlete: 'Dein Trainer hat gesehen, dass sich die Knie beim Laufen nahe kommen.',
  },
  forefoot_contact: {
    title: 'Landung auf dem Vorfuß mit müden Waden oder einer Ferse, die oben bleibt',
    athlete: 'Dein Trainer hat gesehen, dass die Ferse oben bleibt, während die Waden müde werden.',
  },
  toe_clawing: {
    title: 'Die Zehen krallen',
    athlete: 'Dein Trainer hat gesehen, dass sich deine Zehen krümmen, wenn der Fuß drückt.',
  },
  toe_out: {
    title: 'Die Füße zeigen nach außen',
    athlete: 'Dein Trainer hat gesehen, dass deine Füße nach außen zeigen.',
  },
};
