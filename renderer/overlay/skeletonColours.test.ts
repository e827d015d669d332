import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Analysis, Finding } from '../../shared/domain/analysis.ts';
import { SKELETON_COLOURS } from '../../shared/picture/skeletonStyle.ts';
import { findingsSection } from '../../shared/report/html/findingsSection.ts';
import { boneStyle } from './overlayStyle.ts';

it('the near leg has one colour in the window, in graphs on dark ground and on paper; so has the far one', () => {
  const finding: Finding = {
    rule: 'overstriding',
    side: 'L',
    likelihood: 'likely',
    p: 0.9,
    priority: 1,
    confirmed_by_coach: true,
    evidence: [],
    frames: [],
    drills: [],
  };
  const line = { x1: 0, y1: 0, x2: 1, y2: 1 };
  const picture = { rule: finding.rule, clip: 'c', frame: 1, time_s: 0, dataUrl: '', width: 9, height: 9 };
  const lines = [
    { ...line, near: true, isSure: true },
    { ...line, near: false, isSure: true },
  ];
  const page = findingsSection({ findings: [finding] } as unknown as Analysis, [
    { ...picture, lines },
  ]).markup;
  const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');
  for (const leg of ['near', 'far'] as const) {
    const colour = SKELETON_COLOURS[leg];
    expect(boneStyle(leg, true).colour).toBe(colour);
    expect(page).toContain(`stroke="${colour}"`);
    expect(tokens).toContain(`--chart-${leg}: ${colour};`);
  }
});
