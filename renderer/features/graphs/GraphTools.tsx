import { useTranslation } from 'react-i18next';
import type { CurveView } from '../../../shared/contract/compareApi.ts';
import type { Side } from '../../../shared/domain/analysis.ts';
import { LineKey } from '../../charts/LineKey.tsx';
import { toneOf } from './graphData.ts';
import styles from './graphs.module.css';
import { curveName, sideName } from './graphTexts.ts';
import { WINDOWS, type WindowChoice } from './timeWindow.ts';

export type GraphKind = 'time' | 'cycle';

export interface GraphToolsProps {
  readonly all: readonly CurveView[];
  readonly shown: readonly string[];
  readonly onShown: (ids: readonly string[]) => void;
  readonly kind: GraphKind;
  readonly onKind: (kind: GraphKind) => void;
  readonly window: WindowChoice;
  readonly onWindow: (window: WindowChoice) => void;
  readonly foot: Side;
  readonly onFoot: (foot: Side) => void;
  readonly nearSide: Side | null;
}

const KINDS = ['time', 'cycle'] as const;
const SIDES = ['L', 'R'] as const;

/** What is drawn, over what, and how much of it. */
export function GraphTools(props: GraphToolsProps) {
  const { t } = useTranslation();
  const { all, shown, onShown, kind, onKind, window, onWindow, foot, onFoot, nearSide } = props;
  return (
    <div className={styles.tools}>
      <div className={styles.toolRow}>
        <fieldset className={styles.switch} aria-label={t('graphs.kind')}>
          {KINDS.map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => onKind(one)}>
              {t(one === 'time' ? 'graphs.overTime' : 'graphs.overCycle')}
            </button>
          ))}
        </fieldset>
        {kind === 'time' ? (
          <label className={styles.choice}>
            {t('graphs.window')}
            <select
              value={window}
              onChange={(event) => {
                const chosen = windowChoices.find((one) => one === event.target.value);
                if (chosen !== undefined) onWindow(chosen);
              }}
            >
              {windowChoices.map((one) => (
                <option key={one} value={one}>
                  {t(`graphs.windows.${one}`)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <label className={styles.choice}>
            {t('graphs.followFoot')}
            <select value={foot} onChange={(event) => onFoot(event.target.value === 'L' ? 'L' : 'R')}>
              {SIDES.map((side) => (
                <option key={side} value={side}>
                  {sideName(t, side, nearSide)}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className={styles.keys}>
          {SIDES.map((side) => (
            <LineKey key={side} tone={toneOf(side, nearSide)} name={sideName(t, side, nearSide)} />
          ))}
        </span>
      </div>
      <fieldset className={styles.measures} aria-label={t('graphs.measures')}>
        {all.map(({ id }) => (
          <button
            key={id}
            type="button"
            aria-pressed={shown.includes(id)}
            onClick={() => onShown(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id])}
          >
            {curveName(t, id)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

const windowChoices: readonly WindowChoice[] = Object.keys(WINDOWS).filter(
  (key): key is WindowChoice => key in WINDOWS,
);
