import { expect, it } from 'vitest';
import { ownCadence } from './cadence.ts';

it('nobody is asked to run to a rhythm that was measured badly', () => {
  const cadence = (grade: 'high' | 'medium' | 'low' | 'not_reported') =>
    ownCadence([{ id: 'cadence', grade, value: grade === 'not_reported' ? null : 168.9 }]);
  expect([cadence('high'), cadence('medium')]).toEqual([168.9, 168.9]);
  expect([cadence('low'), cadence('not_reported'), ownCadence([])]).toEqual([null, null, null]);
});
