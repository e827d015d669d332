import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanItem } from '../../../shared/domain/plan.ts';
import { type DrillChain, drillChain } from '../../../shared/program/chain.ts';
import { evidenceText, whyText } from '../../../shared/text/chainText.ts';
import { ruleText } from '../../../shared/text/ruleTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { dateText } from '../../ui/dates.ts';
import { ExerciseDrawing } from './ExerciseDrawing.tsx';
import styles from './program.module.css';
import type { Desk } from './programDesk.ts';
import { doseText } from './programTexts.ts';

export interface WhyDialogProps {
  readonly desk: Desk;
  readonly plan: Plan;
  readonly item: PlanItem;
  readonly onClose: () => void;
}

/** Why this drill: frames, numbers, finding, drill, dose, and when to look again. */
export function WhyDialog({ desk, plan, item, onClose }: WhyDialogProps) {
  const { t } = useTranslation();
  const exercise = desk.library.get(item.exercise);
  const chain = drillChain(plan, item);
  return (
    <Dialog open wide onClose={onClose} title={exercise.name} closeLabel={t('app.close')}>
      <div className={styles.stack}>
        {chain === undefined ? <p>{plainReason(t, item)}</p> : <Chain desk={desk} chain={chain} />}
        <p className={styles.quiet}>{exercise.why}</p>
        <details>
          <summary>{t('program.showExercise')}</summary>
          <ExerciseDrawing id={exercise.id} />
          <ol className={styles.plain}>
            {exercise.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      </div>
    </Dialog>
  );
}

function plainReason(t: TFunction, { why }: PlanItem): string {
  switch (why.kind) {
    case 'phase':
      return t('program.whyPhase', { phase: why.phase, name: t(`program.phases.${why.phase}`) });
    case 'footwear':
      return t('program.whyFootwear');
    case 'recovery':
      return t('program.whyRecovery');
    default:
      return t('program.whyCoach');
  }
}

function Chain({ desk, chain }: { desk: Desk; chain: DrillChain }) {
  const { t } = useTranslation();
  const { frames, evidence, rule, confirmedByCoach, cue, caution, source, exercise, dose } = chain;
  return (
    <dl className={styles.chain}>
      <dt>{t('program.chainSeen')}</dt>
      <dd>
        {frames.length === 0 && t('program.chainNoFrames')}
        <span className={styles.row}>
          {frames.map(({ clip, frame, time_s: timeS }) => (
            <Button key={`${clip} ${frame}`} icon="film" onClick={() => desk.onFrame(clip, timeS)}>
              {t('program.chainFrame', { frame, time: timeS.toFixed(2) })}
            </Button>
          ))}
        </span>
      </dd>
      <dt>{t('program.chainMeasured')}</dt>
      <dd>
        {evidence.length === 0 ? t('program.chainNoValues') : evidence.map(evidenceText).join('; ')}
        {confirmedByCoach && ` ${t('program.chainCoach')}`}
      </dd>
      <dt>{t('program.chainRule')}</dt>
      <dd>
        {ruleText(rule).title}
        <br />
        <span className={styles.quiet}>{t('program.chainSource', { source })}</span>
      </dd>
      <dt>{t('program.chainDrill')}</dt>
      <dd>
        {desk.library.get(exercise).name}
        {cue !== '' && <br />}
        {cue !== '' && t('program.chainCue', { cue })}
        {caution !== '' && <br />}
        {caution !== '' && t('program.chainCaution', { caution })}
      </dd>
      <dt>{t('program.chainDose')}</dt>
      <dd>{doseText(t, dose)}</dd>
      <dt>{t('program.chainRetest')}</dt>
      <dd>
        {chain.retestDate === undefined
          ? t('program.chainRetestAfter', { count: chain.retestAfterWeeks })
          : t('program.chainRetestOn', { date: dateText(chain.retestDate) })}
      </dd>
      <dt>{t('program.chainWords')}</dt>
      <dd>{whyText(chain, desk.library)}</dd>
    </dl>
  );
}
