import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenLanguage } from '../../../shared/domain/language.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { ownUrl } from '../../host/pageKey.ts';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './report.module.css';
import { reportUrlFrom } from './reportFiles.ts';

const MOST_TRIES = 3;

/** The exported page itself; made when there is none of this analysis yet. */
export function ReportFrame({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const exports = useQuery(queries.exports(host.client, sessionId));
  const make = useMutation({
    mutationFn: async () => {
      await host.run('exports.run', { sessionId, formats: ['report.html'], language: spokenLanguage() });
      await exports.refetch();
    },
  });
  const url = exports.data === undefined ? undefined : reportUrlFrom(exports.data);
  const isMissing = exports.data !== undefined && url === undefined;
  const { mutate, isPending, isError } = make;
  const tries = useRef(0);
  useEffect(() => {
    // Notes or settings may change while a page is made: then it is made once more. A failure is not tried for ever.
    if (!isMissing) tries.current = 0;
    else if (!isPending && !isError && tries.current < MOST_TRIES) {
      tries.current += 1;
      mutate();
    }
  }, [isMissing, isPending, isError, mutate]);
  return (
    <section className={styles.section} aria-label={t('report.page')}>
      <div className={styles.frameHead}>
        <h2>{t('report.page')}</h2>
        <Button variant="quiet" icon="refresh" busy={make.isPending} onClick={() => make.mutate()}>
          {t('report.refresh')}
        </Button>
      </div>
      {make.isError && <ErrorMessage error={make.error} onRetry={() => make.mutate()} />}
      {exports.isError && <ErrorMessage error={exports.error} onRetry={() => void exports.refetch()} />}
      {url === undefined || make.isPending ? (
        !make.isError && <Spinner label={t('report.making')} />
      ) : (
        <iframe className={styles.frame} src={ownUrl(url)} title={t('report.page')} sandbox="" />
      )}
    </section>
  );
}
