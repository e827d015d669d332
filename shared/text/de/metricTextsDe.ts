/** Die Texte von `METRIC_TEXTS` auf Deutsch. */
export const METRIC_TEXTS_DE = {
  cadence: {
    name: 'Schrittfrequenz',
    definition:
      'Schritte in der Minute, links und rechts gezählt. Gelesen aus einer Geraden durch die Zeiten aller Kontakte, so dass ein verpasster Kontakt nichts ändert.',
  },
  step_time: {
    name: 'Schrittdauer',
    definition: 'Zeit von einem Kontakt dieses Fußes bis zum nächsten Kontakt des anderen Fußes.',
  },
  contact_time: {
    name: 'Bodenkontaktzeit',
    definition: 'Zeit vom ersten Kontakt bis zum Abdruck desselben Fußes.',
  },
  flight_time: {
    name: 'Flugzeit',
    definition: 'Zeit vom Abdruck bis zum nächsten Kontakt des anderen Fußes, ohne einen Fuß am Boden.',
  },
  duty_factor: {
    name: 'Kontaktanteil',
    definition:
      'Bodenkontaktzeit als Anteil am Schrittzyklus, von einem Kontakt eines Fußes bis zu seinem nächsten. Beim Laufen bleibt er unter 0.5.',
  },
  foot_strike_angle: {
    name: 'Fußaufsatzwinkel',
    definition:
      'Winkel der Sohle beim ersten Kontakt gegen den flachen Fuß; positiv, wenn die Ferse zuerst landet.',
  },
  heel_strike_share: {
    name: 'Kontakte mit der Ferse zuerst',
    definition:
      'Anteil der Kontakte, deren Fußaufsatzwinkel über 8 Grad liegt, jeder mit seiner Wahrscheinlichkeit gezählt.',
  },
  tibia_angle_ic: {
    name: 'Schienbeinwinkel beim Kontakt',
    definition: 'Neigung des Schienbeins beim ersten Kontakt; positiv, wenn der Knöchel vor dem Knie ist.',
  },
  knee_flexion_ic: { name: 'Kniebeugung beim Kontakt', definition: 'Beugung des Knies beim ersten Kontakt.' },
  knee_flexion_ms: {
    name: 'Kniebeugung in der Mitte des Stands',
    definition: 'Beugung des Knies nach der Hälfte des Kontakts.',
  },
  knee_flexion_peak_stance: {
    name: 'Größte Kniebeugung im Stand',
    definition: 'Größte Beugung des Knies, während der Fuß am Boden ist.',
  },
  trunk_lean: {
    name: 'Rumpfneigung',
    definition: 'Neigung der Linie von den Hüften zu den Schultern nach vorn, Mittel über den Kontakt.',
  },
  overstride_ankle: {
    name: 'Knöchel vor den Hüften',
    definition:
      'Wie weit der Knöchel beim ersten Kontakt vor der Mitte der Hüften ist, in Beinlängen (Oberschenkel und Schienbein).',
  },
  overstride_heel: {
    name: 'Ferse vor den Hüften',
    definition:
      'Wie weit die Ferse beim ersten Kontakt vor der Mitte der Hüften ist, in Beinlängen (Oberschenkel und Schienbein).',
  },
  vertical_oscillation: {
    name: 'Vertikalbewegung',
    definition: 'Auf und Ab der Hüften während eines Schritts.',
  },
  vertical_ratio: {
    name: 'Vertikalverhältnis',
    definition: 'Vertikalbewegung als Anteil an der Schrittlänge.',
  },
  step_length: { name: 'Schrittlänge', definition: 'Lauftempo mal Schrittdauer.' },
  toe_off_plantarflexion: {
    name: 'Abdruckwinkel im Sprunggelenk',
    definition: 'Wie weit der Fuß beim Abdruck gegen das Schienbein nach unten zeigt.',
  },
  trailing_thigh: {
    name: 'Oberschenkel hinten beim Abdruck',
    definition: 'Winkel des Oberschenkels beim Abdruck; negativ, wenn das Knie hinter der Hüfte ist.',
  },
  foot_off_excursion: {
    name: 'Abrollwinkel bis zum Abdruck',
    definition: 'Wie weit sich die Sohle vom flachen Fuß bis zum Abdruck dreht.',
  },
  foot_under_ankle_rear: {
    name: 'Fuß unter dem Knöchel (von hinten)',
    definition:
      'Von hinten, in der Mitte des Stands: wie weit der Knöchel auf der Innenseite der Ferse liegt, gegen das Stehen, als Anteil an der Schienbeinlänge.',
  },
  pelvic_drop: {
    name: 'Absinken des Beckens',
    definition:
      'Von hinten, in der Mitte des Stands: wie viel tiefer die Hüfte des schwingenden Beins ist als die des Standbeins.',
  },
  heel_lean: {
    name: 'Neigung der Ferse',
    definition:
      'Von hinten, in der Mitte des Stands: Neigung der Linie von der Ferse zum Knöchel; positiv, wenn sie nach innen neigt. Ein Hinweis fürs Auge, kein Gelenkwinkel.',
  },
  knee_deviation: {
    name: 'Abweichung des Knies',
    definition:
      'Von hinten, in der Mitte des Stands: wie weit das Knie auf der Innenseite der Linie von der Hüfte zum Knöchel liegt.',
  },
  toe_out: {
    name: 'Auswärtsdrehung des Fußes',
    definition: 'Drehung des Fußes aus der Laufrichtung heraus.',
  },
  knee_window: {
    name: 'Fenster zwischen den Knien',
    definition:
      'Abstand zwischen den Knien in der Mitte des Stands, in Hüftbreiten; null oder weniger, wenn sie sich überdecken.',
  },
  line_offset: {
    name: 'Fuß neben der Laufrichtung',
    definition:
      'Seitlicher Abstand des Fußes vom Weg der Hüften in der Mitte des Stands; negativ, wenn er darüber hinaus geht.',
  },
  step_width: {
    name: 'Spurbreite',
    definition: 'Seitlicher Abstand zwischen beiden Füßen, aus ihren Abständen zur Laufrichtung.',
  },
  crossover_share: {
    name: 'Schritte über die Linie',
    definition: 'Anteil der Schritte, deren Fuß jenseits der Laufrichtung landet.',
  },
};

export const UNIT_TEXTS_DE = {
  'steps/min': 'Schritte/min',
  ms: 'ms',
  deg: '°',
  leg: 'Beinlängen',
  mm: 'mm',
  '%': '%',
  m: 'm',
  '% shank': '% des Schienbeins',
  '0-1': '',
  '1': '',
};

export const LANDING_TEXTS_DE = {
  heel: 'Ferse zuerst (zu {percent} % wahrscheinlich)',
  midfoot: 'Mittelfuß (zu {percent} % wahrscheinlich)',
  forefoot: 'Vorfuß zuerst (zu {percent} % wahrscheinlich)',
  not_heel: 'Mittel- oder Vorfuß (zu {percent} % wahrscheinlich)',
  uncertain: 'zu nah an der Grenze, um es zu sagen (Ferse zuerst: zu {percent} % wahrscheinlich)',
};
