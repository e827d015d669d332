/** The only messages between page and main process: calls of the contract, its events, and a dropped file's place. */
export const CHANNELS = {
  call: 'midstance:call',
  event: 'midstance:event',
  droppedFile: 'midstance:dropped-file',
} as const;
