import { describe, expect, it } from 'vitest';
import { type Action, actionFor, actionStore, registerActions } from './actionStore.ts';

const action = (id: string, shortcut: string, when?: () => boolean): Action => ({
  ...{ id, label: id, shortcut, run: () => undefined },
  ...(when && { when }),
});

describe('actions', () => {
  it('are found by their keys, the newest possible one first', () => {
    const leave = registerActions([action('old', 'n'), action('go', 'g l')]);
    const leaveNew = registerActions([action('new', 'n'), action('never', 'n', () => false)]);
    const found = (keys: string) => actionFor(actionStore.getState().actions, keys)?.id;
    expect([found('n'), found('g l'), found('g')]).toEqual(['new', 'go', undefined]);
    leaveNew();
    expect(found('n')).toBe('old');
    leave();
    expect(actionStore.getState().actions).toEqual([]);
  });
});
