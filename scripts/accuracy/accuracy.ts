// How far the product's numbers are from the truth of synthetic runners, through the real pose model. Renders and infers
// what is missing (one to two minutes a runner and rate on two cores), then writes tables, plots, what the report
// quotes and what the README shows.
//   npm run accuracy [-- --stored] [-- --set tuning|test|rear-tuning|rear|plate] [-- --fps 240|120|60|30]
//   npm run accuracy -- --draw CLIP --out DIR                          its video and truth, for other tools
//   npm run accuracy -- --score EVENTS.csv --truth CLIP.truth.json     any tool's side,type,time_s
// The set plate is two real runners' motion on a force plate, drawn; made where ../shared/truth/rbds is.
// --stored takes the tracks that are there; a set or rate of its own leaves the plots, which show all rates, as they are.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { truthSchema } from '../../e2e/phantom/truth.ts';
import { buildTracks } from './buildTracks.ts';
import { everyClip } from './clipSet.ts';
import { contactErrors } from './eventErrors.ts';
import { figuresModule } from './figures.ts';
import { markdownPage } from './markdown.ts';
import { measureRunner } from './measure.ts';
import { metricErrors } from './metricErrors.ts';
import { drawClip, readEvents, scoreLines } from './otherTool.ts';
import { plateClips } from './plateClips.ts';
import { type MeasuredSet, plotsOf } from './plots.ts';
import { withReadmeBlock } from './readmeTable.ts';
import { realLines, realTables } from './realRunners.ts';
import { runnerPlot } from './runnerPlot.ts';
import { seenLines, seenTables } from './seenRunners.ts';
import { type Table, tableJson, tableName, tableOf } from './table.ts';
import { FIGURES, FOLDER, README, REAL_TABLES, readRealTables, readTables } from './tableFiles.ts';
import { trackPath } from './trackFile.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    ...{ set: text, fps: text, draw: text, out: text, score: text, truth: text },
    stored: { type: 'boolean', default: false },
  },
});
if (values.draw !== undefined) {
  await drawClip(values.draw, values.out ?? '.');
  process.exit();
}
if (values.score !== undefined) {
  if (values.truth === undefined) throw new Error("invalid --score: name the clip's truth with --truth");
  const truth = truthSchema.parse(JSON.parse(readFileSync(values.truth, 'utf8')));
  for (const line of scoreLines(truth, readEvents(readFileSync(values.score, 'utf8')))) console.log(line);
  process.exit();
}
const isWhole = values.set === undefined && values.fps === undefined;
const wanted = [...everyClip(), ...plateClips()].filter(
  ({ id, runnerId, set, fps, role }) =>
    set !== 'hard' &&
    set !== 'changed' &&
    (values.set === undefined || set === values.set) &&
    (values.fps === undefined || role === 'standing' || fps === Number(values.fps)) &&
    (!values.stored || [id, `${runnerId}-standing`].every((name) => existsSync(trackPath(name)))),
);
const started = performance.now();
if (!values.stored) await buildTracks(wanted, { tell: (line) => console.log(line) });

const running = wanted.filter(({ role }) => role !== 'standing');
const firsts = [...new Map(running.map((clip) => [tableName(clip), clip])).values()];
if (firsts.length === 0) throw new Error(`invalid --set or --fps: no clip of ${values.set} at ${values.fps}`);
mkdirSync(FOLDER, { recursive: true });
const measured: MeasuredSet[] = [];
for (const first of firsts) {
  const name = tableName(first);
  const runners = running.filter((clip) => tableName(clip) === name).map((clip) => measureRunner(clip));
  const json = tableJson(tableOf(first.set, runners));
  // The page shows what is stored: rounded once more, a figure on the edge would go the other way.
  const table = JSON.parse(json) as Table;
  writeFileSync(join(FOLDER, `${name}.json`), json);
  writeFileSync(join(FOLDER, `${name}.md`), markdownPage(table));
  measured.push({ table, errors: metricErrors(runners), contacts: contactErrors(runners) });
  console.log(`${name}: ${runners.length} runners, ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
const tell = (line: string) => console.log(line);
const real = isWhole ? { joints: realTables(tell), seen: seenTables(tell) } : undefined;
if (real && real.joints.length > 0) {
  writeFileSync(REAL_TABLES, `${JSON.stringify(real, undefined, 2)}\n`);
  writeFileSync(
    join(FOLDER, 'real-runners.md'),
    `${['# Real runners, joints', '', ...realLines(real.joints), '', '# Real runners through the network', '', ...seenLines(real.seen)].join('\n')}\n`,
  );
}
writeFileSync(FIGURES, figuresModule(readTables()));
writeFileSync(README, withReadmeBlock(readFileSync(README, 'utf8'), readTables(), readRealTables()));
if (isWhole) {
  for (const name of readdirSync(FOLDER)) if (name.endsWith('.svg')) rmSync(join(FOLDER, name));
  const ofRunners = runnerPlot(readRealTables());
  for (const { name, svg } of [...plotsOf(measured), ...(ofRunners ? [ofRunners] : [])])
    writeFileSync(join(FOLDER, `${name}.svg`), svg);
}
