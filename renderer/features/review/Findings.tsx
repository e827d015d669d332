import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Analysis, Finding, FindingEvidence } from '../../../shared/domain/analysis.ts';
import { comparisonOf } from '../../../shared/program/comparison.ts';
import { inReadingOrder } from '../../../shared/program/findings.ts';
import { NO_FINDINGS_TEXTS } from '../../../shared/text/comparisonText.ts';
import { likelihoodText, WEAKNESS_TEXTS } from '../../../shared/text/likelihoodText.ts';
import { metricName } from '../../../shared/text/metricTexts.ts';
import { decimalsFor, estimateText, SIDE_TEXTS } from '../../../shared/text/numberText.ts';
import { ruleText } from '../../../shared/text/ruleTexts.ts';
import type { Player } from '../../player/player.ts';
import { Badge, GradeBadge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './panel.module.css';

/** A frame this near to one of the finding's counts as looking at it. */
const NEAR_FRAMES = 3;
const SHOWN_FRAMES = 5;

export interface FindingsProps {
  readonly player: Player;
  readonly clipId: string;
  readonly analysis: Analysis;
  readonly onGo: (clip: string, frame: number) => void;
  readonly onConfirm: (finding: Finding, confirmed: boolean) => void;
}

/** What stands out, most important first, each with its evidence. */
export function Findings({ analysis, ...rest }: FindingsProps) {
  const { t } = useTranslation();
  const ordered = inReadingOrder(analysis.findings);
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <h2 id="findings">{t('review.findings')}</h2>
      {ordered.length === 0 && <p className={styles.soft}>{NO_FINDINGS_TEXTS[comparisonOf(analysis)]}</p>}
      {ordered.map((finding) => (
        <FindingCard key={`${finding.rule}:${finding.side}`} finding={finding} {...rest} />
      ))}
    </section>
  );
}

function FindingCard({
  finding,
  player,
  clipId,
  onGo,
  onConfirm,
}: Omit<FindingsProps, 'analysis'> & { finding: Finding }) {
  const { t } = useTranslation();
  const { rule, side, priority, likelihood, evidence, frames, drills } = finding;
  const text = ruleText(rule);
  const isHere = useStore(player.store, ({ frame }) =>
    frames.some((one) => one.clip === clipId && Math.abs(one.frame - frame) <= NEAR_FRAMES),
  );
  const [first] = frames;
  return (
    <article className={styles.finding}>
      <h3>
        {text.title}
        {side !== null && `, ${SIDE_TEXTS[side].toLowerCase()}`}
      </h3>
      <div className={styles.sub}>
        {priority !== null && <Badge tone="accent">{t('review.priority', { n: priority })}</Badge>}
        <Badge tone={finding.confirmed_by_coach ? 'good' : likelihood === 'likely' ? 'warn' : 'info'}>
          {likelihoodText(finding)}
        </Badge>
      </div>
      <p>{text.athlete}</p>
      <details className={styles.why}>
        <summary>{t('review.why')}</summary>
        <ul>
          {evidence.map((one) => (
            <Evidence key={`${one.metric}:${one.side}`} evidence={one} />
          ))}
        </ul>
      </details>
      {frames.length > 0 && (
        <div className={styles.frames}>
          <span>{t('review.seenOn')}</span>
          {frames.slice(0, SHOWN_FRAMES).map(({ clip, frame }) => (
            <button key={`${clip} ${frame}`} type="button" onClick={() => onGo(clip, frame)}>
              {t('review.goToFrame', { frame: frame })}
            </button>
          ))}
        </div>
      )}
      {finding.confirmed_by_coach ? (
        <Button variant="quiet" onClick={() => onConfirm(finding, false)}>
          {t('review.withdraw')}
        </Button>
      ) : (
        likelihood === 'possible' && (
          <div className={styles.confirm}>
            {drills.length === 0 && <p className={styles.soft}>{t('review.waits')}</p>}
            {isHere || first === undefined ? (
              <Button variant="primary" icon="check" onClick={() => onConfirm(finding, true)}>
                {t('review.confirmHere')}
              </Button>
            ) : (
              <Button onClick={() => onGo(first.clip, first.frame)}>{t('review.goAndConfirm')}</Button>
            )}
          </div>
        )
      )}
    </article>
  );
}

function Evidence({ evidence }: { evidence: FindingEvidence }) {
  const { t } = useTranslation();
  const { metric, side, total, norm_mean: mean, norm_sd: sd, grade, n, p, weak } = evidence;
  const digits = decimalsFor(metric, total);
  const text = (number: number) => number.toFixed(digits);
  return (
    <li>
      <strong>
        {metricName(metric)}
        {side !== null && `, ${SIDE_TEXTS[side].toLowerCase()}`}
      </strong>
      <span>
        {estimateText(evidence)};{' '}
        {sd === 0
          ? t('review.limit', { value: String(mean) })
          : t('review.typical', { mean: text(mean), low: text(mean - sd), high: text(mean + sd) })}
      </span>
      <span className={styles.sub}>
        <GradeBadge grade={grade} /> {t('review.steps', { count: n })} ·{' '}
        {p > 0.99 ? t('review.almostSurely') : t('review.surely', { percent: Math.round(p * 100) })}
      </span>
      {weak.length > 0 && (
        <span className={styles.soft}>{weak.map((weakness) => WEAKNESS_TEXTS[weakness]).join(' ')}</span>
      )}
    </li>
  );
}
