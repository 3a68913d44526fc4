import type { RetentionRule } from '../policy/policy.ts';

/** A term that counts from a column of a table: rows whose term has ended should be gone. */
export interface Term {
  readonly source: string;
  readonly table: string;
  readonly column: string;
  /** The first of both dates counts. */
  readonly orColumn?: string;
  readonly rule: RetentionRule;
  /** ISO date: rows that start before it have had their term. */
  readonly before: string;
  /** Whether some of those rows may stay for another reason that a count of dates cannot see. */
  readonly mayStay: boolean;
}
