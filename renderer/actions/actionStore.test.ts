import { describe, expect, it } from 'vitest';
import { type Action, actionFor, actionStore, possibleActions, registerActions } from './actionStore.ts';
import type { ActionId } from './catalogue.ts';

const action = (id: ActionId, shortcut: string, when?: () => boolean): Action => ({
  ...{ id, label: id, shortcut, run: () => undefined },
  ...(when && { when }),
});

describe('actions', () => {
  it('are found by their keys, the newest possible one first', () => {
    const leave = registerActions([action('library.add', 'n'), action('app.library', 'g l')]);
    const leaveNew = registerActions([
      action('athlete.newSession', 'n'),
      action('app.guide', 'n', () => false),
    ]);
    const found = (keys: string) => actionFor(actionStore.getState().actions, keys)?.id;
    expect([found('n'), found('g l'), found('g')]).toEqual(['athlete.newSession', 'app.library', undefined]);
    expect(possibleActions(actionStore.getState().actions).map(({ id }) => id)).not.toContain('app.guide');
    leaveNew();
    expect(found('n')).toBe('library.add');
    leave();
    expect(actionStore.getState().actions).toEqual([]);
  });
});
