import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../shared/contract/workSchemas.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileLinks } from '../../ui/FileLinks.tsx';

const FORMATS = ['report.pdf', 'report.html', 'analysis.json', 'pose.json'] as const satisfies ExportFormat[];

/** Writes a file of the analysis and offers it for saving. */
export function ExportBar({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const can = useQuery(queries.info(host.client)).data?.capabilities;
  const write = useMutation({
    mutationFn: (format: ExportFormat) => host.run('exports.run', { sessionId, formats: [format] }),
  });
  const nameOf = (format: ExportFormat) => (format === 'pose.json' ? t('report.pose') : format);
  return (
    <>
      {FORMATS.map((format) => {
        const cannot = format === 'report.pdf' && can?.canPrintPdf === false;
        return (
          <Button
            key={format}
            icon="download"
            disabled={cannot || write.isPending}
            busy={write.isPending && write.variables === format}
            title={cannot ? t('report.noPdf') : undefined}
            onClick={() => write.mutate(format)}
          >
            {nameOf(format)}
          </Button>
        );
      })}
      <Dialog
        open={write.isSuccess || write.isError}
        onClose={write.reset}
        title={t('report.ready')}
        closeLabel={t('app.close')}
      >
        {write.isError && <ErrorMessage error={write.error} />}
        {write.data !== undefined && (
          <FileLinks
            files={write.data.files.map((file) => ({
              ...file,
              label: t('report.save', { name: file.name }),
            }))}
          />
        )}
      </Dialog>
    </>
  );
}
