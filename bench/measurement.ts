/** What one comparison of a bench found. Times are in milliseconds, memory is in bytes. */
export interface Measurement {
  /** Stable, such as `access.one`: a later run replaces the measurement of an earlier one by it. */
  readonly id: string;
  readonly bench: string;
  readonly what: string;
  readonly product: Series;
  readonly yardstick: Series & { readonly name: string };
  /** Product over yardstick, one value for each round. */
  readonly ratio: Spread;
  /** Product less yardstick in milliseconds, where that is what has a goal: what it costs beyond the other. */
  readonly difference?: Spread;
  /** Met when the ratio, or the difference where there is one, is at most this; null: told without a goal. */
  readonly goal: number | null;
  /** The goal is about the product's own milliseconds: how much it does in a second. The yardstick says what the machine can do. */
  readonly ofProduct?: true;
  readonly rounds: number;
  /** How often it was measured before the yardstick stood still, this time included. */
  readonly attempts: number;
  /** The yardstick’s samples lay within {@link maxYardstickSpread}. */
  readonly valid: boolean;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Series extends Spread {
  readonly unit: 'ms' | 'bytes';
}

/** A run whose yardstick spreads more than this part of its median says nothing. */
export const maxYardstickSpread = 0.25;

export function isMet({ goal, ratio, difference, product, ofProduct, valid }: Measurement): boolean {
  const found = ofProduct === true ? product : (difference ?? ratio);
  return valid && (goal === null || found.median <= goal);
}

/** @throws Error when there is no value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => {
    const value = sorted[index];
    if (value === undefined) throw new Error('there is nothing to take the median of');
    return value;
  };
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  };
}

/** How far the values lie apart, as a part of their median. */
export function relativeSpread({ median, min, max }: Spread): number {
  return (max - min) / median;
}
