import { defineConfig } from 'vitest/config';
import { testDate } from './scripts/testDate.ts';

// A thread has the zone of its process: told here it holds for both pools.
Object.assign(process.env, testDate(process.env));

const LIBRARY = '{db,export,files,host}';

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Limits bound a hang, not a speed: two cores may be busy with something else.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Two cores: more workers only fight with ffmpeg and the pose model for them.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Functions without a process, a file or a window of their own: their modules are read once for all tests, which halves the time.
        test: {
          name: 'pure',
          include: ['{shared,renderer}/**/*.test.{ts,tsx}'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        // A library of its own for every test: what the modules keep belongs to none of them.
        test: { name: 'library', include: [`main/${LIBRARY}/**/*.test.ts`], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['{main,models,scripts,e2e}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', `main/${LIBRARY}/**`],
        },
      },
    ],
  },
});
