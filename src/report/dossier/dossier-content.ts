import type { CaseKind } from '../../domain/case-file.ts';
import type { Language } from '../../domain/language.ts';
import type { PromiseState } from '../../domain/promise-state.ts';

/** What the first page of a dossier tells: of what is in the files, the sums. */
export interface DossierContent {
  readonly controller: string;
  /** ISO dates; both days are in the period. */
  readonly from: string;
  readonly to: string;
  readonly on: string;
  /** The public key. */
  readonly key: string;
  readonly statements: readonly {
    readonly version: string;
    readonly language: Language;
    readonly publishedOn: string;
    readonly file: string;
  }[];
  readonly policies: readonly { readonly loadedOn: string; readonly file: string }[];
  readonly registers: readonly string[];
  readonly promises: readonly PromiseSum[];
  readonly cases: readonly CaseSum[];
  readonly ledgerSize: number;
  /** That the ledger only grew since the period began; null: it began later. */
  readonly growth: { readonly size: number; readonly file: string } | null;
}

export interface PromiseSum {
  readonly id: string;
  /** The last in the period. */
  readonly state: PromiseState;
  readonly since: string;
  /** How many states it was in. */
  readonly states: number;
}

export interface CaseSum {
  readonly kind: CaseKind;
  readonly total: number;
  readonly inTime: number;
  /** Answered after the legal date, or not answered when it had passed at the end of the period. */
  readonly late: number;
  /** Not answered, and the date has not passed or the clock stands still. */
  readonly open: number;
  /** Withdrawn, or closed without an answer. */
  readonly ended: number;
}
