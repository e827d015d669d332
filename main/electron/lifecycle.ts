import type { AppApi } from './electronApi.ts';

/** Closing the last window ends the app, and the app ends only after `close` has: nothing is cut off in the middle. */
export function closeInOrder(app: AppApi, close: () => Promise<void>): void {
  let isClosing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close().then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
}
