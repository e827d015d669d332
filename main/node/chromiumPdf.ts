import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '../../shared/domain/errors.ts';
import { findBrowser } from './findBrowser.ts';

const GIVE_UP_AFTER_MS = 60_000;

/**
 * Prints a page to PDF with an installed Chromium-family browser, offline, in a profile of its own that is deleted.
 * @throws CodedError browser_missing, disk_full; the signal's reason
 */
export async function chromiumPdf(html: string, signal: AbortSignal): Promise<Uint8Array> {
  const browser = findBrowser();
  if (browser === undefined) throw new CodedError('browser_missing');
  const folder = await mkdtemp(join(tmpdir(), 'midstance-pdf-'));
  try {
    const page = join(folder, 'report.html');
    const out = join(folder, 'report.pdf');
    await writeFile(page, html);
    await run(
      browser,
      pdfArgs(folder, page, out),
      AbortSignal.any([signal, AbortSignal.timeout(GIVE_UP_AFTER_MS)]),
    );
    const pdf = await readFile(out);
    // Chromium ends with 0 on a full disk too; the page was printed to the end where the file has its own.
    if (!pdf.subarray(-1024).includes('%%EOF')) throw new CodedError('disk_full');
    return pdf;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function pdfArgs(folder: string, page: string, out: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    // Chromium refuses its sandbox to root; the page is ours and has a policy that loads nothing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--print-to-pdf=${out}`,
    pathToFileURL(page).href,
  ];
}

function run(file: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'ignore', signal });
    child.once('error', (error) => reject(signal.aborted ? signal.reason : error));
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the browser ended with ${code}`)),
    );
  });
}
