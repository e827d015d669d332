import { useTranslation } from 'react-i18next';
import { type Comparability, comparability, setupOf } from '../../../shared/gait/comparability.ts';
import { inSentence } from '../../../shared/text/sentence.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import styles from './compare.module.css';
import type { ComparedClip } from './comparedClip.ts';

const TONES: Readonly<Record<Comparability['aspects'][number]['agreement'], BadgeTone>> = {
  same: 'good',
  partly: 'warn',
  differs: 'danger',
  unknown: 'neutral',
};

/** How far two sessions may be compared: a number, and what differs in plain words. */
export function ComparabilityCard({ found }: { found: Comparability }) {
  const { t } = useTranslation();
  const listOf = (...wanted: string[]) =>
    found.aspects
      .filter(({ agreement }) => wanted.includes(agreement))
      .map(({ aspect }) => inSentence(t(`compare.aspects.${aspect}`)));
  const [differing, unknown] = [listOf('differs', 'partly'), listOf('unknown')];
  return (
    <section className={styles.comparability} aria-label={t('compare.comparability')}>
      <h2>
        {t('compare.comparability')}: <span>{t('compare.score', { score: found.score })}</span>
      </h2>
      <ul className={styles.aspects}>
        {found.aspects.map(({ aspect, agreement }) => (
          <li key={aspect}>
            {t(`compare.aspects.${aspect}`)}
            <Badge tone={TONES[agreement]}>{t(`compare.agreements.${agreement}`)}</Badge>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>
        {differing.length > 0
          ? t('compare.says.differs', { list: differing.join(', ') })
          : unknown.length === 0 && t('compare.says.same')}
        {unknown.length > 0 && ` ${t('compare.says.unknown', { list: unknown.join(', ') })}`}
      </p>
    </section>
  );
}

export function ComparabilityOfClips({ first, second }: { first: ComparedClip; second: ComparedClip }) {
  const { t } = useTranslation();
  if (first.clip.sessionId === second.clip.sessionId)
    return <p className={styles.note}>{t('compare.sameSession')}</p>;
  if (first.analysis === undefined || second.analysis === undefined)
    return <p className={styles.note}>{t('compare.notAnalysed')}</p>;
  return <ComparabilityCard found={comparability(setupOf(first.analysis), setupOf(second.analysis))} />;
}
