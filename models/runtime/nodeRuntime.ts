import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { loadLiteRt } from '@litertjs/core';
import { type LandmarkModel, manifest } from '../manifest.ts';
import { compileNetworks, type PoseRuntime, printError, withoutGraphicsWarning } from './liteRt.ts';

/**
 * Loads the networks in this Node thread: one inference thread each, so use several worker threads to use several cores.
 * @param weightsFolder folder of prepared weights
 */
export async function loadNodeRuntime(weightsFolder: string, model: LandmarkModel): Promise<PoseRuntime> {
  await loadOnce();
  const bytes = (id: 'detector' | LandmarkModel) =>
    readFileSync(join(weightsFolder, manifest.models[id].file));
  return compileNetworks(bytes('detector'), bytes(model), 'wasm', 1);
}

let loading: Promise<unknown> | undefined;

/** LiteRT keeps one instance per thread. It expects a classic browser worker, so the two names it uses are provided. */
function loadOnce(): Promise<unknown> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const require = createRequire(import.meta.url);
  const wasmFolder = join(dirname(require.resolve('@litertjs/core')), '..', 'wasm');
  const importScripts = (file: string): void => {
    // The loader script belongs to a package of type "module" but is a classic script: evaluate it as one.
    const source = `${readFileSync(file, 'utf8')}\nreturn ModuleFactory;`;
    const evaluate = compileFunction(source, ['require', '__filename', '__dirname'], { filename: file });
    Object.assign(globalThis, { ModuleFactory: evaluate(require, file, dirname(file)) });
  };
  Object.assign(globalThis, { self: globalThis, importScripts, Module: { printErr: printError } });
  await withoutGraphicsWarning(() => loadLiteRt(wasmFolder));
}
