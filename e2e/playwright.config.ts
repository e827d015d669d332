import { defineConfig } from '@playwright/test';
import { testDate } from '../scripts/testDate.ts';

// Read in every worker before its tests: servers and browsers are their children.
Object.assign(process.env, testDate(process.env));

/** Browser tests: the built app, served by the Node root, in the system's Chromium. */
export default defineConfig({
  testDir: './specs',
  globalSetup: './fixtures/runFolder.ts',
  outputDir: '../test-results',
  // Limits bound a hang, not a speed.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // Most of a test is waiting; only the few that run the pose model long are slower beside another one.
  workers: 2,
  forbidOnly: true,
  // The second one writes to PLAYWRIGHT_JSON_OUTPUT_FILE, which `npm test` counts.
  reporter: [
    [process.env['CI'] ? 'line' : 'list'],
    ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['json'] as const] : []),
  ],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 720 },
    // A trace of every test costs a sixth of the run (`--trace on` for one); a picture of the end says nearly as much.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
