import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLAN_FORMATS } from '../../../shared/contract/workSchemas.ts';
import { spokenLanguage } from '../../../shared/domain/language.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { beatFiles } from '../../../shared/report/packet/cadenceWork.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { ownUrl } from '../../host/pageKey.ts';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileLinks } from '../../ui/FileLinks.tsx';
import styles from './program.module.css';
import type { Desk } from './programDesk.ts';

type PlanFormat = (typeof PLAN_FORMATS)[number];
const keyOf = (format: PlanFormat) => format.replace('.', '_') as 'plan_html';

/** What the athlete takes home: pages, calendar, beat. */
export function TakeHome({ desk, plan, onClose }: { desk: Desk; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const canPrint = useQuery(queries.info(host.client)).data?.capabilities.canPrintPdf !== false;
  const settings = useQuery(queries.settings(host.client)).data;
  const paper = settings?.paper ?? 'a4';
  const [chosen, setChosen] = useState<boolean | undefined>();
  const largePrint = chosen ?? settings?.largePrint ?? false;
  const rhythms = [...new Set(beatFiles(plan).map(({ track }) => track.spm))];
  const cannot: Partial<Record<PlanFormat, string>> = {
    ...(canPrint ? {} : { 'plan.pdf': t('program.takeHomeNot.plan_pdf') }),
    ...(plan.start_date === null ? { 'plan.ics': t('program.takeHomeNot.plan_ics') } : {}),
    ...(rhythms.length === 0 ? { 'metronome.wav': t('program.takeHomeNot.metronome_wav') } : {}),
  };
  const write = useMutation({
    mutationFn: async () => {
      if (largePrint !== settings?.largePrint) await host.client.settings.set({ largePrint });
      return host.run('program.export', {
        ...{ athleteId: desk.who.athleteId, largePrint, language: spokenLanguage() },
        formats: PLAN_FORMATS.filter((format) => cannot[format] === undefined),
      });
    },
  });
  const facts = { paper: t(`settings.papers.${paper}`), rhythms: rhythms.join(', ') };
  return (
    <Dialog open wide onClose={onClose} title={t('program.takeHome')} closeLabel={t('app.close')}>
      <div className={styles.stack}>
        <dl className={styles.chain}>
          {PLAN_FORMATS.map((format) => [
            <dt key={format}>{t(`program.takeHomeNames.${keyOf(format)}`)}</dt>,
            <dd key={`${format} what`}>
              {cannot[format] ?? t(`program.takeHomeFiles.${keyOf(format)}`, facts)}
            </dd>,
          ])}
        </dl>
        <div className={styles.row}>
          <Checkbox
            label={t('program.largePrint')}
            checked={largePrint}
            onChange={(wanted) => {
              setChosen(wanted);
              // Files in the other size are no longer what is asked for.
              write.reset();
            }}
          />
          <span className={styles.quiet}>{t('program.largePrintHint')}</span>
        </div>
        {write.isError && <ErrorMessage error={write.error} />}
        {write.data === undefined ? (
          <div>
            <Button variant="primary" icon="download" busy={write.isPending} onClick={() => write.mutate()}>
              {t('program.makeFiles')}
            </Button>
          </div>
        ) : (
          <FileLinks
            files={write.data.files.map((file) => ({
              ...file,
              url: ownUrl(file.url),
              label: file.name === 'plan.zip' ? t('program.saveAll') : t('report.save', { name: file.name }),
            }))}
          />
        )}
      </div>
    </Dialog>
  );
}
