import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorFromReply } from '../../shared/contract/client.ts';
import type { RescueState } from '../../shared/contract/libraryApi.ts';
import { DEFAULT_SETTINGS } from '../../shared/contract/settingsSchema.ts';
import { useClient } from '../host/HostProvider.tsx';
import { ErrorMessage } from '../i18n/ErrorMessage.tsx';
import { Button } from '../ui/Button.tsx';
import { momentText } from '../ui/dates.ts';
import { bytesText } from '../ui/FileLinks.tsx';
import { Page } from '../ui/Page.tsx';
import { Table } from '../ui/Table.tsx';
import styles from './RescuePage.module.css';
import { useThemeAndLanguage } from './useSettingsEffects.ts';

/** Says why the library does not open, and offers the copies of its database. */
export function RescuePage({ state }: { state: RescueState }) {
  const { t } = useTranslation();
  const client = useClient();
  // Nobody can ask the library how its coach wants the window.
  useThemeAndLanguage(DEFAULT_SETTINGS);
  // The host says when the library is open; this page then goes.
  const take = useMutation({ mutationFn: (id: string) => client.rescue.take({ id }) });
  const startNew = useMutation({ mutationFn: () => client.rescue.startNew({}) });
  const isBusy = take.isPending || startNew.isPending;
  const { problem, libraryPlace, copies } = state;
  return (
    <main className={styles.page}>
      <Page title={t('keeping.rescueTitle')} lead={<span className={styles.place}>{libraryPlace}</span>}>
        {problem !== null && <ErrorMessage error={errorFromReply(problem)} />}
        <section className={styles.part}>
          <h2>{t('keeping.copies')}</h2>
          <p>{t(copies.length === 0 ? 'keeping.noCopies' : 'keeping.copiesText')}</p>
          {copies.length > 0 && (
            <Table
              caption={t('keeping.copies')}
              rows={copies}
              rowKey={({ id }) => id}
              columns={[
                { id: 'date', title: t('keeping.columns.date'), cell: (row) => momentText(row.madeAt) },
                {
                  id: 'kind',
                  title: t('keeping.columns.kind'),
                  cell: (row) => t(`keeping.kinds.${row.kind}`),
                },
                { id: 'size', title: t('keeping.columns.size'), cell: (row) => bytesText(row.bytes) },
                {
                  id: 'take',
                  title: t('keeping.columns.take'),
                  cell: (row) => (
                    <Button
                      variant={row === copies[0] ? 'primary' : 'secondary'}
                      busy={take.isPending && take.variables === row.id}
                      disabled={isBusy}
                      aria-label={t('keeping.takeOf', { date: momentText(row.madeAt) })}
                      onClick={() => take.mutate(row.id)}
                    >
                      {t('keeping.take')}
                    </Button>
                  ),
                },
              ]}
            />
          )}
          {take.isError && <ErrorMessage error={take.error} />}
        </section>
        <section className={styles.part}>
          <h2>{t('keeping.startNew')}</h2>
          <p>{t('keeping.startNewText')}</p>
          <Button busy={startNew.isPending} disabled={isBusy} onClick={() => startNew.mutate()}>
            {t('keeping.startNew')}
          </Button>
          {startNew.isError && <ErrorMessage error={startNew.error} />}
        </section>
      </Page>
    </main>
  );
}
