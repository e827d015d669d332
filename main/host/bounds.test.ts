import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { api } from '../../shared/contract/api.ts';
import { typed } from '../../shared/contract/bounds.ts';
import { lookSchema, soundSchema, storedProbeSchema } from '../db/files.ts';
import { caseFileSchema } from './caseFile.ts';

interface Inner {
  readonly [field: string]: unknown;
}
const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;
const defOf = (schema: z.ZodType): Inner => schema._zod.def as unknown as Inner;

const checksOf = (schema: z.ZodType): Inner[] =>
  (schema._zod.def.checks ?? []).map((check) => check._zod.def as unknown as Inner);

/** Whether a pattern lets texts of any length pass. */
function isEndless(pattern: RegExp): boolean {
  const bare = pattern.source.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a');
  return !bare.startsWith('^') || !bare.endsWith('$') || /[*+]|\{\d+,\}/.test(bare);
}

/** Values without an end in a schema and in everything inside it, each with its place. */
function* endless(schema: z.ZodType, place: string, seen = new Set<z.ZodType>()): Generator<string> {
  if (seen.has(schema)) return;
  seen.add(schema);
  const def = defOf(schema);
  const checks = checksOf(schema);
  const most = checks.find(({ check }) => check === 'max_length' || check === 'length_equals');
  if (def.type === 'number') {
    const isBounded = (side: string) =>
      checks.some(({ check, value }) => check === side && Math.abs(Number(value)) < 2 ** 52);
    if (!isBounded('less_than') || !isBounded('greater_than')) yield place;
  } else if (def.type === 'string') {
    const patterns = [def, ...checks].flatMap(({ pattern }) => (pattern instanceof RegExp ? pattern : []));
    if (most === undefined && !patterns.some((pattern) => !isEndless(pattern))) yield place;
  } else if (def.type === 'array' && most === undefined) yield `${place}[]`;
  for (const [field, inner] of Object.entries(def)) {
    if (field === 'checks') continue;
    const children = isSchema(inner)
      ? [[field, inner] as const]
      : typeof inner === 'object' && inner !== null
        ? Object.entries(inner).filter((entry): entry is [string, z.ZodType] => isSchema(entry[1]))
        : [];
    for (const [name, child] of children) yield* endless(child, `${place}.${name}`, seen);
  }
}
const allEndless = (schema: z.ZodType, place: string) => [...endless(schema, place)];

describe('everything that comes in has an end', () => {
  it.each(Object.entries(api))('%s', (name, { input, output }) => {
    expect([...allEndless(input, `${name} in`), ...allEndless(output, `${name} out`)]).toEqual([]);
  });

  const folder = fileURLToPath(new URL('../../shared/contract/', import.meta.url));
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.ts') && !/\.(test|testkit)\.ts$/.test(file),
  );
  it.each(files)('every schema of %s', async (file) => {
    const exported: Record<string, unknown> = await import(`${folder}${file}`);
    const found = Object.entries(exported).flatMap(([name, value]) =>
      isSchema(value) ? allEndless(value, name) : [],
    );
    expect(found).toEqual([]);
  });

  it('and what is stored or read beside them', () => {
    const stored = { caseFileSchema, lookSchema, soundSchema, storedProbeSchema };
    expect(Object.entries(stored).flatMap(([name, schema]) => allEndless(schema, name))).toEqual([]);
  });

  it('the walk sees what has none (the control)', () => {
    const open = {
      text: z.string(),
      number: z.number().min(0),
      whole: z.int(),
      list: z.array(z.literal(1)),
      record: z.record(z.string(), z.literal(1)),
      pattern: z.string().regex(/^a+$/),
      anchored: z.string().regex(/a{2}/),
      deep: z.union([z.tuple([z.string().nullable().default('')]), z.literal(1)]),
    };
    for (const [name, schema] of Object.entries(open))
      expect(allEndless(z.object({ [name]: schema }).partial(), '')).toHaveLength(1);
    expect(
      allEndless(z.strictObject({ a: z.string().regex(/^[a-z+*]{2,4}$/), b: z.iso.date() }), ''),
    ).toEqual([]);
  });
});

describe('at the door', () => {
  const edit = { clip: 'clip-0001', op: 'swap', from_frame: 0, to_frame: 9e15 };
  const dose = { sets: 1, amount: 1e12, unit: 's', per_side: false };
  it('a correction to the end of time and a dose of thousands of years are refused', () => {
    const sessionId = 'session-1';
    expect(api['edits.add'].input.safeParse({ sessionId, edit }).success).toBe(false);
    expect(api['edits.add'].input.safeParse({ sessionId, edit: { ...edit, to_frame: 9 } }).success).toBe(
      true,
    );
    const change = { kind: 'dose', exercise: 'x', reason: '', week: null, dose };
    const input = { athleteId: 'athlete-1', today: '2026-01-05', change };
    expect(api['program.addOverride'].input.safeParse(input).success).toBe(false);
    const usual = { ...input, change: { ...change, dose: { ...dose, amount: 30 } } };
    expect(api['program.addOverride'].input.safeParse(usual).success).toBe(true);
  });

  it('texts lose what no text has, and nothing else', () => {
    expect(typed().max(99).parse('a\u0000b\u0007c\u001b[0m\u009f\ud800d\te\r\nf')).toBe('abc[0md\te\r\nf');
    const kept = 'Ünïcode ランナー 🏃🏽‍♀️ “‘–’”';
    expect(typed().max(99).parse(kept)).toBe(kept);
    const drawing = {
      ...{ clipId: 'clip-0001', tool: 'text', colour: 'white', frame: 0, fromFrame: 0, toFrame: 0 },
      ...{ points: [{ x: 0, y: 0, joint: null }], marks: [] },
    };
    const add = (text: string) =>
      api['drawings.add'].input.safeParse({ sessionId: 'session-1', drawing: { ...drawing, text } });
    expect(add('heel\u0000 down').data?.drawing.text).toBe('heel down');
    expect(add('\u0000\u0001').success).toBe(false);
  });
});
