import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';
import type { ButtonVariant } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  /** Name for screen readers, also shown as a tooltip. */
  readonly label: string;
  readonly variant?: ButtonVariant;
}

export function IconButton({ icon, label, variant = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={classNames(styles.button, styles[variant], styles.icon, className)}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}
