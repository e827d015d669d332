import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Message.module.css';

export type MessageTone = 'info' | 'warn' | 'danger' | 'good';
const ICONS: Readonly<Record<MessageTone, IconName>> = {
  info: 'info',
  warn: 'warning',
  danger: 'warning',
  good: 'check',
};

export interface MessageProps {
  readonly tone?: MessageTone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A remark inside a page: a sentence, the next step, and what can be done. */
export function Message({ tone = 'info', children, actions }: MessageProps) {
  return (
    <div className={classNames(styles.message, styles[tone])} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon name={ICONS[tone]} />
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
