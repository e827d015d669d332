import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EXPORT_GROUPS } from './exportGroups.ts';
import { FormatRow } from './FormatRow.tsx';
import styles from './report.module.css';
import { useSessionExport } from './useSessionExport.ts';

/** Writes files of the analysis and offers them for saving. */
export function ExportBar({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const [isOpen, setIsOpen] = useState(false);
  const canPrint = useQuery(queries.info(host.client)).data?.capabilities.canPrintPdf !== false;
  const work = useSessionExport(sessionId);
  const close = () => {
    setIsOpen(false);
    work.stop();
  };
  return (
    <>
      <Button variant="primary" icon="download" onClick={() => setIsOpen(true)}>
        {t('program.files.open')}
      </Button>
      <Dialog open={isOpen} wide title={t('program.files.title')} closeLabel={t('app.close')} onClose={close}>
        <div className={styles.groups}>
          {EXPORT_GROUPS.map(({ id, formats }) => (
            <section key={id} className={styles.section} aria-label={t(`exports.groups.${id}`)}>
              <h3>{t(`exports.groups.${id}`)}</h3>
              {formats.map((format) => (
                <FormatRow
                  key={format}
                  {...{ format, work }}
                  problem={format === 'report.pdf' && !canPrint ? t('report.noPdf') : undefined}
                />
              ))}
            </section>
          ))}
        </div>
      </Dialog>
    </>
  );
}
