import type { Host } from '../host/createHost.ts';
import type { ElectronApi } from './electronApi.ts';

/** Shows a written export in the system's own program. The place comes from the library, never from the address. */
export function exportOpener(host: Host, shell: ElectronApi['shell']): (address: URL) => void {
  const open = async (address: URL): Promise<void> => {
    const media = await host.bytes(address, new AbortController().signal);
    if (media.kind !== 'file') return;
    const failure = await shell.openPath(media.path);
    if (failure !== '') throw new Error(`the system did not open the file: ${failure}`);
  };
  return (address) => void open(address).catch((error: unknown) => host.toReply(error, 'export'));
}
