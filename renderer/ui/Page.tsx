import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Page.module.css';

export interface PageProps {
  readonly title: string;
  /** Where one comes from. */
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  /** One quiet line under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Space around what is shown instead of a page. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
  <div className={styles.page}>{children}</div>
);

/** Frame of a page: way back, title, what can be done, content. */
export function Page({ title, back, lead, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      <title>{`${title} – Midstance`}</title>
      <header className={styles.header}>
        <div className={styles.heading}>
          {back !== undefined && (
            <a className={styles.back} href={back.href}>
              <Icon name="back" size={16} />
              <span dir="auto">{back.label}</span>
            </a>
          )}
          <h1 dir="auto" title={title}>
            {title}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
