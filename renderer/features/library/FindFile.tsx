import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../host/HostProvider.tsx';
import { VIDEO_FILES } from '../../host/videoFiles.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { FileButton } from '../../ui/FileButton.tsx';

/** For a video that is not where it was: the coach shows where it is now, under whatever name. */
export function FindFile({ clipId, fileName }: { clipId: string; fileName: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const find = useMutation({
    mutationFn: async (file: File) => {
      const { token } = await host.takeFile(file, {
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      return host.run('clips.findFile', { id: clipId, token });
    },
  });
  return (
    <div>
      <FileButton
        icon="search"
        busy={find.isPending}
        accept={VIDEO_FILES}
        onFile={find.mutate}
        testId={`find-${clipId}`}
        aria-label={t('clip.findFileOf', { name: fileName })}
      >
        {t('clip.findFile')}
      </FileButton>
      {find.isError && <ErrorMessage error={find.error} />}
    </div>
  );
}
