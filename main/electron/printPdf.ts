import { randomUUID } from 'node:crypto';
import type { PrintToPDFOptions } from 'electron';
import type { PdfPrinter } from '../export/exporter.ts';
import { REPORT_POLICY } from '../host/pageHeaders.ts';
import { PRINT_URL, SCHEME } from './appOrigin.ts';
import type { ElectronApi } from './electronApi.ts';
import { applySessionRules } from './sessionRules.ts';
import { printOptions } from './windowOptions.ts';

/** Paper size and margins are the style sheet's. */
const PDF: PrintToPDFOptions = {
  printBackground: true,
  preferCSSPageSize: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
};

/** Prints through a hidden window that runs no script and lives in a session of its own. */
export function createPrinter({ BrowserWindow, session }: ElectronApi): PdfPrinter {
  return async (html, signal) => {
    signal.throwIfAborted();
    const partition = `print-${randomUUID()}`;
    const own = session.fromPartition(partition);
    applySessionRules(own, true);
    own.protocol.handle(SCHEME, async () => {
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': REPORT_POLICY,
      };
      return new Response(html, { headers });
    });
    const window = new BrowserWindow(printOptions(partition));
    const stop = (): void => window.destroy();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await window.loadURL(PRINT_URL);
      return await window.webContents.printToPDF(PDF);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      signal.removeEventListener('abort', stop);
      if (!window.isDestroyed()) window.destroy();
    }
  };
}
