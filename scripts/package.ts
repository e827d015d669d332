import { fileURLToPath } from 'node:url';
import { build, type CliOptions } from 'electron-builder';
import { buildAll } from './build.ts';
import { bundleFfmpeg } from './ffmpegBundle.ts';
import { writeNotices } from './notices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where electron-builder fetches Electron and its own tools. */
const BINARY_HOST = 'https://github.com';
const REACH_MS = 5000;

async function isReachable(address: string): Promise<boolean> {
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) }).then(
    () => true,
    () => false,
  );
}

/** One sentence with the next step; undefined when the packages were made. */
async function makePackages(): Promise<string | undefined> {
  writeNotices();
  await buildAll(true);
  if (!bundleFfmpeg()) {
    return 'The ffmpeg to ship is missing: run "npm rebuild ffmpeg-static" where github.com can be reached, then package again.';
  }
  if (!(await isReachable(BINARY_HOST))) {
    return 'The Electron program cannot be fetched here, because github.com does not answer: package on a computer with a connection.';
  }
  const options: CliOptions = { projectDir: root, config: 'electron-builder.yml', publish: 'never' };
  await build(options);
  return undefined;
}

const problem = await makePackages();
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}
