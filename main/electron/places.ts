import { join } from 'node:path';
import type { AssetFolders } from '../host/assets.ts';

/** Where this root finds what it needs. Packaged, big files lie beside the archive, see `electron-builder.yml`. */
export interface Places {
  readonly assets: AssetFolders;
  readonly sample: string;
  readonly preload: string;
  readonly notices: string;
  /** Where the window's size and place are kept. */
  readonly windowState: string;
  /** ffmpeg as a program of its own; undefined unpackaged, where the usual search finds it. */
  readonly ffmpeg: string | undefined;
}

export interface Surroundings {
  /** Folder of package.json; packaged, the archive. */
  readonly root: string;
  readonly isPackaged: boolean;
  readonly resources: string;
  readonly platform: NodeJS.Platform;
  /** Folder of Chromium's own files. */
  readonly userData: string;
}

export function placesOf({ root, isPackaged, resources, platform, userData }: Surroundings): Places {
  return {
    assets: {
      renderer: join(root, 'dist', 'renderer'),
      weights: join(isPackaged ? resources : root, 'models', 'weights'),
      litert: join(root, 'node_modules', '@litertjs', 'core', 'wasm'),
      mediapipe: join(root, 'node_modules', '@mediapipe', 'pose'),
    },
    sample: join(isPackaged ? resources : root, 'models', 'sample'),
    preload: join(root, 'dist', 'electron', 'preload.cjs'),
    windowState: join(userData, 'window.json'),
    notices: join(root, 'THIRD_PARTY_NOTICES.md'),
    ffmpeg: isPackaged
      ? join(resources, 'ffmpeg', platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg')
      : undefined,
  };
}
