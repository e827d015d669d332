import { ownAddress } from './appOrigin.ts';
import type { AppApi, PreventableEvent } from './electronApi.ts';

/**
 * Every page stays where it is: no other address, no new window, no embedded browser. A link to an export is given to
 * `openExport` instead.
 */
export function guardNavigation(app: AppApi, openExport: (address: URL) => void): void {
  app.on('web-contents-created', (_, contents) => {
    const keepInside = (details: PreventableEvent & { readonly url: string }): void => {
      if (ownAddress(details.url) === undefined) details.preventDefault();
    };
    contents.on('will-navigate', keepInside);
    contents.on('will-redirect', keepInside);
    contents.on('will-frame-navigate', keepInside);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const address = ownAddress(url);
      if (address?.pathname.startsWith('/media/exports/')) openExport(address);
      return { action: 'deny' };
    });
  });
}
