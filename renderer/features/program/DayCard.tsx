import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDay, PlanItem } from '../../../shared/domain/plan.ts';
import { isMain } from '../../../shared/program/dose.ts';
import { isDayLocked } from '../../../shared/program/overrides.ts';
import { tempoText } from '../../../shared/report/packet/doseText.ts';
import { weekdayText } from '../../../shared/text/changeText.ts';
import { ADVICE_TEXTS, DAY_TEXTS } from '../../../shared/text/planTexts.ts';
import { useActions } from '../../actions/useActions.ts';
import { useKeyText } from '../../actions/useKeyText.ts';
import { ErrorMessage } from '../../i18n/ErrorMessage.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { dateText } from '../../ui/dates.ts';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { doseText } from './programTexts.ts';

export interface DayCardProps {
  readonly desk: Desk;
  readonly week: number;
  readonly day: PlanDay;
  readonly onWhy: (item: PlanItem) => void;
  readonly onChange: (item: PlanItem) => void;
}

/** One day of the plan with its exercises. */
export function DayCard({ desk, week, day, onWhy, onChange }: DayCardProps) {
  const { t } = useTranslation();
  const { weekday, date, kind, items, advice } = day;
  const act = useAct(desk);
  const main = items.filter(isMain);
  const isPast = date !== null && date < desk.who.today;
  const isLocked = isDayLocked(desk.state.overrides, week, weekday);
  const lock = () =>
    act.mutate((program, who) =>
      program.addOverride({
        ...who,
        change: {
          ...{ kind: 'lock', week, weekday, reason: '' },
          items: main.map(({ exercise, dose }) => ({ exercise, dose })),
        },
      }),
    );
  const unlock = () =>
    act.mutate((program, who) =>
      program.addOverride({ ...who, change: { kind: 'unlock', week, weekday, reason: '' } }),
    );
  const canLock = (isLocked || main.length > 0) && !isPast;
  const part = useRef<HTMLElement>(null);
  const toggle = isLocked ? unlock : lock;
  // The day that the keyboard is on; a dialog lies outside of it.
  const isHere = () => part.current?.contains(document.activeElement) === true;
  useActions([{ id: 'plan.lock', run: toggle, when: () => canLock && !act.isPending && isHere() }]);
  const keyText = useKeyText();
  const minutes = Math.round(items.reduce((sum, item) => sum + item.minutes, 0));
  return (
    <section
      ref={part}
      className={styles.card}
      data-locked={isLocked || undefined}
      aria-label={`${weekdayText(weekday)} ${date ?? ''}`}
    >
      <div className={styles.spread}>
        <h3>
          {weekdayText(weekday)}
          {date !== null && <span className={styles.quiet}> {dateText(date)}</span>}
        </h3>
        <div className={styles.row}>
          {date === desk.who.today && <Badge tone="accent">{t('program.goToday')}</Badge>}
          <Badge tone={kind === 'training' ? 'good' : 'neutral'}>{DAY_TEXTS[kind] ?? kind}</Badge>
          {minutes > 0 && <span className={styles.quiet}>{t('program.minutesOf', { minutes })}</span>}
        </div>
      </div>
      <ul className={styles.items}>
        {items.map((item) => (
          <ItemRow
            key={item.exercise}
            desk={desk}
            item={item}
            isPast={isPast}
            onWhy={onWhy}
            onChange={onChange}
          />
        ))}
      </ul>
      {advice.length > 0 && (
        <p className={styles.quiet}>{advice.map((code) => ADVICE_TEXTS[code] ?? code).join(' ')}</p>
      )}
      {isLocked && (
        <p className={styles.quiet}>
          <strong>{t('program.locked')}</strong>
        </p>
      )}
      {canLock && (
        <div>
          <Button variant="quiet" busy={act.isPending} onClick={toggle}>
            {t('review.withKey', {
              label: t(isLocked ? 'program.unlock' : 'program.lock'),
              key: keyText('plan.lock'),
            })}
          </Button>
        </div>
      )}
      {act.isError && <ErrorMessage error={act.error} />}
    </section>
  );
}

interface ItemRowProps extends Pick<DayCardProps, 'desk' | 'onWhy' | 'onChange'> {
  readonly item: PlanItem;
  readonly isPast: boolean;
}

function ItemRow({ desk, item, isPast, onWhy, onChange }: ItemRowProps) {
  const { t } = useTranslation();
  const { name, tempo } = desk.library.get(item.exercise);
  const facts = [
    doseText(t, item.dose),
    ...(tempo === undefined ? [] : [tempoText(tempo)]),
    ...(isMain(item) ? [] : [t('program.recovery')]),
    ...(item.first_side === null
      ? []
      : [t('program.firstSide', { side: t(item.first_side === 'L' ? 'program.left' : 'program.right') })]),
    ...(item.cadence === null ? [] : [t('program.cadence', { spm: Math.round(item.cadence.spm) })]),
  ];
  return (
    <li className={styles.item}>
      <span>
        <span className={styles.itemName} dir="auto">
          {name}
        </span>
        <br />
        <span className={styles.quiet}>{facts.join(' · ')}</span>
      </span>
      <span className={styles.row}>
        <Button variant="quiet" aria-label={t('program.whyOf', { name })} onClick={() => onWhy(item)}>
          {t('program.why')}
        </Button>
        {isMain(item) && !isPast && (
          <Button variant="quiet" aria-label={t('program.changeOf', { name })} onClick={() => onChange(item)}>
            {t('program.change')}
          </Button>
        )}
      </span>
    </li>
  );
}
