import type { IdentityKind } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import type { Destination } from '../domain/receiver.ts';
import type { MarkKind } from '../domain/use-mark.ts';
import type { Selection } from './selection.ts';

/**
 * What will be done to which tables of which sources, and why: sealed by its hash, and what was approved is
 * what runs. A plan holds no personal data: whom it is about stands in its {@link Bindings}.
 */
export type Plan = AccessPlan | ErasePlan | ExportPlan | RectifyPlan | GatePlan;
export type PlanKind = Plan['kind'];
/** The kinds that somebody is shown before they run; marks are set by rule. */
export type ShownPlanKind = Exclude<PlanKind, 'gate'>;

interface PlanHead {
  readonly format: 1;
  /** ISO date on which the plan was made: the day its periods are counted on. */
  readonly on: string;
  readonly policyHash: string;
  readonly people: number;
}

export interface AccessPlan extends PlanHead {
  readonly kind: 'access';
  readonly language: Language;
  readonly sources: readonly SourceAccess[];
}

/** That a person does what is asked in a source and attests it: such a source has no tables, and its part no steps. */
export interface WorkByHand {
  /** How many days they have, from the approval. */
  readonly dueDays: number;
}

export interface SourceAccess {
  readonly source: string;
  readonly byHand?: WorkByHand;
  readonly catalogHash: string;
  readonly selection: Selection;
  readonly steps: readonly ReadStep[];
}

export interface ReadStep {
  readonly kind: 'read';
  readonly table: string;
  readonly use: 'personal' | 'context';
  readonly shown: readonly string[];
  /** Other people's columns, or columns the policy masks. */
  readonly masked: readonly string[];
}

/** What a person takes along (GDPR art. 20), and to whom. */
export interface ExportPlan extends PlanHead {
  readonly kind: 'export';
  readonly language: Language;
  readonly to: Destination;
  readonly sources: readonly SourceExport[];
  /** Sources in which people do the work by hand: the right is about automated processing alone (art. 20(1)(b)). */
  readonly notAutomated: readonly string[];
}

/** As for access, but for what stays out. */
export interface SourceExport extends SourceAccess {
  readonly byHand?: never;
  readonly leftOut: readonly LeftOut[];
}

/** Personal columns of a table that are not taken along, and why. */
export interface LeftOut {
  readonly table: string;
  readonly columns: readonly string[];
  readonly reason: LeftOutReason;
}

/** `derived`: not provided by the person. `basis`: on neither consent nor contract. `masked`: the policy shows it to nobody. */
export type LeftOutReason = 'derived' | 'basis' | 'masked';

export interface ErasePlan extends PlanHead {
  readonly kind: 'erase';
  readonly sources: readonly SourceErasure[];
}

export interface SourceErasure {
  readonly source: string;
  readonly byHand?: WorkByHand;
  readonly catalogHash: string;
  readonly selection: Selection;
  /** Every reference to a selected table, also from tables that hold no personal data. */
  readonly references: readonly Reference[];
  /** In the order in which they run. */
  readonly steps: readonly EraseStep[];
}

/** A foreign key into a selected table. */
export interface Reference {
  readonly name: string;
  readonly from: { readonly table: string; readonly schema: string; readonly name: string };
  readonly columns: readonly string[];
  readonly to: string;
  readonly toColumns: readonly string[];
  /** The referring columns that become NULL when what they refer to goes; empty: none may. */
  readonly nullableColumns: readonly string[];
  /** The database deletes the referring row along with what it refers to. */
  readonly cascades: boolean;
  /** How a row of the referring table is told apart; empty when it has no key. */
  readonly key: readonly { readonly name: string; readonly type: string }[];
}

export type EraseStep =
  /** A reference to a row that goes, held by a row that stays, becomes NULL. */
  | {
      readonly kind: 'release';
      readonly table: string;
      readonly reference: string;
      readonly columns: readonly string[];
    }
  /** A person leaves a row that others stay on: their link and their columns go. */
  | {
      readonly kind: 'leave';
      readonly table: string;
      readonly link: string;
      readonly columns: readonly string[];
    }
  /** A row that is emptied lets go of a row of another table that it owns, and that others own too. */
  | {
      readonly kind: 'part';
      readonly table: string;
      readonly from: string;
      readonly link: string;
      readonly columns: readonly string[];
    }
  /** The row must stay, the person in it goes. */
  | { readonly kind: 'redact'; readonly table: string; readonly columns: readonly string[] }
  /** Rows that refer to each other in a circle let go before they are deleted. */
  | {
      readonly kind: 'unlink';
      readonly table: string;
      readonly reference: string;
      readonly columns: readonly string[];
    }
  /** Tables of one `circle` refer to each other and no column in it may be NULL: their rows go together. */
  | { readonly kind: 'delete'; readonly table: string; readonly circle: string | null }
  /** Nothing is changed, and this is why. */
  | { readonly kind: 'keep'; readonly table: string; readonly ground: string; readonly rule: string };

export interface RectifyPlan extends PlanHead {
  readonly kind: 'rectify';
  /** What is corrected, by category of the policy; the values stand in the {@link Bindings}, in this order. */
  readonly corrections: readonly { readonly category: string }[];
  readonly sources: readonly SourceRectification[];
}

export interface SourceRectification {
  readonly source: string;
  readonly byHand?: WorkByHand;
  readonly catalogHash: string;
  readonly selection: Selection;
  readonly steps: readonly RectifyStep[];
}

export type RectifyStep =
  | SetStep
  /** Rows that a law keeps as they are: see {@link EraseStep}. */
  | { readonly kind: 'keep'; readonly table: string; readonly ground: string; readonly rule: string }
  /** A column that may hold the value inside something, where it is not looked for. */
  | { readonly kind: 'unseen'; readonly table: string; readonly column: string; readonly correction: number };

/** Where a cell of theirs holds what is wrong, it becomes what is right: by column, and by correction of the plan. */
export interface SetStep {
  readonly kind: 'set';
  readonly table: string;
  readonly column: string;
  /** Index in the corrections of the plan. */
  readonly correction: number;
  /** `empty`: where nothing stands; by a kind of identity: whatever its notation. */
  readonly compared: 'exact' | 'empty' | IdentityKind;
  /** Keys of the table, that the column is a part of: no two rows may hold the same there. */
  readonly unique: readonly (readonly string[])[];
  /** Why the cells stay as they are nevertheless. */
  readonly bar: Bar | null;
}

/**
 * `type`, `length`, `null`: the column cannot hold the value. `key`, `link`: rows are told apart or tied together by it.
 * `not-chosen`: an officer chose other columns.
 */
export type Bar = 'type' | 'length' | 'null' | 'key' | 'link' | 'not-chosen';

/**
 * What stands against the use of somebody's rows, written beside those rows in our own gate table, so that a view can leave them out.
 * Nothing of the customer's own is changed.
 */
export interface GatePlan extends PlanHead {
  readonly kind: 'gate';
  readonly change: GateChange;
  readonly marks: readonly GateMark[];
  /** When it is done, what was asked in its case is. */
  readonly answers: boolean;
  readonly sources: readonly SourceGate[];
}

/** `uphold`: what rested while an objection was pending is refused from now on. */
export type GateChange = 'set' | 'uphold' | 'lift';

/** A mark as it stands in a gate table: a row for each purpose, category and recipient; null: all of them. */
export interface GateMark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly purposes: readonly string[];
  readonly categories: readonly string[] | null;
  readonly recipients: readonly string[] | null;
}

export interface SourceGate {
  readonly source: string;
  readonly byHand?: WorkByHand;
  readonly catalogHash: string;
  readonly selection: Selection;
  /** The subject tables whose rows get the marks; empty where marks are changed by their own ids. */
  readonly steps: readonly { readonly kind: 'mark'; readonly table: string }[];
}

/** The people of a plan, by source and subject table: personal data, kept encrypted beside the plan. */
export interface Bindings {
  /** Random; part of what is sealed, so that the seal of a plan cannot be guessed from a customer number. */
  readonly nonce: string;
  readonly sources: Readonly<Record<string, SourceBindings>>;
  /** Of a plan that corrects: what stands there now, and what should. */
  readonly corrections?: readonly CorrectedValue[];
}

export interface CorrectedValue {
  readonly now: string | null;
  readonly wanted: string | null;
}

/** Table → rows of that table: which person (from 0), then the values of the key as text. */
export type SourceBindings = Readonly<Record<string, readonly SubjectRow[]>>;

export interface SubjectRow {
  readonly person: number;
  readonly key: readonly string[];
}
