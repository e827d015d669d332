import { useCallback, useEffect, useRef, useState } from 'react';
import type { Clip } from '../../../shared/contract/clipSchemas.ts';
import type { Progress } from '../../../shared/contract/workSchemas.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { wantsProxy } from '../../player/openReader.ts';

export interface ProxyMaking {
  /** How far it is; undefined while none is made. */
  readonly share: Progress | undefined;
  readonly error: unknown;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Makes the copy that steps quickly as soon as a clip that wants one is opened; leaving the clip stops it. */
export function useProxy(clip: Clip): ProxyMaking {
  const { run } = useHost();
  const [share, setShare] = useState<Progress>();
  const [error, setError] = useState<unknown>();
  const making = useRef<AbortController>(undefined);
  const { id } = clip;
  const start = useCallback(() => {
    if (making.current !== undefined) return;
    const abort = new AbortController();
    making.current = abort;
    setError(undefined);
    setShare({ stage: 'proxy', done: 0, total: 0 });
    // What a stopped job still has to tell would bring its bar back.
    const onProgress = (told: Progress) => {
      if (making.current === abort) setShare(told);
    };
    run('clips.makeProxy', { id }, { signal: abort.signal, onProgress })
      .catch((problem: unknown) => {
        if (!abort.signal.aborted) setError(problem);
      })
      .finally(() => {
        if (making.current !== abort) return;
        making.current = undefined;
        setShare(undefined);
      });
  }, [id, run]);
  const cancel = useCallback(() => {
    making.current?.abort();
    making.current = undefined;
    setShare(undefined);
  }, []);
  const isWanted = wantsProxy(clip) && !clip.hasProxy && !clip.missing;
  useEffect(() => {
    if (!isWanted) return;
    start();
    return cancel;
  }, [isWanted, start, cancel]);
  return { share, error, start, cancel };
}
