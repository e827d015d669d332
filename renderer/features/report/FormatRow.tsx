import { useTranslation } from 'react-i18next';
import { ownUrl } from '../../host/pageKey.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { FileLinks } from '../../ui/FileLinks.tsx';
import { Message } from '../../ui/Message.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { type SessionFormat, textKey } from './exportGroups.ts';
import styles from './report.module.css';
import type { useSessionExport } from './useSessionExport.ts';

export interface FormatRowProps {
  readonly format: SessionFormat;
  readonly work: ReturnType<typeof useSessionExport>;
  /** Why it cannot be made here; undefined where it can. */
  readonly problem: string | undefined;
}

/** One kind of file: what it is, and, once asked for, how far it is and where to save it. */
export function FormatRow({ format, work, problem }: FormatRowProps) {
  const { t } = useTranslation();
  const { write, progress } = work;
  const isOwn = write.variables === format;
  const name = t(`exports.names.${textKey(format)}`);
  const { done = 0, total = 0 } = progress ?? {};
  return (
    <div className={styles.format}>
      <Button
        icon="download"
        disabled={problem !== undefined || write.isPending}
        busy={write.isPending && isOwn}
        onClick={() => write.mutate(format)}
      >
        {name}
      </Button>
      <span>{problem ?? t(`exports.what.${textKey(format)}`)}</span>
      <div role="status" className={styles.outcome}>
        {isOwn && write.isPending && (
          <div className={styles.making}>
            <Progress label={t('exports.busy', { name })} done={done} total={total} />
            {progress?.stage === 'video' && <span>{t('exports.frames', { done, total })}</span>}
            <Button variant="quiet" icon="close" onClick={work.stop}>
              {t('exports.stop')}
            </Button>
          </div>
        )}
        {isOwn && write.isError && <ErrorMessage error={write.error} />}
        {isOwn && write.data?.files.length === 0 && <Message>{t('exports.none')}</Message>}
        {isOwn && write.data !== undefined && (
          <FileLinks
            files={write.data.files.map((file) => ({
              ...file,
              url: ownUrl(file.url),
              label: t('report.save', { name: file.name }),
            }))}
          />
        )}
      </div>
    </div>
  );
}
