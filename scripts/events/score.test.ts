import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../models/manifest.ts';
import { EVENT_MODEL } from '../../shared/gait/eventWeights.ts';
import { heelOrNot } from '../../shared/gait/landing.ts';
import { eighteenFolder } from '../../shared/gait/rbds.testkit.ts';
import { mean } from '../../shared/math/statistics.ts';
import { modelWithout, scoreTrial } from './score.ts';
import { scoreSeen } from './scoreSeen.ts';
import { seenTrials } from './trials.ts';

const isThere = existsSync(eighteenFolder) || process.env['MIDSTANCE_REQUIRE_ALL'] !== undefined;
it('the manifest names the weights that are there', () => {
  const { sha256, source: _source, attribution, ...numbers } = EVENT_MODEL;
  const { kinds, ruleErrors, fewestFps } = numbers;
  const again = JSON.stringify({ kinds, ruleErrors, fewestFps });
  expect(createHash('sha256').update(again).digest('hex')).toBe(sha256);
  expect(manifest.events.sha256).toBe(sha256);
  expect(attribution).toContain(manifest.events.source);
});

const rmsMs = (seconds: readonly number[]) => 1000 * Math.sqrt(mean(seconds.map((one) => one * one)) ?? 0);

describe.skipIf(!isThere)('runners that the weights never saw (needs truth/fukuchi2017)', () => {
  it('weights are of one runner fewer', () => {
    expect(modelWithout('RBDS018').source).toContain('16 runners');
  });

  // A slice of the table: a forefoot striker, a heel striker and the runner of the plate clips, each by weights without it.
  it.each([
    ['RBDS001_2.5ms', 120],
    ['RBDS018_4.5ms', 120],
    ['RBDS003_3.5ms', 60],
  ])('%s at %i frames/s', (trial, fps) => {
    const { errors, missed, false: invented, values, landings } = scoreTrial(trial, fps);
    expect(missed + invented).toBe(0);
    expect(rmsMs(errors.initialContact)).toBeLessThan(7);
    expect(rmsMs(errors.toeOff)).toBeLessThan(8);
    expect(rmsMs(errors.contactTime)).toBeLessThan(10);
    expect(Math.abs(1000 * (mean(errors.initialContact) ?? 0))).toBeLessThan(8);
    // Contact, flight, step and duty factor of both legs, and the cadence.
    expect(values).toHaveLength(9);
    expect(values.filter(({ error, total }) => Math.abs(error) > total).length).toBeLessThanOrEqual(1);
    for (const { answer, trueAngle } of landings)
      if (Math.abs(trueAngle - 8) >= 3 && answer !== undefined && answer !== 'uncertain')
        expect(heelOrNot(answer)).toBe(trueAngle > 8 ? 'heel' : 'not_heel');
  });

  // The same through the network: a drawn clip of each speed that is read, near and far leg together.
  it.each([
    ['plate-RBDS014-2.5-right-side-120', 120, 0],
    ['plate-RBDS012-4.5-right-side-120', 120, 4],
    ['plate-RBDS009-2.5-right-side-120', 60, 2],
  ])('%s at %i frames/s', (name, fps, kindsOfAngles) => {
    const trial = seenTrials().find((one) => one.name === name);
    if (!trial) throw new Error(`invalid trial: ${name}`);
    const { refused, missed, false: invented, errors, angles, findings } = scoreSeen(trial, fps);
    expect(refused).toBeUndefined();
    expect(missed + invented).toBe(0);
    const both = (kind: 'initialContact' | 'toeOff') => [...errors.near[kind], ...errors.far[kind]];
    expect(both('initialContact').length).toBeGreaterThan(8);
    expect(rmsMs(both('initialContact'))).toBeLessThan(11);
    expect(rmsMs(both('toeOff'))).toBeLessThan(15);
    // In five seconds a slow runner takes too few steps for most of them.
    expect(new Set(angles.map(({ id }) => id)).size).toBeGreaterThanOrEqual(kindsOfAngles);
    for (const { id, error, total } of angles) expect(Math.abs(error), id).toBeLessThan(total);
    expect(findings.filter(({ said, isTrue }) => said === 'carried' && !isTrue)).toEqual([]);
  });
});
