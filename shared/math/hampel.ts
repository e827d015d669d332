/**
 * Indices whose value is further than `sigmas` robust deviations from the median of its window (Hampel identifier).
 * NaN entries are ignored and never reported. `floor` is the smallest deviation that counts, in the values' unit.
 */
export function hampelOutliers(
  values: ArrayLike<number>,
  window: number,
  sigmas: number,
  floor: number,
): number[] {
  const half = window >> 1;
  const around = new Float64Array(2 * half + 1);
  const outliers: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    let count = 0;
    for (let k = Math.max(0, i - half); k <= Math.min(values.length - 1, i + half); k++) {
      const neighbour = values[k] ?? Number.NaN;
      if (!Number.isNaN(neighbour)) count = insertSorted(around, count, neighbour);
    }
    if (count < 4) continue;
    const centre = middleOf(around, count);
    if (Math.abs(value - centre) <= floor) continue;
    const sorted = around.slice(0, count);
    let deviations = 0;
    for (const neighbour of sorted)
      deviations = insertSorted(around, deviations, Math.abs(neighbour - centre));
    if (Math.abs(value - centre) > sigmas * 1.4826 * middleOf(around, count)) outliers.push(i);
  }
  return outliers;
}

/** Insertion into the first `count` sorted entries; windows are a handful of values, where this beats any sort. */
function insertSorted(sorted: Float64Array, count: number, value: number): number {
  let k = count;
  while (k > 0 && (sorted[k - 1] ?? 0) > value) {
    sorted[k] = sorted[k - 1] ?? 0;
    k--;
  }
  sorted[k] = value;
  return count + 1;
}

function middleOf(sorted: Float64Array, count: number): number {
  const low = sorted[(count - 1) >> 1] ?? 0;
  const high = sorted[count >> 1] ?? 0;
  return (low + high) / 2;
}
