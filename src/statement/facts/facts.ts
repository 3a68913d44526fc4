import type { LawfulBasis } from '../../domain/lawful-basis.ts';
import type { Sentence } from '../reading/document.ts';

/** Something a statement says, and the sentence that says it. */
export interface Fact<T> {
  readonly value: T;
  readonly sentence: Sentence;
}

export interface ControllerFacts {
  readonly name: Fact<string> | null;
  readonly tradeRegister: Fact<string> | null;
  readonly address: Fact<string> | null;
  readonly email: Fact<string> | null;
  readonly phone: Fact<string> | null;
  readonly website: Fact<string> | null;
  /** The data protection officer, or whoever else is named for privacy. */
  readonly contact: Fact<string> | null;
}

export interface PurposeFact {
  readonly purpose: string;
  /** Empty where none is stated. */
  readonly bases: readonly LawfulBasis[];
  /** The words in which the basis is put; empty where none is stated. */
  readonly ground: string;
}

export type RecipientRole = 'processor' | 'controller' | 'joint-controller';

export interface RecipientFact {
  readonly name: string;
  /** Null where it is not stated. */
  readonly role: RecipientRole | null;
  readonly country: string | null;
  /** Whether a name or a specific kind, not "third parties". */
  readonly specific: boolean;
}

export interface RetentionFact {
  readonly what: string;
  /** ISO 8601 duration. */
  readonly period: string | null;
  /** The event it is counted from, or what decides when it ends. */
  readonly event: string | null;
  readonly statutory: boolean;
}

export type Mechanism =
  | 'adequacy'
  | 'data-privacy-framework'
  | 'standard-clauses'
  | 'binding-corporate-rules'
  | 'derogation'
  | 'privacy-shield'
  | 'agreement';

export interface TransferFact {
  readonly to: string;
  readonly country: string | null;
  /** Empty where none is stated. */
  readonly mechanisms: readonly Mechanism[];
}

/** What a statement says about the organisation behind it, in its own words. */
export interface StatementFacts {
  readonly controller: ControllerFacts;
  readonly categories: readonly Fact<string>[];
  readonly purposes: readonly Fact<PurposeFact>[];
  readonly recipients: readonly Fact<RecipientFact>[];
  readonly retention: readonly Fact<RetentionFact>[];
  readonly transfers: readonly Fact<TransferFact>[];
}
