import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { actionGroups } from '../actions/actionGroups.ts';
import { actionStore, possibleActions } from '../actions/actionStore.ts';
import { keyText } from '../actions/keyNames.ts';
import { useActions } from '../actions/useActions.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';

/** Everything that this page can do, its own actions first; greyed while it is not possible. */
export function ActionMenu({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const actions = useStore(actionStore, (state) => state.actions);
  useActions([{ id: 'app.menu', run: () => setOpen(true) }]);
  const possible = isOpen ? possibleActions(actions) : [];
  const groups = actionGroups([...actions, ...possible], t).map(({ title, actions: ofGroup }) => ({
    title,
    entries: ofGroup.map((action) => ({
      ...{ id: action.id, label: action.label, keys: keyText(action.shortcut) },
      disabled: !possible.includes(action),
      // Once the menu is gone and the keyboard is back where it was.
      onChoose: () => void setTimeout(action.run, 0),
    })),
  }));
  return (
    <Menu
      open={isOpen}
      onOpen={setOpen}
      groups={groups}
      trigger={
        <button type="button" className={className}>
          <Icon name="queue" />
          {t('actions.menu')}
        </button>
      }
    />
  );
}
