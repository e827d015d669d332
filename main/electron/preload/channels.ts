/** The only messages between page and main process. */
export const CHANNELS = {
  /** Page to main: a call of the contract. */
  call: 'midstance:call',
  /** Main to page: an event of the contract. */
  event: 'midstance:event',
  /** Page to main: a dropped file's place. */
  droppedFile: 'midstance:dropped-file',
  /** Page to main: what the native menu shows; main to page: the entry that was chosen. */
  menu: 'midstance:menu',
  chosen: 'midstance:chosen',
  /** Main to page: the system wants files opened; page to main: takes them. */
  opened: 'midstance:opened',
  takeOpened: 'midstance:take-opened',
} as const;
