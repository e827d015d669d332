import { ButtonLink } from '../../ui/Button.tsx';
import styles from './panel.module.css';
import { texts } from './texts.ts';

/** Instead of findings while there is nothing measured of this clip. */
export function NotAnalysed({ sessionId, isOther }: { sessionId: string; isOther: boolean }) {
  return (
    <section className={styles.confirm}>
      <h2>{texts.noAnalysis}</h2>
      <p className={styles.soft}>
        {isOther && `${texts.clipNotAnalysed} `}
        {texts.noAnalysisText}
      </p>
      <ButtonLink variant="primary" icon="gauge" href={`#/sessions/${sessionId}`}>
        {texts.toAnalysis}
      </ButtonLink>
    </section>
  );
}
