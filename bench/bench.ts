import type { Comparison } from './compare.ts';
import type { Measurement } from './measurement.ts';
import { wideTables } from './wide-schema.ts';
import type { Workplace } from './workplace.ts';

/** A named group of measurements. */
export interface Bench {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<readonly Measurement[]>;
}

export interface BenchContext {
  readonly workplace: Workplace;
  readonly sizes: Sizes;
  readonly say: (line: string) => void;
}

export interface Sizes {
  /** In the company: of every ten, eight can be erased. */
  readonly people: number;
  /** How many are taken in one pass. */
  readonly crowd: number;
  /** Single runs beside a crowd, of which the mean counts. */
  readonly singles: number;
  /** How long each side of the foreground load takes. */
  readonly loadMilliseconds: number;
  readonly patience: Pick<Comparison, 'rounds' | 'maxAttempts'>;
  /** How often a round goes A B B A with one person. */
  readonly repeats: number;
  /** Tables of the one wide database. */
  readonly wide: number;
  /** Customers of the example company. */
  readonly example: number;
  /** Entries that are given their places, transactions beside which one is written, and entries of the ledger that is verified. */
  readonly ledger: { readonly placed: number; readonly writes: number; readonly verified: number };
  /** Rows of the one large table, and of the two people in it whose packages are compared in memory. */
  readonly large: { readonly rows: number; readonly many: number; readonly few: number };
}

export const fullSizes: Sizes = {
  people: 30_000,
  crowd: 1_000,
  singles: 100,
  loadMilliseconds: 2_000,
  repeats: 50,
  patience: { rounds: 5, maxAttempts: 4 },
  wide: wideTables,
  example: 1_000_000,
  ledger: { placed: 20_000, writes: 2_000, verified: 1_000_000 },
  large: { rows: 10_000_000, many: 1_000_000, few: 100_000 },
};

export const quickSizes: Sizes = {
  people: 6_000,
  crowd: 200,
  singles: 40,
  loadMilliseconds: 1_000,
  repeats: 15,
  patience: { rounds: 5, maxAttempts: 4 },
  wide: 200,
  example: 20_000,
  ledger: { placed: 4_000, writes: 400, verified: 50_000 },
  large: { rows: 500_000, many: 100_000, few: 10_000 },
};
