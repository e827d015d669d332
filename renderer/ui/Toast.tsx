import { Toast as Base } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Toast.module.css';

const manager = Base.createToastManager();

/** A short remark that goes by itself; what must be acted on belongs in the page instead. */
export function showToast(text: string, tone: 'good' | 'danger' = 'good'): void {
  // The same remark again stays one remark, seen for longer.
  manager.add({
    id: `${tone} ${text}`,
    description: text,
    type: tone,
    timeout: tone === 'danger' ? 9000 : 4000,
  });
}

export interface ToastProviderProps {
  readonly children: ReactNode;
  /** Name of a remark for screen readers. */
  readonly label: string;
  readonly closeLabel: string;
}

export function ToastProvider({ children, label, closeLabel }: ToastProviderProps) {
  return (
    <Base.Provider toastManager={manager}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles.viewport} aria-label={label}>
          <Toasts label={label} closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts({ label, closeLabel }: Omit<ToastProviderProps, 'children'>) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      aria-label={label}
      className={styles.toast}
      data-tone={toast.type}
    >
      <Base.Content className={styles.content}>
        <Icon name={toast.type === 'danger' ? 'warning' : 'check'} />
        <Base.Description className={styles.text} />
        <Base.Close className={styles.close} aria-label={closeLabel}>
          <Icon name="close" size={16} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
