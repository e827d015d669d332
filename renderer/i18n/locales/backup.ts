/** Texts of backup and restore, in English. */
export const backup = {
  title: 'Backup',
  text: 'The whole library in one file: athletes, sessions, videos, keypoints, corrections, plans and logs. Videos that stay where they are (not copied) are not in it. Keep the file on another disk; it holds everybody’s videos and names.',
  make: 'Back up the library',
  making: 'Backup',
  ready: 'Save {{name}} ({{size}})',
  restore: 'Restore a backup',
  restoring: 'Checking the backup',
  restoreText:
    'A backup is checked before anything changes, and what of it is whole is taken. It takes the place of this library at the next start; what is here now is kept beside it.',
  waiting: 'At the next start the library of {{date}} takes the place of this one.',
  counts: 'Athletes: {{athletes}} · clips: {{clips}}',
  waitingKept:
    'What is done here until then stays in the folder of the library, under a name that begins with “before-restore”. End Midstance and start it again.',
  damaged: 'The backup is written. The library itself does not have these videos whole:',
  damagedNext:
    'Import the true videos again; their clips keep everything that was measured and decided. Then back up again.',
  lost: 'These videos do not come with the backup, because they are damaged in it, missing, or lie elsewhere:',
  lostNext: 'Everything else of these clips comes. Afterwards show at each clip where its video is.',
  more: 'and {{n}} more',
  keep: 'Keep this library after all',
} as const;
