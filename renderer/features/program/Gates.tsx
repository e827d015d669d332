import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gate } from '../../../shared/program/gates.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { criterionText } from './gateTexts.ts';
import styles from './program.module.css';
import { type Desk, useAct } from './programDesk.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** Both gates: passed, or what is missing on which side. */
export function Gates({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  return (
    <section className={styles.stack} aria-label={t('program.gates')}>
      <h2>{t('program.gates')}</h2>
      <div className={styles.days}>
        {desk.state.standing.gates.map((gate) => (
          <GateCard key={gate.opens} desk={desk} gate={gate} />
        ))}
      </div>
    </section>
  );
}

function GateCard({ desk, gate }: { desk: Desk; gate: Gate }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { standing, gateOverrides } = desk.state;
  const { opens, criteria } = gate;
  const override = gateOverrides.find((one) => one.opens === opens);
  const isPassed = gate.passed && standing.missing.length === 0;
  const close = useAct(desk);
  const takeBack = () =>
    close.mutate((program, who) => program.overrideGate({ ...who, opens, reason: null }));
  return (
    <section className={styles.card} aria-label={t('program.phase', { phase: opens })}>
      <div className={styles.spread}>
        <h3>{t('program.gate', { phase: opens, name: t(`program.phases.${opens}`) })}</h3>
        <Badge tone={isPassed ? 'good' : 'neutral'}>
          {t(isPassed ? 'program.gatePassed' : 'program.gateClosed')}
        </Badge>
      </div>
      <ul className={styles.items}>
        {criteria.map((one) => (
          <li key={`${one.id} ${one.side}`} className={styles.item}>
            <span>{criterionText(t, one)}</span>
            <Badge tone={one.met === true ? 'good' : one.met === false ? 'warn' : 'neutral'}>
              {one.met === true && <Icon name="check" size={14} />}
              {t(one.met === null ? 'program.notMeasured' : one.met ? 'program.met' : 'program.notMet')}
            </Badge>
          </li>
        ))}
      </ul>
      {override !== undefined && <p>{t('program.gateByCoach', { reason: override.reason })}</p>}
      {!isPassed && override === undefined && (
        <div>
          <Button onClick={() => setIsOpen(true)}>{t('program.openGate')}</Button>
        </div>
      )}
      {override !== undefined && (
        <div>
          <Button busy={close.isPending} onClick={takeBack}>
            {t('program.closeGate')}
          </Button>
        </div>
      )}
      {isOpen && (
        <ReasonDialog
          desk={desk}
          title={t('program.openGateTitle', { phase: opens })}
          onClose={() => setIsOpen(false)}
          act={(program, who, reason) => program.overrideGate({ ...who, opens, reason })}
        />
      )}
    </section>
  );
}
