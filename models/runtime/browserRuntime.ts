import { loadLiteRt } from '@litertjs/core';
import { type LandmarkModel, manifest } from '../manifest.ts';
import {
  type Accelerator,
  compileNetworks,
  type PoseRuntime,
  printError,
  withoutGraphicsWarning,
} from './liteRt.ts';

export interface BrowserRuntimeOptions {
  /** Folder (URL) of the prepared weights. */
  readonly weightsUrl: string;
  /** Folder (URL) of LiteRT's wasm files. */
  readonly runtimeUrl: string;
  readonly model: LandmarkModel;
  /** Wanted inference threads; 1 where the page is not cross-origin isolated. */
  readonly threads: number;
  /** `webgpu` is used only where there is a real adapter. */
  readonly accelerator: Accelerator;
}

/** Loads the networks in a classic worker (LiteRT loads its script with importScripts, which module workers lack). */
export async function loadBrowserRuntime(options: BrowserRuntimeOptions): Promise<PoseRuntime> {
  const { weightsUrl, runtimeUrl, model } = options;
  const folder = (url: string): string => (url.endsWith('/') ? url : `${url}/`);
  const threads = globalThis.crossOriginIsolated === true ? Math.max(1, options.threads) : 1;
  Object.assign(globalThis, {
    Module: {
      locateFile: (file: string) => folder(runtimeUrl) + file,
      mainScriptUrlOrBlob: `${folder(runtimeUrl)}litert_wasm_threaded_internal.js`,
      printErr: printError,
    },
  });
  await withoutGraphicsWarning(() => loadLiteRt(folder(runtimeUrl), { threads: threads > 1 }));
  const bytes = (id: 'detector' | LandmarkModel) => fetchBytes(folder(weightsUrl) + manifest.models[id].file);
  const [detector, landmark] = await Promise.all([bytes('detector'), bytes(model)]);
  if (options.accelerator === 'webgpu' && (await hasRealGpu())) {
    // A driver may refuse what the adapter promised; the processor always works.
    const runtime = await compileNetworks(detector, landmark, 'webgpu', threads).catch(() => undefined);
    if (runtime !== undefined) return runtime;
  }
  return compileNetworks(detector, landmark, 'wasm', threads);
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`invalid response for model weights: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The part of WebGPU that is needed to tell a graphics card from its imitation in software. */
interface GpuProvider {
  requestAdapter(): Promise<{
    readonly info?: { readonly isFallbackAdapter?: boolean; readonly architecture?: string };
  } | null>;
}

async function hasRealGpu(): Promise<boolean> {
  const { gpu } = navigator as Navigator & { readonly gpu?: GpuProvider };
  const adapter = await gpu?.requestAdapter().catch(() => null);
  const info = adapter?.info;
  return (
    info !== undefined &&
    info.isFallbackAdapter !== true &&
    !/swiftshader|llvmpipe/i.test(info.architecture ?? '')
  );
}
