import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** One CommonJS file without imports: a sandboxed preload can load nothing else. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../../../dist/electron', import.meta.url)),
    emptyOutDir: false,
    target: 'chrome130',
    minify: false,
    lib: {
      entry: fileURLToPath(new URL('preload.ts', import.meta.url)),
      formats: ['cjs'],
      fileName: () => 'preload.cjs',
    },
    rollupOptions: { external: ['electron'] },
  },
});
