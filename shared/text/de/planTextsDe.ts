/** Die Texte des Plans auf Deutsch, für Trainer und Sportler. `{name}` kommt aus der Notiz. */
export const NOTE_TEXTS_DE = {
  no_baseline:
    'Es gibt noch keine Eingangstests, also bleibt jede Woche in Phase 1 (Wahrnehmung). Die Tests öffnen die nächste Phase.',
  no_priority:
    'Nichts von dem, was zu sehen war, verlangt besondere Übungen; dies ist das allgemeine Fußkraftprogramm.',
  unconfirmed_findings:
    'Einige Beobachtungen warten, bis der Trainer sie am Bild bestätigt, bevor Übungen darauf antworten.',
  minimalist_not_yet: 'Der Schritt zu minimalistischen Schuhen wartet auf: {missing}.',
  area_stopped:
    'Übungen, die diese Stellen belasten, ruhen: {areas}. Sie kommen wieder, wenn der Trainer es sagt.',
  light_week: 'Eine leichtere Woche: die Füße holen auf.',
  days_lost: 'Einige Tage nimmt ein Wettkampf, Urlaub oder Krankheit. Was ausfällt, wird nicht nachgeholt.',
  gate_lost:
    'Die letzten Tests lagen unter denen, die diese Phase geöffnet haben, also wächst die Last nicht.',
  held_after: 'Die Last wartet, wegen dem, was in der Woche davor gemeldet wurde.',
  soreness_hold: 'Muskelkater wurde gemeldet ({area}, {level} von 10): die Last wächst nicht.',
  soreness_ease:
    'Muskelkater wurde gemeldet ({area}, {level} von 10): weniger Arbeit, sanft rollen und dehnen.',
  pain_stop: 'Schmerz wurde gemeldet ({area}): die Übungen, die diese Stelle belasten, ruhen.',
  pain_elsewhere: 'Schmerz wurde gemeldet: die Last wächst nicht, Hüpfen und Hügel fallen weg.',
  pain_unanswered:
    'Eine Notiz spricht von Schmerz, und die Frage dazu ist nicht beantwortet: die Last wächst nicht.',
  adherence_low:
    'Nur {percent} % der letzten Übungen wurden gemacht: die Last wächst nicht, bis sie regelmäßig sind.',
  missed_long: '{days} Tage ohne Übungen: mit weniger wieder anfangen.',
  effort_high: 'Die Übungen waren sehr anstrengend ({rpe} von 10): die Last wächst nicht.',
  illness: 'Krankheit: mit weniger wieder anfangen.',
  arch_ask_physiotherapist:
    'Die Höhe des Fußgewölbes hat sich über {cycles} Zyklen nicht geändert. Das Programm rät, einen Physiotherapeuten zu fragen.',
  phase_opened: 'Die Hürde zu Phase {phase} ist genommen.',
  phase_later: 'Eine Hürde ist noch nicht genommen: Phase {phase} geht so lange weiter.',
  hold_over: 'Was die Last festhielt, ist vorbei.',
  made_anew: 'Der Plan wurde auf den Stand von heute gebracht.',
  new_analysis: 'Eine neuere Auswertung ist übernommen.',
  options_changed: 'Tage, Minuten, Geräte oder Kalender wurden geändert.',
  tests_changed: 'Die Tests wurden geändert.',
  log_changed: 'Das Protokoll wurde geändert.',
  coach_changed: 'Eine Änderung des Trainers wurde gemacht, zurückgenommen oder noch einmal gemacht.',
  coach_change: 'Vom Trainer geändert: {reason}',
  coach_change_refused: 'Eine Änderung des Trainers ließ sich nicht halten: {reason}.',
  locked_item_eased: 'Eine gesperrte Übung musste leichter werden, damit die Last in ihrer Grenze bleibt.',
};

export const REASON_TEXTS_DE = {
  phase_not_open: 'die Übung gehört in eine spätere Phase',
  equipment_missing: 'der Sportler hat das Gerät nicht',
  pain: 'die Übung belastet eine Stelle, die weh tut',
  pain_free_only: 'die Übung braucht einen Tag ohne Schmerz',
  no_barefoot: 'für diesen Sportler nichts barfuß',
  already_there: 'die Übung steht an diesem Tag schon',
  cap: 'der Tag hat schon so viele Übungen, wie er haben darf',
  minutes: 'der Tag hat keine Minuten mehr frei',
  day_not_available: 'der Tag ist nicht frei',
  unknown_exercise: 'die Übung ist nicht in der Sammlung',
  habit: 'drei Wochen regelmäßiger Übungen',
  stride: 'angenehme Schrittfrequenz und Schrittlänge',
  shoes: 'die Schuhe',
};

export const DAY_TEXTS_DE = {
  training: 'Training',
  off: 'Freier Tag',
  race: 'Wettkampf',
  before_race: 'Tag vor dem Wettkampf',
  after_race: 'Tag nach dem Wettkampf',
  holiday: 'Urlaub',
  ill: 'Krank',
};

export const ADVICE_TEXTS_DE = {
  easy_cycling_or_swimming: 'Locker Rad fahren oder schwimmen, wenn du magst.',
  sleep_food_water: 'Schlaf gut, iss gut, trink genug.',
  race_day: 'Heute keine Übungen. Viel Freude beim Wettkampf.',
  easy_day: 'Heute keine Übungen: sanft dehnen und rollen.',
  rest_until_well: 'Ruh dich aus, bis es dir gut geht.',
};

export const SETTING_TEXTS_DE = {
  own_shoes_for_runs: 'Übungen barfuß, Läufe in Schuhen, die du kennst und die zu deinem Fuß passen.',
  own_shoes_for_runs_and_hops:
    'Übungen barfuß, Läufe und Hüpfen in Schuhen, die du kennst und die zu deinem Fuß passen.',
  soft_ground_for_runs: 'Lauf auf weichem, ebenem Boden, wo du kannst.',
  soft_ground_for_drills: 'Mach die Laufübungen auf Rasen oder weicher Bahn.',
  soft_ground_for_hops: 'Hüpf und lauf die Steigerungen auf Rasen oder weicher Bahn.',
};

export const CRITERION_TEXTS_DE = {
  adherence: 'Mindestens 80 % der Übungen gemacht, über zwei Wochen oder länger',
  single_leg_stance: '30 Sekunden oder länger auf einem Bein stehen',
  no_wobble: 'Kein Wackeln auf einem Bein',
  pain_next_morning: 'Schmerz am nächsten Morgen höchstens 2 von 10',
  calf_raises: '20 langsame Wadenheber auf einem Bein, oder weniger als 15 % Unterschied der Seiten',
  balance_kept: 'Dreipunkt-Balance mindestens so lange wie beim Eingangstest',
  forefoot_unchanged: 'Vorfuß so fest wie beim Eingangstest',
  no_arch_collapse: 'Das Fußgewölbe sinkt auf einem Bein nicht ein',
};

export const AREA_TEXTS_DE = {
  toes: 'Zehen',
  forefoot: 'Fußballen',
  sole: 'Fußsohle',
  heel: 'Ferse',
  ankle: 'Sprunggelenk',
  achilles: 'Achillessehne',
  calf: 'Wade',
  shin: 'Schienbein',
  knee: 'Knie',
  hip: 'Hüfte',
  back: 'Rücken',
  other: 'anderswo',
};
