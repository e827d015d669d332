import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLAN_FORMATS } from '../../../shared/contract/workSchemas.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { useHost } from '../../host/HostProvider.tsx';
import { queries } from '../../host/queries.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileLinks } from '../../ui/FileLinks.tsx';
import styles from './program.module.css';
import type { Desk } from './programDesk.ts';

type PlanFormat = (typeof PLAN_FORMATS)[number];

/** What the athlete takes home: pages, calendar, beat. */
export function TakeHome({ desk, plan, onClose }: { desk: Desk; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const canPrint = useQuery(queries.info(host.client)).data?.capabilities.canPrintPdf !== false;
  const [largePrint, setLargePrint] = useState(false);
  const hasBeat = plan.weeks.some(({ days }) => days.some(({ items }) => items.some((one) => one.cadence)));
  const possible = (format: PlanFormat): boolean =>
    (format !== 'plan.pdf' || canPrint) &&
    (format !== 'plan.ics' || plan.start_date !== null) &&
    (format !== 'metronome.wav' || hasBeat);
  const write = useMutation({
    mutationFn: () =>
      host.run('program.export', {
        ...{ athleteId: desk.who.athleteId, largePrint },
        formats: PLAN_FORMATS.filter(possible),
      }),
  });
  return (
    <Dialog open onClose={onClose} title={t('program.takeHome')} closeLabel={t('app.close')}>
      <div className={styles.stack}>
        <ul>
          {PLAN_FORMATS.map((format) => (
            <li key={format}>
              {t(`program.takeHomeFiles.${format.replace('.', '_') as 'plan_html'}`)}
              {!possible(format) && ` ${t(`program.takeHomeNot.${format.replace('.', '_') as 'plan_pdf'}`)}`}
            </li>
          ))}
        </ul>
        <Checkbox label={t('program.largePrint')} checked={largePrint} onChange={setLargePrint} />
        {write.isError && <ErrorMessage error={write.error} />}
        {write.data === undefined ? (
          <Button variant="primary" icon="download" busy={write.isPending} onClick={() => write.mutate()}>
            {t('program.makeFiles')}
          </Button>
        ) : (
          <FileLinks
            files={write.data.files.map((file) => ({
              ...file,
              label: t('report.save', { name: file.name }),
            }))}
          />
        )}
      </div>
    </Dialog>
  );
}
