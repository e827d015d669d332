import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const mediapipePose = fileURLToPath(new URL('../models/runtime/browserMediapipeModule.ts', import.meta.url));

/** The one web app for both roots. Everything it loads comes from its own origin, see the policy in the roots. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    // A plain script that cannot be imported; see the module that stands in for it.
    alias: [{ find: /^@mediapipe\/pose$/, replacement: mediapipePose }],
  },
  // The pose worker is a classic one: its runtime loads scripts with importScripts.
  worker: { format: 'iife' },
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    // Inlined files would be data: addresses, which the policy refuses for fonts and workers.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
  },
});
