import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import { analyze } from '../../shared/report/analyze.ts';
import { createExporter } from '../export/exportFiles.ts';
import { createPlanExporter } from '../export/planFiles.ts';
import type { AssetFolders } from '../host/assets.ts';
import { processClock } from '../host/clock.ts';
import { createMediaService } from '../host/mediaService.ts';
import type { Services } from '../host/services.ts';
import { chromiumPdf } from './chromiumPdf.ts';
import { findBrowser } from './findBrowser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NOTICES = join(root, 'THIRD_PARTY_NOTICES.md');

/** What the app serves besides media: its build, the weights and the runtimes of the installed packages. */
export const ASSETS: AssetFolders = {
  renderer: join(root, 'dist', 'renderer'),
  weights: join(root, 'models', 'weights'),
  litert: join(root, 'node_modules', '@litertjs', 'core', 'wasm'),
  mediapipe: join(root, 'node_modules', '@mediapipe', 'pose'),
};

/** The services of the Node root: no dialogs and no paths, because the browser may not know any. */
export function nodeServices(): Services {
  return {
    media: createMediaService(),
    analyze,
    exportFiles: createExporter(chromiumPdf),
    exportPlan: createPlanExporter(chromiumPdf),
    appVersion: packageJson.version,
    licences: () => (existsSync(NOTICES) ? readFileSync(NOTICES, 'utf8') : ''),
    capabilities: { isDesktop: false, canReferenceFiles: false, canPrintPdf: findBrowser() !== undefined },
    sampleFolder: join(root, 'models', 'sample'),
    now: processClock(),
    newId: randomUUID,
  };
}
