import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../../shared/domain/drillLog.ts';
import { inSentence } from '../../../shared/text/sentence.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { dateText } from '../../ui/dates.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { sideText } from './programTexts.ts';

/** What was written down, newest first. */
export function LogEntries({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const remove = useAct(desk);
  const { log } = desk.state;
  const factsOf = ({ rpe, soreness }: LogEntry): string =>
    [
      ...(rpe === null ? [] : [t('program.ratedRpe', { rpe })]),
      ...soreness.map(({ area, side, level }) =>
        t('program.soreAt', {
          area: [sideText(t, side).toLocaleLowerCase(), inSentence(t(`program.areas.${area}`))]
            .filter(Boolean)
            .join(' '),
          level,
        }),
      ),
    ].join(', ');
  return (
    <section className={styles.stack} aria-label={t('program.entries')}>
      <h2>{t('program.entries')}</h2>
      {remove.isError && <ErrorMessage error={remove.error} />}
      {log.length === 0 && <p className={styles.quiet}>{t('program.noEntries')}</p>}
      {log.length > 0 && (
        <Table
          caption={t('program.entries')}
          rows={[...log].reverse()}
          rowKey={({ id }) => id}
          columns={[
            { id: 'date', title: t('program.date'), width: '18%', cell: ({ date }) => dateText(date) },
            {
              id: 'what',
              title: t('program.held'),
              width: '34%',
              cell: ({ done, exercise }) =>
                t('program.entryOf', {
                  done: t(`program.dones.${done}`),
                  what:
                    exercise === null
                      ? inSentence(t('program.wholeDay'))
                      : desk.library.has(exercise)
                        ? desk.library.get(exercise).name
                        : exercise,
                }),
            },
            {
              id: 'note',
              title: t('program.note'),
              cell: (entry) => (
                <span dir="auto">{[factsOf(entry), entry.note].filter(Boolean).join(' · ')}</span>
              ),
            },
            {
              id: 'acts',
              title: t('program.delete'),
              width: '90px',
              cell: ({ id }) => (
                <IconButton
                  icon="trash"
                  label={t('program.delete')}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate((program, who) => program.deleteLogEntry({ ...who, id }))}
                />
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
