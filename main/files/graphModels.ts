import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  GRAPH_MODEL_FILES,
  type GraphModelKind,
  moveNetKind,
  parseGraphModel,
  shardsOf,
} from '../../models/graphModel.ts';
import { hashFile } from './hashing.ts';

export interface GraphModel {
  /** Name of its folder in the models folder. */
  readonly id: string;
  readonly kind: GraphModelKind;
  /** SHA-256 of the list of its files, as `sha256sum` writes it: changes with any of them. */
  readonly sha256: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

export interface GraphModelList {
  readonly models: readonly GraphModel[];
  /** Folders that are no model that can be used, and why. */
  readonly refused: readonly { readonly id: string; readonly detail: string }[];
}

/** Of a description of a network; its weights lie in files of their own. */
const MOST_MODEL_BYTES = 20_000_000;

/** What is in the models folder, by name; every file is read, so that what is told of it is true now. */
export async function listGraphModels(folder: string): Promise<GraphModelList> {
  const models: GraphModel[] = [];
  const refused: { id: string; detail: string }[] = [];
  for (const id of foldersIn(folder)) {
    try {
      models.push(await describeModel(folder, id));
    } catch (error) {
      refused.push({ id, detail: error instanceof Error ? error.message : String(error) });
    }
  }
  return { models, refused };
}

/** Path of a model's file; undefined for a name that no model there has. No part of a name becomes a path unseen. */
export function graphModelFile(folder: string, id: string, name: string): string | undefined {
  if (!foldersIn(folder).includes(id)) return undefined;
  try {
    return filesOf(join(folder, id)).names.includes(name) ? join(folder, id, name) : undefined;
  } catch {
    return undefined; // Half a model has no files.
  }
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\w[\w .-]{0,99}$/.test(entry.name))
    .map(({ name }) => name)
    .sort();

async function describeModel(folder: string, id: string): Promise<GraphModel> {
  const { kind, names } = filesOf(join(folder, id));
  const files = [];
  for (const name of names) files.push({ name, ...(await hashFile(join(folder, id, name))) });
  const list = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
  return { id, kind, sha256: createHash('sha256').update(list).digest('hex'), files };
}

/** BlazePose is told by its two folders, a MoveNet by the size of its input. @throws Error for anything else */
function filesOf(model: string): { kind: GraphModelKind; names: string[] } {
  const entries = readdirSync(model);
  const open = (name: string) => {
    const path = join(model, name);
    if (statSync(path).size > MOST_MODEL_BYTES) throw new Error(`${name}: too large`);
    return parseGraphModel(readFileSync(path, 'utf8'));
  };
  const kind =
    entries.includes('detector') && entries.includes('landmark')
      ? 'blazepose'
      : moveNetKind(open('model.json'));
  const names = GRAPH_MODEL_FILES[kind].flatMap((name) => {
    const beside = name.slice(0, name.lastIndexOf('/') + 1);
    return [name, ...shardsOf(open(name)).map((shard) => beside + shard)];
  });
  return { kind, names };
}
