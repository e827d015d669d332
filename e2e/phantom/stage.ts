import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { FrameRequest, SceneRequest } from './page/main.ts';

export interface Stage {
  readonly setUp: (request: SceneRequest) => Promise<void>;
  /** JPEG pictures of the frames one after another. */
  readonly draw: (frames: readonly FrameRequest[]) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('page/main.ts', import.meta.url)),
        formats: ['iife'],
        name: 'phantom',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const file of output.output) if (file.type === 'chunk') return file.code;
  }
  throw new Error('the page script was not built');
}

/** Opens the drawing page in a headless Chromium with software WebGL; one stage can draw many clips. */
export async function openStage(): Promise<Stage> {
  const script = await pageScript();
  let received: Buffer = Buffer.alloc(0);
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      const isScript = request.url === '/page.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(
        isScript ? script : '<!doctype html><body style="margin:0"><script src="/page.js"></script>',
      );
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received = Buffer.concat(chunks);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', '--no-first-run', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    ],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    setUp: (request) => page.evaluate((r) => window.phantomSetUp(r), request),
    draw: async (frames) => {
      await page.evaluate((f) => window.phantomFrames(f, '/frames'), frames as FrameRequest[]);
      return received;
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
