import { useEffect, useRef } from 'react';
import { type Action, registerActions } from './actionStore.ts';

/** Offers actions while the component is shown. Ids, labels and keys stay; what they do is always the newest. */
export function useActions(actions: readonly Action[]): void {
  const newest = useRef(actions);
  newest.current = actions;
  const names = actions.map(({ id, label, shortcut }) => `${id}|${label}|${shortcut}`).join('\n');
  useEffect(() => {
    const offered = names.split('\n').map((name): Action => {
      const [id = '', label = '', shortcut = ''] = name.split('|');
      const current = () => newest.current.find((action) => action.id === id);
      return {
        ...{ id, label, shortcut },
        when: () => current()?.when?.() ?? true,
        run: () => current()?.run(),
      };
    });
    return registerActions(offered);
  }, [names]);
}
