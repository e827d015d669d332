// How far the product's numbers are from the truth of synthetic runners, through the real pose model. Renders and infers
// what is missing (one to two minutes a runner and rate on two cores), then writes the table.
//   npm run accuracy [-- --set tuning|test|rear-tuning|rear] [-- --fps 120] [-- --stored]   (only tracks that are there)
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildTracks } from './buildTracks.ts';
import { accuracyClips } from './clipSet.ts';
import { measureRunner } from './measure.ts';
import { eventRows, markdownTable, metricRows } from './table.ts';
import { trackPath } from './trackFile.ts';

const FOLDER = fileURLToPath(new URL('../../e2e/accuracy/', import.meta.url));
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'test' },
    fps: { type: 'string', default: '120' },
    stored: { type: 'boolean', default: false },
  },
});
const fps = Number(values.fps);
const clips = accuracyClips(fps).filter(
  ({ set, id }) => set === values.set && (!values.stored || existsSync(trackPath(id))),
);
if (clips.length === 0) throw new Error(`invalid --set: ${values.set} (tuning, test, rear-tuning or rear)`);

if (!values.stored) await buildTracks(clips, (line) => console.log(line));
const runners = clips.filter(({ role }) => role !== 'standing').map((clip) => measureRunner(clip));
const rows = [...eventRows(runners, fps), ...metricRows(runners, fps)];
mkdirSync(FOLDER, { recursive: true });
const name = `${values.set}-${fps}`;
writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
writeFileSync(join(FOLDER, `${name}.md`), markdownTable(rows));
console.log(markdownTable(rows));
