import { type SessionSearch, sessionSearchSchema } from '../../../shared/contract/searchSchemas.ts';

/** Rows on one page of the list. */
export const PAGE_ROWS = 50;

/** Filters as they stand in the address, so that going back comes to the same list; only what is asked. */
export type Filters = Partial<Omit<SessionSearch, 'limit'>>;

const FIELDS = ['text', 'group', 'tag', 'surface', 'fatigue', 'state', 'from', 'to', 'offset'] as const;

/** What of an address is a filter; anything else, or of another kind, is left out. */
export function filtersFrom(search: Readonly<Record<string, unknown>>): Filters {
  const entries = FIELDS.flatMap((field) => {
    const value = search[field];
    if (value === undefined || value === null || value === '' || value === 0) return [];
    const parsed = sessionSearchSchema.shape[field].safeParse(value);
    return parsed.success ? [[field, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Whether anything is asked for. */
export const isFiltered = ({ offset: _, ...filters }: Filters): boolean => Object.keys(filters).length > 0;
