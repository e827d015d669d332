import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Progress } from '../../../shared/contract/workSchemas.ts';
import { spokenLanguage } from '../../../shared/domain/language.ts';
import { useHost } from '../../host/HostProvider.tsx';
import type { SessionFormat } from './exportGroups.ts';

/** Writes one file of a session at a time; it tells how far it is and can be stopped. */
export function useSessionExport(sessionId: string) {
  const host = useHost();
  const [progress, setProgress] = useState<Progress>();
  const stop = useRef<AbortController>(undefined);
  const write = useMutation({
    mutationFn: (format: SessionFormat) => {
      const own = new AbortController();
      stop.current = own;
      setProgress(undefined);
      // Late word of a stopped job must not bring its bar back.
      const onProgress = (told: Progress) => !own.signal.aborted && setProgress(told);
      return host.run(
        'exports.run',
        { sessionId, formats: [format], language: spokenLanguage() },
        { signal: own.signal, onProgress },
      );
    },
  });
  return {
    write,
    progress,
    stop: () => {
      stop.current?.abort();
      write.reset();
    },
  };
}
