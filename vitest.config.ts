import { defineConfig } from 'vitest/config';
import { testDate } from './scripts/testDate.ts';

export default defineConfig({
  test: {
    include: ['{shared,main,models,renderer,scripts,e2e}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    env: testDate(process.env),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: more workers only fight with ffmpeg and the pose model for them.
    maxWorkers: 2,
  },
});
