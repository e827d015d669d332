import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import { analyze } from '../../shared/report/analyze.ts';
import { createExporter } from '../export/exportFiles.ts';
import { createPlanExporter } from '../export/planFiles.ts';
import { VIDEO_ENDINGS } from '../files/endings.ts';
import { clockFrom } from '../host/clock.ts';
import { createMediaService } from '../host/mediaService.ts';
import type { Services } from '../host/services.ts';
import type { ElectronApi } from './electronApi.ts';
import type { Places } from './places.ts';
import { createPrinter } from './printPdf.ts';

/** How the process came to be: what a coach installed listens to no variable that was left set. */
export interface DesktopStart {
  readonly isPackaged: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** The services of the desktop: native dialogs, files by reference, Electron's own printing. */
export function electronServices(electron: ElectronApi, places: Places, start: DesktopStart): Services {
  return {
    media: createMediaService(),
    analyze,
    exportFiles: createExporter(createPrinter(electron)),
    exportPlan: createPlanExporter(createPrinter(electron)),
    appVersion: packageJson.version,
    licences: () => (existsSync(places.notices) ? readFileSync(places.notices, 'utf8') : ''),
    capabilities: { isDesktop: true, canReferenceFiles: true, canPrintPdf: true },
    async chooseFiles() {
      const { canceled, filePaths } = await electron.dialog.showOpenDialog({
        properties: ['openFile', 'multiSelections'],
        // The second filter is the way to a video with an unusual ending.
        filters: [
          { name: 'Video', extensions: [...VIDEO_ENDINGS] },
          { name: '*', extensions: ['*'] },
        ],
      });
      return canceled ? [] : filePaths;
    },
    sampleFolder: places.sample,
    now: clockFrom(start.isPackaged ? {} : start.environment),
    newId: randomUUID,
  };
}
