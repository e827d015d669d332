import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The main process as one file; packages stay outside, in node_modules. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    ssr: fileURLToPath(new URL('main.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('../../dist/electron', import.meta.url)),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rollupOptions: {
      external: ['electron'],
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
});
