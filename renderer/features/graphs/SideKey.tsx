import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/domain/analysis.ts';
import { toneOf } from './graphData.ts';
import styles from './graphs.module.css';
import { sideName } from './graphTexts.ts';

/** A piece of a leg's line with its name. */
export function SideKey({ side, nearSide }: { side: Side | null; nearSide: Side | null }) {
  const { t } = useTranslation();
  return (
    <span className={styles.sideKey}>
      <svg width="22" height="10" aria-hidden="true">
        <line x1="1" x2="21" y1="5" y2="5" data-tone={toneOf(side, nearSide)} />
      </svg>
      {side === null ? t('graphs.whole') : sideName(t, side, nearSide)}
    </span>
  );
}
