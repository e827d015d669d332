import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../../shared/domain/errors.ts';
import type { HostAccess } from '../../host/HostProvider.tsx';
import { createImports, type Imports, importsOf, isEnded } from './importStore.ts';

const file = (name: string) => new File([new Uint8Array(10)], name);

const stopped = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** A host whose import takes until `moment` is over, refuses text files, and stops when it is told to. */
function slowHost(moment: () => Promise<void> = () => wait(1)) {
  const inputs: unknown[] = [];
  const run = async (_method: string, input: unknown, options?: { signal?: AbortSignal }) => {
    inputs.push(input);
    await Promise.race([moment(), stopped(options?.signal)]);
    if (JSON.stringify(input).includes('notes')) throw new CodedError('not_a_video', { file: 'notes.txt' });
  };
  const takeFile: HostAccess['takeFile'] = async ({ name, size }, { onProgress }) => {
    onProgress(size, size);
    return { token: `token-${name}`, name, bytes: size };
  };
  return { inputs, host: { takeFile, run: run as HostAccess['run'] } };
}

/** Resolves when every import of the list has ended. */
const ended = ({ store }: Imports): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!store.getState().items.every(isEnded)) return;
      leave();
      resolve();
    };
    const leave = store.subscribe(look);
    look();
  });

describe('imports', () => {
  it('run one after the other, guess the role, and one bad file stops nothing', async () => {
    const { host, inputs } = slowHost();
    const imports = createImports(host, 'session-1');
    imports.add([file('rear.mp4'), file('notes.txt'), file('side left.mp4')], 'copy');
    await ended(imports);
    expect(inputs).toMatchObject([
      { role: 'rear' },
      { token: 'token-notes.txt' },
      { role: 'side_left', mode: 'copy' },
    ]);
    const items = imports.store.getState().items;
    expect(items.map(({ stage }) => stage)).toEqual(['done', 'failed', 'done']);
    expect(items[1]?.error).toMatchObject({ code: 'not_a_video' });
    imports.clear();
    expect(imports.store.getState().items).toEqual([]);
  });

  it('are cancelled while they run and while they wait', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { host, inputs } = slowHost(() => held);
    const imports = createImports(host, 'session-1');
    imports.add([file('a.mp4'), file('b.mp4'), { token: 'token-c', name: 'c.mp4', bytes: 5 }], 'reference');
    await vi.waitFor(() => expect(inputs).toHaveLength(1));
    imports.cancel(1);
    imports.cancel(2);
    goOn();
    await ended(imports);
    expect(imports.store.getState().items.map(({ stage }) => stage)).toEqual([
      'cancelled',
      'cancelled',
      'done',
    ]);
    expect(inputs).toMatchObject([{ token: 'token-a.mp4' }, { token: 'token-c', mode: 'reference' }]);
  });

  it('belong to their session as long as the window lives', () => {
    const { host } = slowHost();
    expect(importsOf(host, 'session-1')).toBe(importsOf(host, 'session-1'));
    expect(importsOf(host, 'session-1')).not.toBe(importsOf(host, 'session-2'));
  });
});
