import type { ReactNode } from 'react';
import type { ActionId } from '../../actions/catalogue.ts';
import { useKeyText } from '../../actions/useKeyText.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { ToolIcon, type ToolIconName } from './ToolIcon.tsx';
import styles from './tools.module.css';

export interface ToolButtonProps {
  readonly label: string;
  /** The action that does the same by its key, which is shown. */
  readonly action?: ActionId | undefined;
  readonly onClick: () => void;
  readonly icon?: ToolIconName;
  /** Another sign than the ones of playback. */
  readonly sign?: ReactNode;
  readonly children?: ReactNode;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly primary?: boolean;
}

/** A tool in a bar: a sign, or a word with its key. */
export function ToolButton(props: ToolButtonProps) {
  const { label, action, onClick, icon, sign, children, pressed, disabled = false, primary = false } = props;
  const keyText = useKeyText();
  const keys = action && keyText(action);
  return (
    <Tooltip text={keys === undefined ? label : `${label} (${keys})`}>
      <button
        type="button"
        className={styles.tool}
        data-primary={primary || undefined}
        aria-label={children === undefined ? label : undefined}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {icon !== undefined && <ToolIcon name={icon} />}
        {sign}
        {children}
        {children !== undefined && keys !== undefined && <kbd className={styles.key}>{keys}</kbd>}
      </button>
    </Tooltip>
  );
}
