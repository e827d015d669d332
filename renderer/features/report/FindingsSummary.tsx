import { useTranslation } from 'react-i18next';
import type { Analysis, Finding } from '../../../shared/domain/analysis.ts';
import { comparisonOf } from '../../../shared/program/comparison.ts';
import { findingsForAthlete } from '../../../shared/program/findings.ts';
import { noFindingsText } from '../../../shared/text/comparisonText.ts';
import { likelihoodText } from '../../../shared/text/likelihoodText.ts';
import { metricName } from '../../../shared/text/metricTexts.ts';
import { estimateText, SIDE_TEXTS } from '../../../shared/text/numberText.ts';
import { RULE_TEXTS } from '../../../shared/text/ruleTexts.ts';
import { Badge, GradeBadge } from '../../ui/Badge.tsx';
import { Message } from '../../ui/Message.tsx';
import styles from './report.module.css';

/** What stands out, priorities first, each with what it rests on. */
export function FindingsSummary({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation();
  const comparison = comparisonOf(analysis);
  const ordered = findingsForAthlete(analysis.findings);
  const toLookAt = analysis.findings.length - ordered.length;
  return (
    <section className={styles.section} aria-label={t('report.findings')}>
      <h2>{t('report.findings')}</h2>
      {ordered.length === 0 && (
        <Message tone={comparison === 'compared' && toLookAt === 0 ? 'good' : 'info'}>
          {noFindingsText(analysis)}
        </Message>
      )}
      <ul className={styles.findings}>
        {ordered.map((finding) => (
          <FindingCard key={`${finding.rule}:${finding.side}`} finding={finding} />
        ))}
      </ul>
      {toLookAt > 0 && <p className={styles.soft}>{t('report.toLookAt', { count: toLookAt })}</p>}
    </section>
  );
}

function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { rule, side, priority, likelihood, evidence, drills } = finding;
  const text = RULE_TEXTS[rule];
  return (
    <li className={styles.finding}>
      <div className={styles.badges}>
        {priority !== null && <Badge tone="accent">{t('report.priority', { number: priority })}</Badge>}
        <Badge tone={likelihood === 'likely' ? 'info' : 'neutral'}>{likelihoodText(finding)}</Badge>
        {drills.length > 0 && <Badge>{t('report.drills', { count: drills.length })}</Badge>}
      </div>
      <h3>{side === null ? text?.title : `${text?.title} – ${SIDE_TEXTS[side].toLocaleLowerCase()}`}</h3>
      <p>{text?.athlete}</p>
      <dl className={styles.evidence}>
        {evidence.map((one) => (
          <div key={`${one.metric} ${one.side}`}>
            <dt>
              {metricName(one.metric)}
              {one.side !== null && `, ${SIDE_TEXTS[one.side].toLocaleLowerCase()}`}
            </dt>
            <dd>
              {estimateText(one)} <GradeBadge grade={one.grade} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
