import type { Transport } from '../../shared/contract/client.ts';
import { errorFromReply } from '../../shared/contract/client.ts';
import type { DesktopBridge, TakenFile } from '../../shared/contract/desktopBridge.ts';
import { httpTransport } from './httpTransport.ts';
import { type UploadOptions, uploadFile } from './uploadFile.ts';

/** How this page reaches its host. The only place that knows which root that is. */
export interface Connection {
  readonly transport: Transport;
  /** Menu and files of the system; only in the desktop app. */
  readonly desktop?: Pick<DesktopBridge, 'setMenu' | 'onMenu' | 'takeOpened' | 'onOpened'>;
  /** Gives a file that was picked or dropped in the page to the host. @throws CodedError */
  takeFile(file: File, options: UploadOptions): Promise<TakenFile>;
}

export function openConnection(): Connection {
  const { midstance } = window as Window & { readonly midstance?: DesktopBridge };
  if (midstance === undefined) {
    const transport = httpTransport();
    return { transport, takeFile: (file, options) => uploadFile(transport, file, options) };
  }
  return {
    transport: midstance,
    desktop: midstance,
    async takeFile(file, { onProgress }) {
      const reply = await midstance.takeDroppedFile(file);
      if (!reply.ok) throw errorFromReply(reply.error);
      onProgress(file.size, file.size);
      return reply.value;
    },
  };
}
