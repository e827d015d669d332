/** Texts of the alignment card, in English. */
export const reviewAlign = {
  align: {
    title: 'Alignment',
    open: 'Alignment card: is the foot under the body?',
    question: 'Foot under the body?',
    close: 'Close the alignment card',
    drawnAt: {
      side: 'Drawn at the contact: frame {{frame}}',
      frontal: 'Drawn at mid-stance: frame {{frame}}',
    },
    notCounted: 'This contact is not in the numbers of the session.',
    choose: 'Choose a contact with {{previous}} or {{next}}.',
    none: 'No contact of this clip can be drawn on: {{reason}}',
    noneYet: 'No contact of this clip can be drawn on.',
    loading: 'Reading the contacts…',
    here: 'This contact',
    session: 'Session',
    typical: 'Typical at this speed',
    drawnOnly: 'Drawn only; nothing is concluded from it.',
    house: 'House definition',
    houseHint: 'The one you go by. It stands on the report.',
    noHouse: 'None chosen',
    isHouse: 'House',
    words: 'What the words mean',
    toView: 'Shown from the other view: {{names}}.',
    byHand: 'Rearfoot angle by hand',
    byHandHint:
      'Draw ({{draw}}), then “Rearfoot, four marks”: two on the calf, two on the heel. It says the angle of the marks and no more.',
    byHandEntry: 'Frame {{frame}}: {{value}} ± {{off}}° (+ eversion), if every mark is within {{px}} pixels',
  },
} as const;
