import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import styles from './Dialog.module.css';
import { Icon } from './Icon.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the lower edge. */
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  /** Label of the cross; without it the dialog ends only by its buttons. */
  readonly closeLabel?: string;
}

export function Dialog({ open, onClose, title, children, footer, wide = false, closeLabel }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  /** Opened by a key from nowhere in particular: then the keyboard goes back to nowhere, not to the first button. */
  const cameFromPage = useRef(document.activeElement === document.body);
  if (!open) cameFromPage.current = document.activeElement === document.body;
  return (
    <Base.Root
      open={open}
      disablePointerDismissal
      onOpenChange={(isOpen) => {
        if (!isOpen && closeLabel !== undefined) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          data-modal=""
          finalFocus={() => !cameFromPage.current}
          className={`${styles.popup} ${wide ? styles.wide : ''}`}
          // A form is typed into at once; without a field the dialog's own choice stands.
          initialFocus={() => body.current?.querySelector<HTMLElement>('input, select, textarea') ?? true}
        >
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {closeLabel !== undefined && (
              <Base.Close className={styles.cross} aria-label={closeLabel}>
                <Icon name="close" />
              </Base.Close>
            )}
          </header>
          <div ref={body} className={styles.body}>
            {children}
          </div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
