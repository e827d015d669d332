/** A square matrix, row after row. */
export interface Square {
  readonly size: number;
  readonly values: Float64Array;
}

/** Solves A x = b for a symmetric positive definite A (Cholesky). @throws RangeError where A is not */
export function solved({ size, values }: Square, b: Float64Array): Float64Array {
  const low = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = values[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (low[i * size + k] ?? 0) * (low[j * size + k] ?? 0);
      if (i === j && sum <= 0) throw new RangeError('invalid matrix: not positive definite');
      low[i * size + j] = i === j ? Math.sqrt(sum) : sum / (low[j * size + j] ?? 1);
    }
  }
  const x = b.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - (low[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (low[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] = (x[i] ?? 0) - (low[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (low[i * size + i] ?? 1);
  }
  return x;
}

const ROUNDS = 200;

/** The directions along which rows differ most, with the rows' deviation along each (power iteration, one taken out after another). */
export function mainDirections(
  rows: readonly Float64Array[],
  count: number,
): { readonly directions: Float64Array[]; readonly spreads: number[]; readonly rest: number } {
  let left = rows.map((row) => row.slice());
  const size = rows[0]?.length ?? 0;
  const directions: Float64Array[] = [];
  const spreads: number[] = [];
  for (let k = 0; k < count; k++) {
    let direction = Float64Array.from({ length: size }, (_, i) => Math.cos((k + 1) * (i + 1)));
    for (let round = 0; round < ROUNDS; round++) {
      const next = new Float64Array(size);
      for (const row of left) {
        const score = dot(row, direction);
        for (let i = 0; i < size; i++) next[i] = (next[i] ?? 0) + score * (row[i] ?? 0);
      }
      const norm = Math.sqrt(dot(next, next));
      direction = next.map((value) => value / norm);
    }
    const scores = left.map((row) => dot(row, direction));
    directions.push(direction);
    spreads.push(Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / rows.length));
    left = left.map((row, r) => row.map((value, i) => value - (scores[r] ?? 0) * (direction[i] ?? 0)));
  }
  const squares = left.reduce((sum, row) => sum + dot(row, row), 0);
  return { directions, spreads, rest: Math.sqrt(squares / (rows.length * size)) };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
