import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The process that reads indexes, whole in one file: it lies outside of the app's archive and finds no packages there. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  ssr: { noExternal: true },
  build: {
    ssr: fileURLToPath(new URL('indexChild.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('../../dist/electron', import.meta.url)),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rollupOptions: {
      output: { format: 'es', entryFileNames: 'indexChild.mjs', codeSplitting: false },
    },
  },
});
