import { useStore } from 'zustand';
import type { Analysis, Finding, FindingEvidence } from '../../../shared/domain/analysis.ts';
import { metricSpec } from '../../../shared/gait/registry.ts';
import { metricName } from '../../../shared/text/metricTexts.ts';
import { decimalsFor, SIDE_TEXTS, unitText } from '../../../shared/text/numberText.ts';
import { ruleText } from '../../../shared/text/ruleTexts.ts';
import type { Player } from '../../player/player.ts';
import { Badge, GradeBadge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './panel.module.css';
import { texts } from './texts.ts';

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
  const ordered = [...analysis.findings].sort((a, b) => (a.priority ?? 9) - (b.priority ?? 9));
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <h2 id="findings">{texts.findings}</h2>
      {ordered.length === 0 && (
        <p className={styles.soft}>
          {analysis.session.speed_mps === null ? texts.noSpeed : texts.noFindings}
        </p>
      )}
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
        {priority !== null && <Badge tone="accent">{texts.priority(priority)}</Badge>}
        <Badge tone={likelihood === 'likely' ? 'warn' : 'info'}>{texts.likelihood[likelihood]}</Badge>
        {finding.confirmed_by_coach && <Badge tone="good">{texts.confirmed}</Badge>}
      </div>
      <p>{text.athlete}</p>
      <details className={styles.why}>
        <summary>{texts.why}</summary>
        <ul>
          {evidence.map((one) => (
            <Evidence key={`${one.metric}:${one.side}`} evidence={one} />
          ))}
        </ul>
      </details>
      {frames.length > 0 && (
        <div className={styles.frames}>
          <span>{texts.seenOn}</span>
          {frames.slice(0, SHOWN_FRAMES).map(({ clip, frame }) => (
            <button key={`${clip} ${frame}`} type="button" onClick={() => onGo(clip, frame)}>
              {texts.goToFrame(frame)}
            </button>
          ))}
        </div>
      )}
      {finding.confirmed_by_coach ? (
        <Button variant="quiet" onClick={() => onConfirm(finding, false)}>
          {texts.withdraw}
        </Button>
      ) : (
        likelihood === 'possible' && (
          <div className={styles.confirm}>
            {drills.length === 0 && <p className={styles.soft}>{texts.waits}</p>}
            {isHere || first === undefined ? (
              <Button variant="primary" icon="check" onClick={() => onConfirm(finding, true)}>
                {texts.confirmHere}
              </Button>
            ) : (
              <Button onClick={() => onGo(first.clip, first.frame)}>{texts.goAndConfirm}</Button>
            )}
          </div>
        )
      )}
    </article>
  );
}

function Evidence({ evidence }: { evidence: FindingEvidence }) {
  const { metric, side, value, total, norm_mean: mean, norm_sd: sd, grade, n, p } = evidence;
  const digits = decimalsFor(metric, total);
  const text = (number: number) => number.toFixed(digits);
  const unit = unitText(metricSpec(metric).unit);
  return (
    <li>
      <strong>
        {metricName(metric)}
        {side !== null && `, ${SIDE_TEXTS[side].toLowerCase()}`}
      </strong>
      <span>
        {text(value)} ± {text(total)}
        {unit === '°' ? unit : ` ${unit}`};{' '}
        {sd === 0 ? texts.limit(String(mean)) : texts.typical(text(mean), text(mean - sd), text(mean + sd))}
      </span>
      <span className={styles.sub}>
        <GradeBadge grade={grade} /> {texts.steps(n)} · {texts.surely(p)}
      </span>
    </li>
  );
}
