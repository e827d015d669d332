import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import styles from './Menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** What stands on its key. */
  readonly keys: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly open: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly groups: readonly { readonly title: string; readonly entries: readonly MenuEntry[] }[];
}

/** A menu beside its button: arrow keys or the first letters go to an entry. */
export function Menu({ trigger, open, onOpen, groups }: MenuProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side="right" align="end" sideOffset={8} className={styles.place}>
          <Base.Popup className={styles.popup} data-modal="">
            {groups.map(({ title, entries }) => (
              <Base.Group key={title} className={styles.group}>
                <Base.GroupLabel className={styles.title}>{title}</Base.GroupLabel>
                {entries.map(({ id, label, keys, disabled, onChoose }) => (
                  <Base.Item
                    key={id}
                    className={styles.item}
                    disabled={disabled}
                    label={label}
                    onClick={onChoose}
                  >
                    <span>{label}</span>
                    <kbd>{keys}</kbd>
                  </Base.Item>
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
