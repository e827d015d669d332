/**
 * Indices of local maxima that stand at least `prominence` above the higher of their two bases and are at least
 * `distance` samples apart (the higher one wins), in increasing order. Plateaus give their middle.
 */
export function findPeaks(values: ArrayLike<number>, distance: number, prominence: number): number[] {
  const V = (i: number) => values[i] ?? Number.NEGATIVE_INFINITY;
  const candidates: number[] = [];
  for (let i = 1; i < values.length - 1; i++) {
    if (!(V(i) > V(i - 1))) continue;
    let end = i;
    while (end + 1 < values.length && V(end + 1) === V(i)) end++;
    if (end + 1 < values.length && V(end + 1) < V(i)) candidates.push((i + end) >> 1);
    i = end;
  }
  const prominent = candidates.filter((peak) => prominenceOf(values, peak) >= prominence);
  const byHeight = [...prominent].sort((a, b) => V(b) - V(a));
  const kept: number[] = [];
  for (const peak of byHeight) {
    if (kept.every((other) => Math.abs(other - peak) >= distance)) kept.push(peak);
  }
  return kept.sort((a, b) => a - b);
}

function prominenceOf(values: ArrayLike<number>, peak: number): number {
  const height = values[peak] ?? 0;
  const lowest = (step: 1 | -1) => {
    let low = height;
    for (let i = peak + step; i >= 0 && i < values.length; i += step) {
      const value = values[i] ?? 0;
      if (value > height) break;
      low = Math.min(low, value);
    }
    return low;
  };
  return height - Math.max(lowest(-1), lowest(1));
}
