import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { actionStore, possibleActions } from '../actions/actionStore.ts';
import { SCOPES, scopeOf } from '../actions/catalogue.ts';
import { keyCaps } from '../actions/keyNames.ts';
import { scopeName } from '../actions/scopeName.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Shell.module.css';

/** Lists what the keyboard can do on this page. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const actions = useStore(actionStore, (state) => state.actions);
  const possible = possibleActions(actions);
  const groups = [...SCOPES]
    .reverse()
    .map((scope) => ({ scope, members: possible.filter(({ id }) => scopeOf(id) === scope) }))
    .filter(({ members }) => members.length > 0);
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeLabel={t('app.close')}
      footer={
        <ButtonLink href="#/settings" onClick={onClose}>
          {t('actions.keys.open')}
        </ButtonLink>
      }
    >
      {groups.map(({ scope, members }) => (
        <section key={scope} className={styles.keyGroup}>
          <h3>{scopeName(scope, t)}</h3>
          <dl className={styles.keys}>
            {members.map(({ id, label, shortcut }) => (
              <Fragment key={id}>
                <dt>{label}</dt>
                <dd>
                  {keyCaps(shortcut)
                    .flat()
                    .map((cap, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice.
                      <kbd key={i}>{cap}</kbd>
                    ))}
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
