import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedClip } from '../../../shared/contract/backupSchemas.ts';
import type { Progress as Done } from '../../../shared/contract/workSchemas.ts';
import { useActions } from '../../actions/useActions.ts';
import { type HostAccess, useHost } from '../../host/HostProvider.tsx';
import { ownUrl } from '../../host/pageKey.ts';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { bytesText } from '../../ui/FileLinks.tsx';
import { Message } from '../../ui/Message.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import styles from './settings.module.css';

/** The whole library out in one file, and back. */
export function BackupSection() {
  const { t } = useTranslation();
  const host = useHost();
  const [done, setDone] = useState<Pick<Done, 'done' | 'total'>>();
  const follow = { onProgress: setDone };
  const make = useMutation({
    mutationFn: () => host.run('backup.make', {}, follow),
    onSettled: () => setDone(undefined),
  });
  const restore = useMutation({
    mutationFn: (file: File) => restored(host, file, setDone),
    onSettled: () => setDone(undefined),
  });
  useActions([{ id: 'settings.backup', run: () => make.mutate(), when: () => !make.isPending }]);
  const isBusy = make.isPending || restore.isPending;
  const [file] = make.data?.files ?? [];
  return (
    <SettingsGroup title={t('backup.title')}>
      <p className={styles.text}>{t('backup.text')}</p>
      <div className={styles.row}>
        <Button busy={make.isPending} disabled={isBusy} onClick={() => make.mutate()}>
          {t('backup.make')}
        </Button>
        {file !== undefined && !make.isPending && (
          <ButtonLink variant="primary" icon="download" href={ownUrl(file.url)} download={file.name}>
            {t('backup.ready', { name: file.name, size: bytesText(file.bytes) })}
          </ButtonLink>
        )}
      </div>
      <p className={styles.text}>{t('backup.restoreText')}</p>
      <div className={styles.row}>
        <FileButton
          busy={restore.isPending}
          disabled={isBusy}
          accept=".tar"
          onFile={restore.mutate}
          testId="backup-file"
        >
          {t('backup.restore')}
        </FileButton>
      </div>
      {done !== undefined && (
        <div className={styles.text}>
          <Progress {...done} label={t(make.isPending ? 'backup.making' : 'backup.restoring')} />
        </div>
      )}
      {make.isError && <ErrorMessage error={make.error} />}
      {make.data !== undefined && !make.isPending && make.data.damaged.length > 0 && (
        <NamedClips title={t('backup.damaged')} next={t('backup.damagedNext')} clips={make.data.damaged} />
      )}
      {restore.isError && <ErrorMessage error={restore.error} />}
      <Waiting counts={restore.data} />
      {restore.data !== undefined && restore.data.lost.length > 0 && (
        <NamedClips title={t('backup.lost')} next={t('backup.lostNext')} clips={restore.data.lost} />
      )}
    </SettingsGroup>
  );
}

const MOST_NAMED = 50;

/** Clips whose videos are not whole, by what the coach knows them by. */
function NamedClips({ title, next, clips }: { title: string; next: string; clips: readonly NamedClip[] }) {
  const { t } = useTranslation();
  const named = clips
    .slice(0, MOST_NAMED)
    .map(({ fileName, athlete, date }) => `${fileName} · ${athlete} · ${dateText(date)}`);
  return (
    <div className={styles.text}>
      <Message tone="warn">
        <p>{title}</p>
        <ul>
          {[...new Set(named)].map((name) => (
            <li key={name} dir="auto">
              {name}
            </li>
          ))}
        </ul>
        {clips.length > MOST_NAMED && <p>{t('backup.more', { n: clips.length - MOST_NAMED })}</p>}
        <p>{next}</p>
      </Message>
    </div>
  );
}

/** A backup that was taken and comes in at the next start. */
function Waiting({ counts }: { counts: { athletes: number; clips: number } | undefined }) {
  const { t } = useTranslation();
  const { client } = useHost();
  const { data } = useQuery(queries.waitingBackup(client));
  const keep = useMutation({ mutationFn: () => client.backup.forget({}) });
  if (data === undefined || data.madeAt === null) return null;
  return (
    <div className={styles.text}>
      <Message tone="warn">
        <p>{t('backup.waiting', { date: dateText(data.madeAt) })}</p>
        {counts !== undefined && <p>{t('backup.counts', counts)}</p>}
        <p>{t('backup.waitingKept')}</p>
        <Button busy={keep.isPending} onClick={() => keep.mutate()}>
          {t('backup.keep')}
        </Button>
      </Message>
      {keep.isError && <ErrorMessage error={keep.error} />}
    </div>
  );
}

async function restored(host: HostAccess, file: File, onDone: (done: Pick<Done, 'done' | 'total'>) => void) {
  const { token } = await host.takeFile(file, {
    signal: new AbortController().signal,
    onProgress: (done, total) => onDone({ done, total }),
  });
  return host.run('backup.restore', { token }, { onProgress: onDone });
}
