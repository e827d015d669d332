import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import { clipProxyUrl, clipThumbnailUrl, clipVideoUrl } from '../../../shared/contract/mediaUrls.ts';
import { connect } from '../../db/connection.ts';
import { runDbTask } from '../../db/dbTasks.ts';
import { libraryLayout, ownNames } from '../../files/layout.ts';
import type { Served } from '../serve.testkit.ts';
import type { Driver } from './driver.testkit.ts';
import { hashOf, type Ledger } from './ledger.testkit.ts';
import { survey } from './survey.testkit.ts';

/** Rows of the database against what lies in the folder; both ways. */
async function filesAndRows(folder: string): Promise<string[]> {
  const layout = libraryLayout(folder);
  const wrong: string[] = [];
  if (!(await runDbTask({ kind: 'check', database: layout.database }))) wrong.push('quick_check fails');
  const db = connect(layout.database);
  const all = (sql: string) => new Set(db.prepare(sql).pluck().all().map(String));
  const compare = (what: string, rows: ReadonlySet<string>, names: readonly string[]) => {
    for (const name of names) if (!rows.has(name)) wrong.push(`${what}/${name} has no row`);
    for (const name of rows) if (!names.includes(name)) wrong.push(`${what}/${name} is missing`);
  };
  try {
    const used = 'SELECT file_sha256 FROM clips';
    compare(
      'videos',
      all(`SELECT place FROM files WHERE storage = 'copy' AND sha256 IN (${used})`),
      ownNames(layout.videos, 'videos'),
    );
    compare('derived', all(used), ownNames(layout.derived, 'derived'));
    compare('exports', all('SELECT id FROM exports'), ownNames(layout.exports, 'exports'));
    for (const sha256 of all(`SELECT sha256 FROM files WHERE sha256 NOT IN (${used})`))
      wrong.push(`the file ${sha256} belongs to no clip`);
  } finally {
    db.close();
  }
  for (const name of readdirSync(layout.temporary)) wrong.push(`temporary/${name} was left`);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.part') && !name.startsWith('found')) wrong.push(`${name} was left`);
  for (const name of ['restored', 'restored.json'])
    if (existsSync(join(folder, name))) wrong.push(`${name} was left`);
  return wrong;
}

/** Every clip with its video, its film strip and its proxy. */
async function clipsWhole(server: Served, ledger: Ledger): Promise<string[]> {
  const wrong: string[] = [];
  const bytesOf = async (url: string): Promise<Buffer> => {
    const response = await server.fetch(url);
    return response.ok ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0);
  };
  for (const { name, input } of ledger.slots) {
    if (name !== 'clips.get') continue;
    const reply = await server.call(name, input);
    if (!reply.ok) continue;
    const { id, sha256, thumbnailCount, hasProxy } = reply.value as Clip;
    if (hashOf(await bytesOf(clipVideoUrl(id))) !== sha256) wrong.push(`clip ${id} has not its video`);
    for (let i = 0; i < thumbnailCount; i += 1) {
      const picture = await bytesOf(clipThumbnailUrl(id, i));
      if (picture.subarray(0, 2).toString('hex') !== 'ffd8') wrong.push(`clip ${id} lacks picture ${i}`);
    }
    if (hasProxy && (await bytesOf(clipProxyUrl(id))).length < 500) wrong.push(`clip ${id} lacks its proxy`);
  }
  return wrong;
}

/** What is new and was acknowledged by nobody: at most what was under way, and that whole. */
async function unaskedFor(driver: Driver, ledger: Ledger): Promise<string[]> {
  const wrong: string[] = [];
  const found = await survey(driver.server, ledger);
  const [outer] = found;
  const making = driver.open.find(({ effect }) => effect.creates !== undefined);
  if (outer !== undefined && making?.effect.creates !== outer.kind)
    wrong.push(`nobody asked for the ${outer.kind} ${outer.id}`);
  // Below an athlete whole sessions come with it.
  if (found.filter(({ kind }) => kind === outer?.kind).length > 1)
    wrong.push(`two of ${outer?.kind} came of one call`);
  for (const { effect, method } of driver.open) {
    if (effect.half === undefined || (effect.creates !== undefined && outer === undefined)) continue;
    const half = await effect.half(driver.server, outer?.id ?? '');
    if (half !== undefined) wrong.push(`${method}: ${half}`);
  }
  return wrong;
}

/** After a start: everything that was acknowledged, nothing half, every row with its file. */
export async function problemsAfterKill(driver: Driver, folder: string): Promise<string[]> {
  const { server, open } = driver;
  const { waiting } = driver.ledger;
  const restoring = open.find(({ effect }) => effect.restores !== undefined)?.effect.restores;
  const forgetting = open.find(({ method }) => method === 'backup.forget' || method === 'athletes.delete');
  const candidates: Ledger[] = [];
  // What waits is the library now; what was staged or forgotten while the kill came may be.
  if (waiting === undefined || forgetting !== undefined) candidates.push(driver.ledger);
  if (restoring !== undefined && waiting === undefined) candidates.push(restoring.copy().restored());
  if (waiting !== undefined) candidates.push(waiting.copy().restored());
  let least: string[] | undefined;
  for (const ledger of candidates) {
    const effects = ledger === driver.ledger ? open.map(({ effect, isDone }) => ({ effect, isDone })) : [];
    const wrong = await ledger.differences(server, effects);
    if (least !== undefined && wrong.length >= least.length) continue;
    least = wrong;
    driver.ledger = ledger;
  }
  const { ledger } = driver;
  ledger.waiting = undefined;
  const wrong = [
    ...(least ?? []),
    ...(await unaskedFor(driver, ledger)),
    ...(await filesAndRows(folder)),
    ...(await clipsWhole(server, ledger)),
  ];
  const rescue = await server.call('rescue.state', {});
  if (!rescue.ok || (rescue.value as { problem: unknown }).problem !== null)
    wrong.push('the library needs a rescue');
  await ledger.accept(server);
  return wrong;
}
