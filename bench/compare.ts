import {
  type Measurement,
  maxYardstickSpread,
  relativeSpread,
  type Spread,
  spreadOf,
} from './measurement.ts';

/** One side of a comparison: does its work once and tells how many milliseconds it took. */
export type Sample = () => Promise<number>;

export interface Comparison extends Pick<Measurement, 'id' | 'bench' | 'what' | 'goal'> {
  readonly yardstick: string;
  /** At least five. */
  readonly rounds: number;
  /** How often a round goes A B B A: the medians of its two sides are what it found. */
  readonly repeats: number;
  /** Called before each attempt, with what it needs fresh: a database of which nothing has been consumed. */
  readonly prepare: () => Promise<Sides>;
}

export interface Sides extends AsyncDisposable {
  readonly product: Sample;
  readonly yardstick: Sample;
}

/** How often a comparison is measured before it is given up as invalid. */
const maxAttempts = 4;

/**
 * Compares product (A) and yardstick (B), interleaved as A B B A so that what drifts (caches, dead rows, another
 * program on the machine) falls on both. A run whose yardstick does not stand still is said to be invalid and
 * done again.
 */
export async function compare(comparison: Comparison, say: (line: string) => void): Promise<Measurement> {
  for (let attempts = 1; ; attempts++) {
    const { products, yardsticks, ratios } = await measure(comparison);
    const yardstick = spreadOf(yardsticks);
    const valid = relativeSpread(yardstick) <= maxYardstickSpread;
    if (!valid) say(invalid(comparison.id, yardstick, attempts));
    if (!valid && attempts < maxAttempts) continue;
    const { id, bench, what, goal, rounds } = comparison;
    return {
      ...{ id, bench, what, goal, rounds, attempts, valid },
      product: { ...spreadOf(products), unit: 'ms' },
      yardstick: { ...yardstick, unit: 'ms', name: comparison.yardstick },
      ratio: spreadOf(ratios),
    };
  }
}

async function measure({ prepare, rounds, repeats }: Comparison) {
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

function invalid(id: string, yardstick: Spread, attempt: number): string {
  const percent = Math.round(relativeSpread(yardstick) * 100);
  const next = attempt < maxAttempts ? 'measured again' : 'given up';
  return `${id}: invalid, the yardstick spreads ${percent} % (attempt ${attempt} of ${maxAttempts}); ${next}`;
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
