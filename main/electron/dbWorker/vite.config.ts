import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The thread that works on whole databases, as one file beside the main process. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    ssr: fileURLToPath(new URL('../../db/dbWorker.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('../../../dist/electron', import.meta.url)),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rollupOptions: { output: { format: 'es', entryFileNames: 'dbWorker.js', codeSplitting: false } },
  },
});
