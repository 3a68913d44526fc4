import type { CaseKind } from '../../domain/case-file.ts';
import type { Language, Localised } from '../../domain/language.ts';
import type { PromiseState } from '../../domain/promise-state.ts';
import type { PromiseId } from '../../law/promises.ts';

/** What the first page of a dossier tells: of what is in the files, the sums. */
export interface DossierContent {
  /** GDPR art. 13(1)(a)–(b). */
  readonly controller: {
    readonly legalName: string;
    readonly address: string;
    readonly email: string;
    readonly phone: string;
    readonly website: string;
    readonly contactPoint: Localised;
    readonly tradeRegister: string;
  };
  /** The id of the officer who had it made. */
  readonly madeBy: string;
  /** ISO dates; both days are in the period. */
  readonly from: string;
  readonly to: string;
  readonly on: string;
  /** Up to which day of the period it tells: the last, or the day on which it was made. */
  readonly judged: string;
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
  /** How many there are to recipients. */
  readonly notices: number;
  readonly ledgerSize: number;
  /** That the ledger only grew since the period began; null: it began later. */
  readonly growth: { readonly size: number; readonly file: string } | null;
}

export interface PromiseSum {
  readonly id: PromiseId;
  /** The last in the period. */
  readonly state: PromiseState;
  /** ISO 8601; null: nothing looked at it. */
  readonly since: string | null;
  /** What was found, or what is missing to prove it. */
  readonly reason: Localised;
  /** Who sees to it, and what they do. */
  readonly care: { readonly by: string; readonly note: string } | null;
  /** The states before it in the period, oldest first. */
  readonly before: readonly { readonly state: PromiseState; readonly since: string | null }[];
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
