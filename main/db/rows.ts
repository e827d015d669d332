import { z } from 'zod';
import { CodedError } from '../../shared/domain/errors.ts';

/** A JSON column: text that is parsed and then checked. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

/** An object as text whose keys are sorted, so that equal objects are equal text. */
export const sortedJson = (value: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));

/** The one row that was asked for. @throws CodedError not_found */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new CodedError('not_found');
  return row;
}

/** First row through the schema, undefined where there is none. */
export const maybe = <Schema extends z.ZodType>(
  schema: Schema,
  row: unknown,
): z.output<Schema> | undefined => (row === undefined ? undefined : schema.parse(row));

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
