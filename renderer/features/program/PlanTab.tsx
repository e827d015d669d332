import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanCycle } from '../../../shared/contract/programApiSchemas.ts';
import { planNoteText } from '../../../shared/text/planTexts.ts';
import { useActions } from '../../actions/useActions.ts';
import { useKeyText } from '../../actions/useKeyText.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { AddDialog } from './AddDialog.tsx';
import { Answers } from './Answers.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { OptionsForm } from './OptionsForm.tsx';
import { LastChange, PendingUpdate } from './PlanChanges.tsx';
import styles from './program.module.css';
import { type Desk, type ProgramTab, useAct } from './programDesk.ts';
import { StartPlan } from './StartPlan.tsx';
import { TakeHome } from './TakeHome.tsx';
import { WeekStrip } from './WeekStrip.tsx';
import { WeekView } from './WeekView.tsx';
import { weekAt } from './weekAt.ts';

/** The plan at hand, or how to begin one; finished cycles below. */
export function PlanTab({ desk, onTab }: { desk: Desk; onTab: (tab: ProgramTab) => void }) {
  const { current, finished, next } = desk.state;
  return (
    <div className={styles.stack}>
      {current === null && <StartPlan desk={desk} onTests={() => onTab('tests')} />}
      {current !== null && next !== null && <StartPlan desk={desk} onTests={() => onTab('tests')} />}
      {current !== null && <PlanAtHand desk={desk} current={current} />}
      {[...finished].reverse().map((cycle) => (
        <BeforeAfter key={cycle.planId} desk={desk} cycle={cycle} />
      ))}
    </div>
  );
}

function PlanAtHand({ desk, current }: { desk: Desk; current: PlanCycle }) {
  const { t } = useTranslation();
  const { state, who } = desk;
  const { plan } = current;
  const [open, setOpen] = useState<'options' | 'add' | 'finish' | 'takeHome' | undefined>();
  const [chosen, setChosen] = useState<number | undefined>();
  const now = weekAt(plan, who.today);
  const week = plan.weeks.find(({ index }) => index === (chosen ?? now)) ?? plan.weeks[0];
  const history = useAct(desk);
  const undo = () => history.mutate((program, asked) => program.undo(asked));
  const redo = () => history.mutate((program, asked) => program.redo(asked));
  useActions([
    { id: 'plan.undo', run: undo, when: () => open === undefined && state.canUndo },
    { id: 'plan.redo', run: redo, when: () => open === undefined && state.canRedo },
  ]);
  const keyText = useKeyText();
  const close = () => setOpen(undefined);
  const { adaptation } = state.reading;
  return (
    <>
      <div className={styles.spread}>
        <div className={styles.row}>
          <Button icon="settings" onClick={() => setOpen('options')}>
            {t('program.options')}
          </Button>
          <Button icon="add" onClick={() => setOpen('add')}>
            {t('program.addExercise')}
          </Button>
          <Button icon="report" onClick={() => setOpen('takeHome')}>
            {t('program.takeHome')}
          </Button>
          <IconButton
            icon="undo"
            label={t('review.withKey', { label: t('review.undo'), key: keyText('plan.undo') })}
            disabled={!state.canUndo || history.isPending}
            onClick={undo}
          />
          <IconButton
            icon="redo"
            label={t('review.withKey', { label: t('review.redo'), key: keyText('plan.redo') })}
            disabled={!state.canRedo || history.isPending}
            onClick={redo}
          />
        </div>
        {(plan.start_date === null || plan.start_date <= who.today) && (
          <Button onClick={() => setOpen('finish')}>{t('program.finish')}</Button>
        )}
      </div>
      {history.isError && <ErrorMessage error={history.error} />}
      {current.asOf > who.today && (
        <Message tone="warn">{t('program.planAhead', { date: dateText(current.asOf) })}</Message>
      )}
      {state.pending !== null && <PendingUpdate desk={desk} pending={state.pending} />}
      {(adaptation.hold || adaptation.ease < 1) && (
        <Message tone="warn">
          <strong>
            {adaptation.ease < 1
              ? t('program.easeTitle', { percent: Math.round(adaptation.ease * 100) })
              : t('program.holdTitle')}
          </strong>{' '}
          {adaptation.notes.map(planNoteText).join(' ')}
        </Message>
      )}
      <LastChange desk={desk} change={current.lastChange} />
      <Answers desk={desk} plan={plan} />
      <WeekStrip plan={plan} now={now} shown={week?.index} onShow={setChosen} />
      {week !== undefined && <WeekView key={week.index} desk={desk} plan={plan} week={week} />}
      {open === 'options' && <OptionsForm desk={desk} onClose={close} />}
      {open === 'add' && week !== undefined && <AddDialog desk={desk} week={week} onClose={close} />}
      {open === 'takeHome' && <TakeHome desk={desk} plan={plan} onClose={close} />}
      {open === 'finish' && <FinishDialog desk={desk} current={current} onClose={close} />}
    </>
  );
}
