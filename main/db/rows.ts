import { z } from 'zod';
import { CodedError } from '../../shared/domain/errors.ts';
import type { Db } from './connection.ts';
import { damagedRowsOf } from './damagedRows.ts';

/** A JSON column: text that is parsed and then checked. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** An object as text whose keys are sorted, so that equal objects are equal text. */
export const sortedJson = (value: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));
/** A JSON column inside of SQL: text that is none counts as an empty list, where SQLite would end the whole query. */
export const jsonOr = (column: string): string =>
  `CASE WHEN json_valid(${column}) THEN ${column} ELSE '[]' END`;

/** The one row that was asked for. @throws CodedError not_found */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new CodedError('not_found');
  return row;
}

/** First row through the schema, undefined where there is none. @throws CodedError entry_damaged */
export function maybe<Schema extends z.ZodType>(schema: Schema, row: unknown): z.output<Schema> | undefined {
  if (row === undefined) return undefined;
  const parsed = schema.safeParse(row);
  if (!parsed.success) throw new CodedError('entry_damaged', {}, { cause: parsed.error });
  return parsed.data;
}

/** The rows that the schema takes. One that it does not take is left out and counted, and never hides the others. */
export function listed<Schema extends z.ZodType>(
  db: Db,
  table: string,
  schema: Schema,
  rows: readonly unknown[],
): z.output<Schema>[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return [parsed.data];
    damagedRowsOf(db).add(table, row);
    return [];
  });
}

/**
 * `a = @a, b = @b` for the fields that a change names. Column names come from code (`columns`), never from the caller;
 * undefined when nothing is named.
 */
export function assignments(
  columns: readonly string[],
  values: Readonly<Record<string, unknown>>,
): string | undefined {
  const named = columns.filter((column) => values[column] !== undefined);
  return named.length === 0 ? undefined : named.map((column) => `${column} = @${column}`).join(', ');
}
