/** One line of the benchmark: a value, and where it makes sense the value of a reference measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: number | null;
  /** value / reference; null without a reference. */
  readonly ratio: number | null;
  /** What the ratio, or the value where there is no reference, is to stay at or below (or above, for rates). */
  readonly limit: number | null;
  readonly holds: boolean | null;
}

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference?: number;
  /** 'atMost' for costs, 'atLeast' for rates. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Digits that a reader can use; the ratio decides, so it is made from the exact values. */
const rounded = (value: number): number => Number(value.toPrecision(4));

export function figure({ name, value, unit, reference, atMost, atLeast }: Measured): Figure {
  const ratio = reference === undefined ? null : value / reference;
  const judged = ratio ?? value;
  const limit = atMost ?? atLeast ?? null;
  const holds = limit === null ? null : atMost === undefined ? judged >= limit : judged <= limit;
  return {
    name,
    value: rounded(value),
    unit,
    reference: reference === undefined ? null : rounded(reference),
    ratio: ratio === null ? null : rounded(ratio),
    limit,
    holds,
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function formatFigure({ name, value, unit, reference, ratio, limit, holds }: Figure): string {
  const against = reference === null ? '' : `  against ${reference} ${unit} = ${ratio} x`;
  const verdict = holds === null ? '' : `  limit ${limit}${reference === null ? '' : ' x'}: ${holds ? 'holds' : 'DOES NOT HOLD'}`;
  return `${name.padEnd(46)} ${String(value).padStart(10)} ${unit}${against}${verdict}`;
}
