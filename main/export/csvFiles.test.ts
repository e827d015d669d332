import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Analysis, EventEdit } from '../../shared/domain/analysis.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { exactClip } from '../../shared/gait/invariance.testkit.ts';
import { readingText } from '../../shared/text/numberText.ts';
import { eventsCsv, metricsCsv, stridesCsv } from './csvFiles.ts';

const session = {
  ...{ athlete_height_m: 1.76, speed_mps: 3, incline_percent: 0, shoe: null },
  surface: 'treadmill' as const,
};
const found = analyzeSession({ session, clips: [exactClip('sample')], edits: [] });
const contact = found.events.find(({ type }) => type === 'initial_contact');
const lift = found.events.find(({ type }) => type === 'toe_off');
if (!contact || !lift) throw new Error('invalid sample: no events');

const edit = (of: typeof contact, op: EventEdit['op'], time_s: number | null): EventEdit => ({
  ...{ clip: of.clip, side: of.side, type: of.type, op, event: of.id, auto_time_s: of.time_s, time_s },
  reason: op === 'reject' ? '=foot hidden, "rail"' : null,
});
const analysis: Analysis = {
  ...{ schemaVersion: 1, session, clips: found.clips, events: found.events, detached_edits: [] },
  ...{ edits: [edit(contact, 'move', contact.time_s + 0.01), edit(lift, 'reject', null)] },
  ...{ metrics: found.metrics, strides: found.strides, findings: [], plan: null },
  provenance: { app_version: '0', model: 'full', model_sha256: '', backend: 'b', settings: {} },
};
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe('tables for spreadsheets', () => {
  it('hold every metric with the numbers of analysis.json and the reading of the report', () => {
    const rows = read(metricsCsv(analysis));
    expect(rows).toHaveLength(analysis.metrics.length);
    analysis.metrics.forEach((metric, i) => {
      const row = rows[i];
      expect(row?.['metric']).toBe(metric.id);
      expect(row?.['value']).toBe(metric.value === null ? '' : String(metric.value));
      expect(row?.['reading']).toBe(readingText(metric));
      expect(row?.['n']).toBe(String(metric.n));
    });
    expect(rows.some(({ value }) => value?.startsWith('-'))).toBe(true);
  });

  it('tell what was found and what the coach made of it', () => {
    const rows = read(eventsCsv(analysis));
    expect(rows).toHaveLength(analysis.events.length);
    const moved = rows.find(({ coach }) => coach === 'move');
    expect(Number(moved?.['time_s']) - Number(moved?.['found_s'])).toBeCloseTo(0.01, 9);
    expect(rows.find(({ coach }) => coach === 'reject')).toMatchObject({
      time_s: '',
      file_time_s: '',
      // No cell runs as a formula.
      reason: '\'=foot hidden, "rail"',
    });
    expect(rows.filter(({ coach }) => coach === '').every((row) => row['time_s'] === row['found_s'])).toBe(
      true,
    );
  });

  it('have a line for every stride with its values', () => {
    const rows = read(stridesCsv(analysis));
    expect(rows).toHaveLength(analysis.strides.length);
    analysis.strides.forEach(({ values, accepted }, i) => {
      expect(rows[i]?.['counts']).toBe(accepted ? 'yes' : 'no');
      for (const [id, value] of Object.entries(values)) expect(Number(rows[i]?.[id])).toBe(value);
    });
  });
});
