import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { actionStore } from '../actions/actionStore.ts';
import { keyCaps } from '../actions/keyNames.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Shell.module.css';

/** Lists what the keyboard can do on this page. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const actions = useStore(actionStore, (state) => state.actions);
  const possible = actions.filter(({ when }) => when === undefined || when());
  return (
    <Dialog wide open={open} onClose={onClose} title={t('shortcuts.title')} closeLabel={t('app.close')}>
      <dl className={styles.keys}>
        {possible.map(({ id, label, shortcut }) => (
          <Fragment key={id}>
            <dt>{label}</dt>
            <dd>
              {keyCaps(shortcut)
                .flat()
                .map((cap) => (
                  <kbd key={cap}>{cap}</kbd>
                ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
