// The commands of package.json: set up what is missing, then run the task on Node 24.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, node24, root, setup } from './setup.mjs';

const [task, ...args] = process.argv.slice(2);
const bin = (pkg, file) => join(root, 'node_modules', pkg, file);
const projects = ['shared', 'main', 'renderer', 'e2e'];

/** Each task is a list of Node 24 command lines, run until one fails. */
const tasks = {
  start: { steps: () => [[join(root, 'scripts', 'start.ts'), ...args]] },
  analyze: { steps: () => [[join(root, 'main', 'node', 'analyze.ts'), ...args]] },
  build: { steps: () => [[join(root, 'scripts', 'build.ts'), ...args]] },
  bench: { browser: true, steps: () => [[join(root, 'scripts', 'bench.ts'), ...args]] },
  sample: { browser: true, steps: () => [[join(root, 'e2e', 'phantom', 'makeSample.ts'), ...args]] },
  package: { steps: () => [[join(root, 'scripts', 'package.ts'), ...args]] },
  format: { steps: () => [[bin('@biomejs/biome', 'bin/biome'), 'check', '--write', '.']] },
  check: {
    steps: () => [
      [bin('@biomejs/biome', 'bin/biome'), 'check', '.'],
      ...projects.map((name) => [bin('typescript', 'bin/tsc'), '-p', join(root, name, 'tsconfig.json')]),
      [
        bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        ...['shared', 'main', 'models', 'renderer', 'e2e', 'scripts'].filter((f) =>
          existsSync(join(root, f)),
        ),
      ],
    ],
  },
  unit: { browser: true, steps: () => [[bin('vitest', 'vitest.mjs'), 'run', ...args]] },
  e2e: {
    browser: true,
    steps: () => [
      ...tasks.build.steps(),
      [bin('@playwright/test', 'cli.js'), 'test', '-c', 'e2e/playwright.config.ts', ...args],
    ],
  },
  test: { browser: true, steps: () => [...tasks.check.steps(), ...tasks.unit.steps(), ...tasks.e2e.steps()] },
};

const chosen = tasks[task];
if (!chosen) {
  console.error(`Unknown task "${task ?? ''}". Known: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
setup({ browser: chosen.browser ?? false });
const chromium = findChromium();
const env = { ...process.env, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
for (const [file, ...rest] of chosen.steps()) {
  const run = spawnSync(node24, ['--disable-warning=ExperimentalWarning', file, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
