import type { TFunction } from 'i18next';
import type { Action } from './actionStore.ts';
import { SCOPES, scopeOf } from './catalogue.ts';
import { scopeName } from './scopeName.ts';

export interface ActionGroup {
  readonly title: string;
  readonly actions: readonly Action[];
}

/** Everything that is offered, each once, by the part of the window that it belongs to; the page's own parts first. */
export function actionGroups(actions: readonly Action[], t: TFunction): ActionGroup[] {
  const each = [...new Map(actions.map((action) => [action.id, action])).values()];
  return [...SCOPES]
    .reverse()
    .map((scope) => ({
      title: scopeName(scope, t),
      actions: each.filter(({ id }) => scopeOf(id) === scope),
    }))
    .filter((group) => group.actions.length > 0);
}
