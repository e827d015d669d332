import { basename } from 'node:path';
import { CodedError } from '../../shared/domain/errors.ts';
import { copyWhole } from '../files/atomicWrite.ts';
import { exportKind } from '../files/endings.ts';
import type { Host } from '../host/createHost.ts';
import type { ElectronApi } from './electronApi.ts';

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
    const kind = exportKind(media.path);
    // What is no export of ours is neither opened nor saved: a program could be started by its name.
    if (kind === undefined) throw new CodedError('not_found');
    if (!kind.isShown) {
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: basename(media.path) });
      if (!canceled) await copyWhole(media.path, filePath);
      return;
    }
    const failure = await shell.openPath(media.path);
    if (failure !== '') throw new Error(`the system did not open the file: ${failure}`);
  };
  return (address) => void open(address).catch((error: unknown) => host.toReply(error, 'export'));
}
