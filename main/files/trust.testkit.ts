/** Whether everything is tried that takes long; otherwise a short slice of it is. */
export const isTrustRun = process.env['MIDSTANCE_TRUST'] === '1';

/** All of the cases in a long run; otherwise the first and others evenly spread, together as many as said. */
export const sliceOf = <T>(all: readonly T[], few: number): readonly T[] =>
  isTrustRun ? all : all.filter((_, i) => (i * few) % all.length < few);
