import { present } from '../src/base/assert.ts';
import { type Measurement, maxYardstickSpread, relativeSpread, spreadOf } from './measurement.ts';

/** One side of a comparison: does its work once and tells how many milliseconds it took. */
export type Sample = () => Promise<number>;

export interface Comparison extends Pick<Measurement, 'id' | 'bench' | 'what' | 'goal'> {
  readonly yardstick: string;
  /** What the goal is about; left out: the ratio. */
  readonly by?: 'ratio' | 'difference' | 'product';
  /** At least five. */
  readonly rounds: number;
  /** How often it is measured before it is given up as invalid. */
  readonly maxAttempts: number;
  /** How often a round goes A B B A: the medians of its two sides are what it found. */
  readonly repeats: number;
  /** Called before each attempt, with what it needs fresh: a database of which nothing has been consumed. */
  readonly prepare: () => Promise<Sides>;
}

export interface Sides extends AsyncDisposable {
  readonly product: Sample;
  readonly yardstick: Sample;
}

/**
 * Compares product (A) and yardstick (B), interleaved as A B B A so that what drifts (caches, dead rows, another
 * program on the machine) falls on both. A run whose yardstick does not stand still is said to be invalid and
 * done again.
 */
export async function compare(comparison: Comparison, say: (line: string) => void): Promise<Measurement> {
  let best: Attempt | undefined;
  let attempts = 0;
  while (attempts < comparison.maxAttempts && !(best !== undefined && isValid(best))) {
    const attempt = await measure(comparison);
    attempts++;
    if (!isValid(attempt)) say(invalid(comparison, attempt, attempts));
    // Given up, the one that was disturbed least is told, as what it is.
    if (best === undefined || spreadBetween(attempt) < spreadBetween(best)) best = attempt;
  }
  const { products, yardsticks, ratios } = present(best, 'an attempt');
  const { id, bench, what, goal, rounds, by } = comparison;
  return {
    ...{ id, bench, what, goal, rounds, attempts },
    valid: isValid({ products, yardsticks, ratios }),
    product: { ...spreadOf(products), unit: 'ms' },
    yardstick: { ...spreadOf(yardsticks), unit: 'ms', name: comparison.yardstick },
    ratio: spreadOf(ratios),
    ...(by === 'product' ? { ofProduct: true as const } : {}),
    ...(by === 'difference'
      ? { difference: spreadOf(products.map((product, at) => product - (yardsticks[at] ?? Number.NaN))) }
      : {}),
  };
}

interface Attempt {
  readonly products: readonly number[];
  readonly yardsticks: readonly number[];
  readonly ratios: readonly number[];
}

function spreadBetween({ yardsticks }: Attempt): number {
  return relativeSpread(spreadOf(yardsticks));
}

function isValid(attempt: Attempt): boolean {
  return spreadBetween(attempt) <= maxYardstickSpread;
}

async function measure({ prepare, rounds, repeats }: Comparison): Promise<Attempt> {
  await using sides = await prepare();
  const products: number[] = [];
  const yardsticks: number[] = [];
  const ratios: number[] = [];
  // The first round fills caches and compiles code, on both sides alike; it does not count.
  for (let round = 0; round <= rounds; round++) {
    const { product, yardstick } = await measureRound(sides, repeats);
    if (round === 0) continue;
    products.push(product);
    yardsticks.push(yardstick);
    ratios.push(product / yardstick);
  }
  return { products, yardsticks, ratios };
}

async function measureRound(sides: Sides, repeats: number) {
  const products: number[] = [];
  const yardsticks: number[] = [];
  for (let i = 0; i < repeats; i++) {
    products.push(await sides.product());
    yardsticks.push(await sides.yardstick());
    yardsticks.push(await sides.yardstick());
    products.push(await sides.product());
  }
  return { product: spreadOf(products).median, yardstick: spreadOf(yardsticks).median };
}

function invalid({ id, maxAttempts }: Comparison, found: Attempt, attempt: number): string {
  const percent = Math.round(spreadBetween(found) * 100);
  const next = attempt < maxAttempts ? 'measured again' : 'given up';
  return `${id}: invalid, the yardstick spreads ${percent} % (attempt ${attempt} of ${maxAttempts}); ${next}`;
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
