/** One measured value, printed as a JSON line. */
export interface Line {
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  /** What the ratio is against, measured in this run. */
  readonly baseline?: string;
  readonly ratio?: number;
}

export function tell(line: Line): void {
  const digits = (value: number) => Math.round(value * 1000) / 1000;
  const rounded = {
    ...line,
    value: digits(line.value),
    ...(line.ratio === undefined ? {} : { ratio: digits(line.ratio) }),
  };
  console.log(JSON.stringify(rounded));
}

export async function secondsOf(work: () => Promise<unknown> | unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
