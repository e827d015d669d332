import { defineConfig } from 'vitest/config';
import { testDate } from './scripts/testDate.ts';

// A thread has the zone of its process: told here it holds for both pools.
Object.assign(process.env, testDate(process.env));

const LIBRARY = '{db,export,files,host}';

/** Functions without a process, a file of their own or a window. A test elsewhere that is such a one may be named here. */
const PURE = [
  '{shared,renderer}/**/*.test.{ts,tsx}',
  'scripts/events/*.test.ts',
  'scripts/accuracy/!(company|reinference).test.ts',
  'e2e/phantom/!(render|sample).test.ts',
  'e2e/media/!(makeClip).test.ts',
  'main/media/{ffmpegQueue,movieBoxes,parsers}.test.ts',
  'main/electron/*.test.ts',
];

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
        // Their modules are read once for all tests, which halves the time.
        test: {
          name: 'pure',
          include: PURE,
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
          exclude: ['**/node_modules/**', '**/dist/**', `main/${LIBRARY}/**`, ...PURE],
        },
      },
    ],
  },
});
