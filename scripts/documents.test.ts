import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { errorsAt, ruleErrorsAt } from '../shared/gait/eventModel.ts';
import { EVENT_MODEL } from '../shared/gait/eventWeights.ts';
import {
  droppedGate,
  type Gate,
  sideYawGate,
  soleGate,
  spreadGate,
  stepCountGate,
  visibilityGate,
} from '../shared/gait/grade.ts';
import type { Known, MetricDefinition } from '../shared/gait/metrics/metric.ts';
import { clips, days, house, studies, tuning } from '../shared/gait/metrics/sources.ts';
import { eventBiasS, eventCutoffHz, positionCutoffHz, rateHalfWidths } from '../shared/gait/rates.ts';
import { METRICS } from '../shared/gait/registry.ts';
import { EXERCISES } from '../shared/program/data/exercises.ts';
import { RULES, type Rule } from '../shared/program/data/rules.ts';
import { TESTS } from '../shared/program/data/tests.ts';
import { GATE_LIMITS } from '../shared/program/gates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');
const DOCUMENTS = {
  'METHOD.md': read('shared/gait/METHOD.md'),
  'PROGRAMME.md': read('shared/program/PROGRAMME.md'),
} as const;
type Document = keyof typeof DOCUMENTS;

/** Rows of every table whose first columns are so headed, cell by cell; several tables of one head count as one. */
function tableOf(document: Document, head: readonly string[]): string[][] {
  const cells = (line: string): string[] =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  const rows: string[][] = [];
  let isInside = false;
  for (const line of DOCUMENTS[document].split('\n')) {
    if (!line.startsWith('|')) isInside = false;
    else if (isInside && !line.startsWith('| ---')) rows.push(cells(line));
    else if (head.every((name, i) => cells(line)[i] === name)) isInside = true;
  }
  return rows;
}

const orDash = (text: string): string => (text === '' ? '–' : text);
const metrics: readonly MetricDefinition[] = METRICS;

describe('citations', () => {
  const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs|cjs|css|html|yml|md)$/.test(file) && !file.endsWith('documents.test.ts'))
    .map((file) => ({ file, text: read(file) }));
  const cited = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(METHOD|PROGRAMME)\.md`?((?:,? (?:and )?\d+(?:\.\d+)?)+)/g)].flatMap(
      ([, name, list = '']) =>
        (list.match(/\d+(\.\d+)?/g) ?? []).map((section) => ({ file, document: `${name}.md`, section })),
    ),
  );
  const headings = (document: Document): string[] =>
    [...DOCUMENTS[document].matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, section = '']) => section);

  it.each(['METHOD.md', 'PROGRAMME.md'] as const)('of %s name sections that it has', (document) => {
    const known = new Set(headings(document));
    expect(known.size).toBe(headings(document).length);
    const own = cited.filter((citation) => citation.document === document);
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter(({ section }) => !known.has(section))).toEqual([]);
  });

  it('inside a document name sections of its own', () => {
    for (const document of ['METHOD.md', 'PROGRAMME.md'] as const) {
      const known = new Set(headings(document));
      const plain = DOCUMENTS[document].replace(/`[^`]*`/g, '');
      const named = [...plain.matchAll(/\((\d\.\d)\)|\bsection (\d+(?:\.\d+)?)/g)].map(
        ([, a, b]) => a ?? b ?? '',
      );
      expect(named.length).toBeGreaterThan(3);
      expect(named.filter((section) => !known.has(section))).toEqual([]);
    }
  });

  it('go to nothing outside of the project', () => {
    const outside = sources.filter(
      ({ file, text }) =>
        /\b(measurement|program)\.md/.test(text) && file !== 'shared/program/data/seedRows.test.ts',
    );
    expect(outside.map(({ file }) => file)).toEqual([]);
  });
});

describe('METHOD.md', () => {
  it('lists every metric as it is defined', () => {
    const listed = tableOf('METHOD.md', ['row', 'id', 'unit', 'formula']).map(
      ([row, id, unit, formula = '', ...rest]) => {
        expect(formula.length, id).toBeGreaterThan(5);
        return [row, id, unit, ...rest];
      },
    );
    expect(listed).toEqual(
      metrics.map((metric) => [
        ...[metric.spec, metric.id, metric.unit, metric.view, metric.event, metric.sided ? 'leg' : 'both'],
        ...[String(metric.minFps), String(metric.recommendedFps)],
        ...[orDash(metric.needs.join(', ')), metric.asymmetry ?? '–'],
      ]),
    );
  });

  it('lists their errors and where they are from', () => {
    const kinds = { studies, tuning, house };
    const kindOf = ({ source }: Known): string =>
      Object.entries(kinds).find(([, of]) => of(0).source === source)?.[0] ?? '?';
    const known = (error: Known | null): string => (error === null ? '–' : `${error.sd} ${kindOf(error)}`);
    const plain = (error: Known | null, of: (sd: number) => Known): string => {
      if (error !== null) expect(error.source).toBe(of(0).source);
      return error === null ? '–' : String(error.sd);
    };
    const instants = ({ made, slopeOf, timing }: MetricDefinition): string =>
      made === 'of_metrics' ? 'made' : slopeOf !== null || timing !== 'slope' ? timing : 'none';
    expect(tableOf('METHOD.md', ['id', 'systematic'])).toEqual(
      metrics.map((metric) => [
        ...[metric.id, known(metric.systematic), known(metric.fromTrack)],
        ...[plain(metric.setUp, clips), plain(metric.betweenDays, days), instants(metric)],
      ]),
    );
  });

  it('lists the norms', () => {
    expect(tableOf('METHOD.md', ['id', '2.5 m/s'])).toEqual(
      metrics.flatMap(({ id, norm }) =>
        norm === null ? [] : [[id, ...norm.map(([mean, sd]) => `${mean} ± ${sd}`)]],
      ),
    );
  });

  it('lists what the capture rate decides', () => {
    const rates = [30, 60, 120, 240];
    expect(tableOf('METHOD.md', ['frames/s', 'events (Hz)'])).toEqual(
      rates.map((fps) => [fps, eventCutoffHz(fps), positionCutoffHz(fps)].map(String)),
    );
    expect(tableOf('METHOD.md', ['frames/s', 'one instant (ms)'])).toEqual(
      rates.map((fps) => {
        const widths = rateHalfWidths(fps);
        return [
          ...[fps, Math.round(1000 * eventBiasS(fps)), widths.cadence_spm, widths.contact_time_ms],
          ...[widths.foot_strike_angle_deg, widths.tibia_angle_deg],
        ].map(String);
      }),
    );
  });

  it('lists the errors of instants', () => {
    const rates = [30, 60, 120, 240];
    const events = [
      ['initial contact', 'initialContact'],
      ['toe-off', 'toeOff'],
    ] as const;
    const ms = (seconds: number): string => (1000 * seconds).toFixed(1);
    const placed = EVENT_MODEL.kinds.flatMap(({ name, errors }) =>
      events.map(([words, event]) => [
        ...[`${name}, placed`, words],
        // Only rates at which a leg is placed.
        ...rates.map((fps) =>
          fps < EVENT_MODEL.fewestFps || fps > Math.max(...errors.map((one) => one.fps))
            ? '–'
            : ms(errorsAt(errors, fps)[event]),
        ),
      ]),
    );
    const rule = events.map(([words, event]) => [
      ...['rule', words],
      ...rates.map((fps) => ms(ruleErrorsAt(EVENT_MODEL, fps)[event])),
    ]);
    expect(tableOf('METHOD.md', ['instants of', 'event'])).toEqual([...placed, ...rule]);
  });
});

describe('the gates of METHOD.md', () => {
  const ordered = ['high', 'medium', 'low', 'not_reported'];
  const rowOf = (name: string): number[] => {
    const row = tableOf('METHOD.md', ['gate', 'high']).find(([gate = '']) => gate.startsWith(name));
    return (row ?? []).slice(1).flatMap((cell) => (cell.match(/\d+(\.\d+)?/g) ?? []).map(Number));
  };
  /** @param worse towards the worse grade, in the unit of the table */
  const changes = (name: string, of: (value: number) => Gate, worse: number): void => {
    const limits = rowOf(name);
    expect(limits.length, name).toBeGreaterThan(0);
    for (const limit of limits) {
      const [at, beyond] = [of(limit), of(limit + worse)].map(({ grade }) => ordered.indexOf(grade));
      expect(beyond, `${name} ${limit}`).toBeGreaterThan(at ?? 4);
    }
  };

  it('are where the grades change', () => {
    changes('clean steps', (n) => stepCountGate(n), -1);
    changes('spread', spreadGate, 0.1);
    changes('median visibility', visibilityGate, -0.001);
    changes('steps dropped', (percent) => droppedGate(percent / 100), 0.1);
    changes('tilt of the sole', soleGate, 0.1);
    changes('camera turned', (yaw) => sideYawGate(yaw, false), 0.1);
  });
});

describe('PROGRAMME.md', () => {
  it('lists every rule with its limits and drills', () => {
    const drills = ({ drills: all }: Rule, phase: number): string =>
      orDash(
        all
          .filter((drill) => drill.phase === phase)
          .map(({ exercise }) => exercise)
          .join(' '),
      );
    expect(tableOf('PROGRAMME.md', ['rule', 'decided by'])).toEqual(
      RULES.map((rule) => [
        ...[rule.id, rule.combine],
        orDash(
          rule.tests
            .map(({ metric, beyond, anchor }) => `${metric} ${beyond} ${anchor ?? 'norm'}`)
            .join(', '),
        ),
        ...[1, 2, 3].map((phase) => drills(rule, phase)),
        orDash((rule.leaveOut ?? []).join(' ')),
      ]),
    );
  });

  it('lists every exercise with its dose', () => {
    expect(tableOf('PROGRAMME.md', ['id', 'name', 'domain'])).toEqual(
      EXERCISES.map(({ id, name, domain, kind, phases, level, dose, source }) => [
        ...[id, name, domain, kind, phases.join(' '), String(level)],
        `${dose.sets} × ${dose.amount} ${dose.unit}${dose.per_side ? ' a side' : ''}`,
        source,
      ]),
    );
  });

  it('lists every test', () => {
    expect(tableOf('PROGRAMME.md', ['id', 'unit', 'sides'])).toEqual(
      TESTS.map(({ id, unit, sided, from, role, better, resolution }) => [
        ...[id, unit, sided ? 'each side' : 'once', from, role, better, String(resolution)],
      ]),
    );
  });

  it('lists the limits of the gates', () => {
    const limits = tableOf('PROGRAMME.md', ['gate', 'condition']).map(([, , limit]) => limit);
    const { adherence, stanceS, painNextMorning, calfRaises } = GATE_LIMITS;
    expect(limits.slice(0, 4)).toEqual([
      ...[`${100 * adherence} %`, `${stanceS} s`, String(painNextMorning), String(calfRaises)],
    ]);
  });
});
