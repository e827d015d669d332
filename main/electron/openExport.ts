import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Host } from '../host/createHost.ts';
import type { ElectronApi } from './electronApi.ts';

/** Files to hand on or to put away: no program shows them. */
const SAVED = /\.(tar|zip|midstance|json|trc|mot)$/i;

/**
 * Shows a written export in the system's own program, or asks where to save it. The place comes from the library, never from the
 * address.
 */
export function exportOpener(
  host: Host,
  { shell, dialog }: Pick<ElectronApi, 'shell' | 'dialog'>,
): (address: URL) => void {
  const open = async (address: URL): Promise<void> => {
    const media = await host.bytes(address, new AbortController().signal);
    if (media.kind !== 'file') return;
    if (SAVED.test(media.path)) {
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: basename(media.path) });
      if (!canceled) await copyFile(media.path, filePath);
      return;
    }
    const failure = await shell.openPath(media.path);
    if (failure !== '') throw new Error(`the system did not open the file: ${failure}`);
  };
  return (address) => void open(address).catch((error: unknown) => host.toReply(error, 'export'));
}
