/** Texte der Karte zur Ausrichtung. */
export const reviewAlign = {
  align: {
    title: 'Ausrichtung',
    open: 'Karte zur Ausrichtung: ist der Fuß unter dem Körper?',
    question: 'Fuß unter dem Körper?',
    close: 'Karte zur Ausrichtung schließen',
    drawnAt: {
      side: 'Gezeichnet beim Aufsatz: Bild {{frame}}',
      frontal: 'Gezeichnet in der Mitte des Stands: Bild {{frame}}',
    },
    notCounted: 'Dieser Kontakt zählt nicht zu den Werten der Aufnahme.',
    choose: 'Wählen Sie einen Kontakt mit {{previous}} oder {{next}}.',
    none: 'Auf keinen Kontakt dieses Clips lässt sich zeichnen: {{reason}}',
    noneYet: 'Auf keinen Kontakt dieses Clips lässt sich zeichnen.',
    loading: 'Die Kontakte werden gelesen …',
    here: 'Dieser Kontakt',
    session: 'Aufnahme',
    typical: 'Üblich bei diesem Tempo',
    drawnOnly: 'Nur gezeichnet; daraus wird nichts geschlossen.',
    house: 'Hausdefinition',
    houseHint: 'Die, nach der Sie sich richten. Sie steht auf dem Bericht.',
    noHouse: 'Keine gewählt',
    isHouse: 'Haus',
    words: 'Was die Worte heißen',
    toView: 'Aus der anderen Ansicht zu sehen: {{names}}.',
    byHand: 'Rückfußwinkel von Hand',
    byHandHint:
      'Zeichnen ({{draw}}), dann „Rückfuß, vier Marken“: zwei auf die Wade, zwei auf die Ferse. Er sagt den Winkel der Marken und nicht mehr.',
    byHandEntry: 'Bild {{frame}}: {{value}} ± {{off}}° (+ Eversion), wenn jede Marke auf {{px}} Pixel stimmt',
  },
};
