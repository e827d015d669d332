import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../../actions/useActions.ts';
import { type HostAccess, useHost } from '../../host/HostProvider.tsx';
import { openCase } from '../../host/openCase.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { showToast } from '../../ui/Toast.tsx';

/** Takes a case of another coach in as a new athlete, measures it, and goes to its session. */
export function OpenCase() {
  const { t } = useTranslation();
  const host = useHost();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: (file: File) => takeCase(host, file),
    onSuccess: (sessionId) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } }),
    onError: (error) => {
      const { sentence, next } = errorSentence(error);
      showToast(`${sentence} ${next}`, 'danger');
    },
  });
  useActions([{ id: 'library.openCase', run: () => input.current?.click() }]);
  return (
    <FileButton
      icon="upload"
      busy={take.isPending}
      accept=".midstance,.zip"
      onFile={take.mutate}
      input={input}
      testId="case-file"
    >
      {t('exports.openCase')}
    </FileButton>
  );
}

async function takeCase(host: Pick<HostAccess, 'takeFile' | 'run'>, file: File): Promise<string> {
  const { token } = await host.takeFile(file, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return openCase(host, token);
}
