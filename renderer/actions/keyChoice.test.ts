import { describe, expect, it } from 'vitest';
import { ACTION_IDS, type ActionId, factsOf, goesOver, SCREENS, scopeOf } from './catalogue.ts';
import { clashOf, keyOf, withKey } from './keyChoice.ts';

/** Actions that answer on a screen: a tool's key takes the desk's away. */
const liveOn = (scopes: (typeof SCREENS)[string]): ActionId[] => {
  const here = ACTION_IDS.filter((id) => scopes.includes(scopeOf(id)));
  return here.filter((id) => !here.some((tool) => goesOver(tool, id) && keyOf(tool) === keyOf(id)));
};

describe('keys', () => {
  it.each(Object.entries(SCREENS))('are each bound once on the screen %s', (_, scopes) => {
    const byKey = Map.groupBy(liveOn(scopes), (id) => factsOf(id).key);
    expect([...byKey].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  it.each(Object.entries(SCREENS))('of two strokes are not cut short on the screen %s', (_, scopes) => {
    const keys = liveOn(scopes).map((id) => factsOf(id).key);
    expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([]);
  });

  it('have a screen for every action, and no clash as shipped', () => {
    const shown = Object.values(SCREENS).flat();
    expect(ACTION_IDS.filter((id) => !shown.includes(scopeOf(id)))).toEqual([]);
    expect(ACTION_IDS.filter((id) => clashOf(id, {}) !== undefined)).toEqual([]);
  });

  it('are changed, refused where they are taken, and go back to the shipped one', () => {
    const chosen = withKey({}, 'review.skeleton', 'y');
    expect(chosen).toEqual({ refusal: { kind: 'taken', by: 'review.align' } });
    expect(withKey({}, 'review.skeleton', 'z')).toEqual({ keys: { 'review.skeleton': 'z' } });
    expect(withKey({}, 'review.skeleton', 'n')).toEqual({
      refusal: { kind: 'taken', by: 'review.goToFrameNumber' },
    });
    expect(withKey({}, 'review.skeleton', 'g')).toMatchObject({ refusal: { kind: 'taken' } });
    expect(withKey({}, 'review.skeleton', 'Ctrl+w')).toEqual({ refusal: { kind: 'reserved' } });
    expect(withKey({ 'review.skeleton': 'z' }, 'review.skeleton', undefined)).toEqual({ keys: {} });
    const moved = { 'review.skeleton': 'z', 'review.trail': 's' };
    expect(withKey(moved, 'review.skeleton', undefined)).toEqual({
      refusal: { kind: 'taken', by: 'review.trail' },
    });
  });

  it('may be the same where two screens are never seen together', () => {
    expect(withKey({}, 'graphs.overTime', 'o')).toEqual({ keys: { 'graphs.overTime': 'o' } });
  });
});
