import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MenuModel } from '../../shared/contract/desktopBridge.ts';
import { spokenLanguage } from '../../shared/domain/language.ts';
import { actionGroups } from '../actions/actionGroups.ts';
import { actionStore, possibleActions } from '../actions/actionStore.ts';
import { keyText } from '../actions/keyNames.ts';
import { useHost } from '../host/HostProvider.tsx';
import { queries } from '../host/queries.ts';
import { dateText } from '../ui/dates.ts';
import { showToast } from '../ui/Toast.tsx';

/** While a page is drawn its actions come and go; the menu follows when they rest. */
const REST_MS = 200;
const RECENT = { limit: 8 } as const;
const SESSION = 'session:';

/** The native menu of the desktop app shows what the in-app menu shows, and the sessions of late. */
export function useNativeMenu(): void {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { client, desktop } = useHost();
  const actions = useStore(actionStore, (state) => state.actions);
  const { data } = useQuery({ ...queries.found(client, RECENT), enabled: desktop !== undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts of `t` change with the language
  useEffect(() => {
    if (desktop === undefined) return;
    const timer = setTimeout(() => {
      const model: MenuModel = {
        language: spokenLanguage(),
        recent: (data?.sessions ?? []).map(({ id, athleteName, date }) => ({
          id: SESSION + id,
          label: `${athleteName} · ${dateText(date)}`,
        })),
        groups: actionGroups(actions, t).map((group) => ({
          title: group.title,
          entries: group.actions.map(({ id, label, shortcut }) => ({
            id,
            label: `${label} (${keyText(shortcut)})`,
          })),
        })),
      };
      // A menu that could not be drawn costs nothing: everything is in the window as well.
      desktop.setMenu(model).catch(() => undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [desktop, actions, data, t, i18n.language]);
  useEffect(
    () =>
      desktop?.onMenu((id) => {
        if (id.startsWith(SESSION)) {
          void navigate({ to: '/sessions/$sessionId', params: { sessionId: id.slice(SESSION.length) } });
          return;
        }
        const action = possibleActions(actionStore.getState().actions).find((one) => one.id === id);
        if (action === undefined || document.querySelector('[data-modal]') !== null)
          showToast(t('actions.notNow'), 'danger');
        else action.run();
      }),
    [desktop, navigate, t],
  );
}
