import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../../shared/domain/assessment.ts';
import { testById } from '../../../shared/program/data/tests.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { dateText } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { Table } from '../../ui/Table.tsx';
import { AssessmentForm } from './AssessmentForm.tsx';
import { TestChanges } from './BeforeAfter.tsx';
import { Gates } from './Gates.tsx';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { sideText } from './programTexts.ts';
import { Trends } from './Trends.tsx';

type Kind = Assessment['kind'];

/** What was tested by hand, how it moves, and which gates it opens. */
export function TestsTab({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const { assessments, standing, archAdvice, current } = desk.state;
  const [form, setForm] = useState<{ kind: Kind; assessment?: Assessment } | undefined>();
  const [gone, setGone] = useState<Assessment | undefined>();
  // Another content begins at its top, as another page does.
  const showForm = (next: typeof form): void => {
    setForm(next);
    document.querySelector('main')?.scrollTo(0, 0);
  };
  const remove = useAct(desk, () => setGone(undefined));
  const missing = standing.missing.map((one) => {
    const [test = '', side = ''] = one.split(':');
    const word = side === 'L' || side === 'R' ? sideText(t, side).toLocaleLowerCase() : '';
    return [testById(test).name, word].filter(Boolean).join(' ');
  });
  if (form !== undefined) {
    return (
      <AssessmentForm
        desk={desk}
        kind={form.kind}
        assessment={form.assessment}
        onClose={() => showForm(undefined)}
      />
    );
  }
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        {assessments.length > 0 && (
          <Button variant="primary" icon="add" onClick={() => showForm({ kind: 'retest' })}>
            {t('program.newRetest')}
          </Button>
        )}
        {assessments.length > 0 && (
          <Button icon="add" onClick={() => showForm({ kind: 'baseline' })}>
            {t('program.newBaseline')}
          </Button>
        )}
      </div>
      {assessments.length === 0 && (
        <EmptyState
          icon="gauge"
          title={t('program.noTestsTitle')}
          text={t('program.noTestsText')}
          actions={
            <Button variant="primary" icon="add" onClick={() => showForm({ kind: 'baseline' })}>
              {t('program.newBaseline')}
            </Button>
          }
        />
      )}
      {archAdvice !== null && (
        <Message tone="warn">
          <strong>{t('program.archAdvice')}</strong> {t('program.archWhy', { count: archAdvice.cycles })}
        </Message>
      )}
      {missing.length > 0 && assessments.length > 0 && (
        <Message>
          {t('program.missingTests', { tests: missing.join(', ') })} {t('program.noGates')}
        </Message>
      )}
      <Gates desk={desk} />
      {current !== null && current.tests.length > 0 && (
        <section className={styles.stack} aria-label={t('program.compareNow')}>
          <h2>{t('program.compareNow')}</h2>
          <TestChanges tests={current.tests} caption={t('program.compareNow')} />
        </section>
      )}
      <Trends desk={desk} />
      {assessments.length > 0 && (
        <section className={styles.stack} aria-label={t('program.testsTitle')}>
          <h2>{t('program.testsTitle')}</h2>
          <Table
            caption={t('program.testsTitle')}
            rows={[...assessments].reverse()}
            rowKey={({ id }) => id}
            columns={[
              { id: 'date', title: t('program.date'), width: '24%', cell: ({ date }) => dateText(date) },
              {
                id: 'kind',
                title: t('program.kind'),
                cell: ({ kind, cycle }) => (
                  <span className={styles.row}>
                    <Badge>{t(`program.kinds.${kind}`)}</Badge>
                    {t('program.cycle', { cycle })}
                  </span>
                ),
              },
              {
                id: 'count',
                title: t('program.held'),
                cell: ({ results }) => t('program.testCount', { count: results.length }),
              },
              {
                id: 'acts',
                title: t('program.edit'),
                width: '120px',
                align: 'end',
                cell: (assessment) => (
                  <span className={styles.row}>
                    <IconButton
                      icon="edit"
                      label={t('program.edit')}
                      onClick={() => showForm({ kind: assessment.kind, assessment })}
                    />
                    <IconButton
                      icon="trash"
                      label={t('program.delete')}
                      onClick={() => setGone(assessment)}
                    />
                  </span>
                ),
              },
            ]}
          />
        </section>
      )}
      <ConfirmDialog
        open={gone !== undefined}
        title={t('program.deleteTests')}
        text={t('program.deleteTestsText', { date: gone === undefined ? '' : dateText(gone.date) })}
        onClose={() => setGone(undefined)}
        onConfirm={() =>
          remove.mutateAsync((program, who) => program.deleteAssessment({ ...who, id: gone?.id ?? '' }))
        }
      />
    </div>
  );
}
