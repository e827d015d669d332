import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../shared/contract/workSchemas.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileLinks } from '../../ui/FileLinks.tsx';
import { Message } from '../../ui/Message.tsx';
import styles from './report.module.css';

/** Files by what they are for: handed to people, or read by other programs. */
const GROUPS = [
  { id: 'people', formats: ['report.pdf', 'report.html'] },
  { id: 'programs', formats: ['analysis.json', 'pose.json'] },
] as const satisfies { id: string; formats: ExportFormat[] }[];
type Format = (typeof GROUPS)[number]['formats'][number];

/** Writes a file of the analysis and offers it for saving. */
export function ExportBar({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const [isOpen, setIsOpen] = useState(false);
  const canPrint = useQuery(queries.info(host.client)).data?.capabilities.canPrintPdf !== false;
  const write = useMutation({
    mutationFn: (format: Format) => host.run('exports.run', { sessionId, formats: [format] }),
  });
  const keyOf = (format: Format) => format.replace('.', '_') as 'report_pdf';
  return (
    <>
      <Button variant="primary" icon="download" onClick={() => setIsOpen(true)}>
        {t('program.files.open')}
      </Button>
      <Dialog
        open={isOpen}
        wide
        title={t('program.files.title')}
        closeLabel={t('app.close')}
        onClose={() => {
          setIsOpen(false);
          write.reset();
        }}
      >
        <div className={styles.groups}>
          {GROUPS.map(({ id, formats }) => (
            <section key={id} className={styles.section} aria-label={t(`program.files.${id}`)}>
              <h3>{t(`program.files.${id}`)}</h3>
              {formats.map((format) => {
                const cannot = format === 'report.pdf' && !canPrint;
                return (
                  <div key={format} className={styles.format}>
                    <Button
                      icon="download"
                      disabled={cannot || write.isPending}
                      busy={write.isPending && write.variables === format}
                      onClick={() => write.mutate(format)}
                    >
                      {t(`program.files.names.${keyOf(format)}`)}
                    </Button>
                    <span>{cannot ? t('report.noPdf') : t(`program.files.what.${keyOf(format)}`)}</span>
                  </div>
                );
              })}
            </section>
          ))}
        </div>
        <div role="status">
          {write.isError && <ErrorMessage error={write.error} />}
          {write.data?.files.length === 0 && <Message>{t('program.files.none')}</Message>}
          {write.data !== undefined && (
            <FileLinks
              files={write.data.files.map((file) => ({
                ...file,
                label: t('report.save', { name: file.name }),
              }))}
            />
          )}
        </div>
      </Dialog>
    </>
  );
}
