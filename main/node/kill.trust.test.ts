import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isTrustRun } from '../files/trust.testkit.ts';
import { unpackStored } from '../host/stored/unpackStored.testkit.ts';
import { makeSampleClip } from '../host/testHost.testkit.ts';
import { seeded } from '../media/mutations.testkit.ts';
import { CHANGES, type ChangeName, Driver, type Steps } from './kill/driver.testkit.ts';
import { editSteps } from './kill/editSteps.testkit.ts';
import { librarySteps } from './kill/librarySteps.testkit.ts';
import { programSteps } from './kill/programSteps.testkit.ts';
import { problemsAfterKill } from './kill/rounds.testkit.ts';
import { asAnother } from './kill/subjects.testkit.ts';
import { survey } from './kill/survey.testkit.ts';
import { workSteps } from './kill/workSteps.testkit.ts';
import { serveProcesses } from './serve.testkit.ts';

const { folder, startWith } = serveProcesses();
const program = fileURLToPath(new URL('./kill/serveSmall.testkit.ts', import.meta.url));

/** Where much happens between the first and the last write. */
const BIG: readonly ChangeName[] = [
  ...(['clips.import', 'exports.run', 'athletes.delete', 'cases.import', 'sample.import'] as const),
  ...(['backup.restore', 'backup.make', 'clips.delete', 'sessions.delete', 'pose.finish'] as const),
  ...(['program.makePlan', 'program.saveLogEntries', 'clips.makeProxy', 'analysis.run'] as const),
];
const ROUNDS = isTrustRun ? 100 : 3;
/** Each library is attacked so often. */
const ROUNDS_OF_ONE = 10;
const CALLS_OF_ROUND = isTrustRun ? 8 : 4;

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Which method each round is killed in: the big ones more than once, every other one at least once. */
function targetsOf(random: () => number): ChangeName[] {
  if (!isTrustRun) return BIG.slice(0, ROUNDS);
  const more = [...BIG, ...BIG, ...BIG].slice(0, Math.max(0, ROUNDS - CHANGES.length));
  return shuffled([...CHANGES, ...more], random).slice(0, ROUNDS);
}

const seed = Number(process.env['MIDSTANCE_SEED'] ?? 16);
const targets = targetsOf(seeded(seed));
const libraries = Array.from({ length: Math.ceil(targets.length / ROUNDS_OF_ONE) }, (_, i) => ({
  seed: seed * 1000 + i,
  kills: targets.slice(i * ROUNDS_OF_ONE, (i + 1) * ROUNDS_OF_ONE),
}));
const acknowledged = new Set<ChangeName>();

/** The stored library of a measured athlete, and a sample of one second. */
async function prepared(): Promise<{ steps: Steps; sample: string }> {
  const stored = join(folder(), 'stored');
  await unpackStored('v12.tar.br', stored);
  const sample = join(folder(), 'sample');
  mkdirSync(sample);
  const file = makeSampleClip(sample);
  const clip = { file: 'run.mp4', role: 'side_left', view: 'side', capture_fps: 30 };
  const video = readFileSync(file);
  writeFileSync(join(sample, 'run.mp4'), video);
  writeFileSync(join(sample, 'rear.mp4'), asAnother(video));
  const facts = {
    athlete: { name: 'Sample', height_m: 1.76 },
    session: { speed_mps: 3, incline_percent: 0, surface: 'treadmill' },
    clips: [clip, { ...clip, file: 'rear.mp4', role: 'rear', view: 'rear' }],
  };
  writeFileSync(join(sample, 'sample.json'), JSON.stringify(facts));
  const sources = { video, case: readFileSync(join(stored, 'case.midstance')) };
  const steps = { ...librarySteps, ...workSteps(sources), ...editSteps, ...programSteps };
  return { steps, sample };
}

it('knows how to call everything that stores', () => {
  const sources = { video: Buffer.alloc(0), case: Buffer.alloc(0) };
  const known = Object.keys({ ...librarySteps, ...workSteps(sources), ...editSteps, ...programSteps });
  expect(known.sort()).toEqual([...CHANGES].sort());
});

it.each(libraries)(
  'kill -9 in any moment loses nothing that was acknowledged and leaves nothing half (seed $seed: $kills)',
  async ({ seed: own, kills }) => {
    const random = seeded(own);
    const { steps, sample } = await prepared();
    const place = join(folder(), 'stored', 'library');
    const start = () => startWith([sample, '--library', place], program);
    const driver = new Driver(steps, random, start());
    await survey(driver.server, driver.ledger);
    const names = CHANGES.filter((name) => !name.startsWith('backup.'));
    for (const [round, target] of kills.entries()) {
      const calls = Array.from({ length: CALLS_OF_ROUND }, () => driver.pick(names));
      for (const method of calls) await driver.do(method);
      await driver.killDuring(target, random() * 1.2);
      const killed = driver.open;
      driver.begin(start());
      driver.open = killed;
      const wrong = await problemsAfterKill(driver, place);
      expect(
        wrong,
        `round ${round} of seed ${own}: ${calls.join(', ')}, killed in ${target}\n${wrong.join('\n')}`,
      ).toEqual([]);
      driver.begin(driver.server);
    }
    // They come about only where they are to be killed, and few of them get to their end then.
    for (const method of kills)
      if (method.startsWith('backup.') && !driver.acknowledged.has(method)) await driver.do(method);
    for (const method of driver.acknowledged.keys()) acknowledged.add(method);
  },
  isTrustRun ? 1_200_000 : 240_000,
);

it.runIf(isTrustRun)('has acknowledged every method at least once', () => {
  expect(CHANGES.filter((name) => !acknowledged.has(name))).toEqual([]);
});
