import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Athlete } from '../../../shared/contract/librarySchemas.ts';
import { useUnits } from '../../host/useUnits.ts';
import { heightText } from '../../ui/measures.ts';
import styles from './library.module.css';

/** First characters of the first and last word; whole characters, also of emoji. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const segmenter = new Intl.Segmenter();
  return chosen
    .map((word) => [...segmenter.segment(word ?? '')][0]?.segment ?? '')
    .join('')
    .toLocaleUpperCase();
}

export function AthleteCard({ athlete }: { athlete: Athlete }) {
  const { t } = useTranslation();
  const units = useUnits();
  const facts = [
    athlete.heightM === null ? undefined : heightText(units, athlete.heightM),
    athlete.birthYear === null ? undefined : t('athlete.born', { year: athlete.birthYear }),
  ].filter((fact) => fact !== undefined);
  return (
    <Link to="/athletes/$athleteId" params={{ athleteId: athlete.id }} className={styles.athlete ?? ''}>
      <span className={styles.initials} aria-hidden="true">
        {initialsOf(athlete.name)}
      </span>
      <span className={styles.athleteText}>
        <span className={styles.athleteName} dir="auto" title={athlete.name}>
          {athlete.name}
        </span>
        <span className={styles.quiet}>
          {[t('library.sessions', { count: athlete.sessionCount }), ...facts, ...athlete.groups].join(' · ')}
        </span>
      </span>
    </Link>
  );
}
