import type { Place } from '../base/diagnostic.ts';
import type { IdentityKind } from '../domain/identity.ts';
import type { Language, Localised } from '../domain/language.ts';
import type { LawfulBasis } from '../domain/lawful-basis.ts';
import type { LinkKind } from '../domain/ownership.ts';
import type { HttpApi } from './http-source.ts';

/** A compiled and checked `policy.yaml`. Every reference in it resolves; nothing in it depends on a database. */
export interface Policy {
  /** SHA-256 of the file's text. */
  readonly hash: string;
  readonly controller: Controller;
  readonly languages: readonly Language[];
  /** The last day of the book year, from which statutory periods count: `{ month: 12, day: 31 }`. */
  readonly bookYearEnd: { readonly month: number; readonly day: number };
  readonly categories: ReadonlyMap<string, Category>;
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly retention: ReadonlyMap<string, RetentionRule>;
  readonly subjects: ReadonlyMap<string, SubjectGroup>;
  readonly automatedDecisions: Localised;
  /** The security measures in general terms (art. 30(1)(g)); null when the policy does not describe them. */
  readonly security: Localised | null;
  readonly sources: readonly PolicySource[];
}

/** GDPR art. 13(1)(a)–(b). */
export interface Controller {
  readonly name: string;
  readonly legalName: string;
  readonly tradeRegister: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  /** The data protection officer, or the contact point and why there is no officer (art. 37). */
  readonly contactPoint: Localised;
}

/** A kind of personal data: the row of the register and of the statement it stands in. */
export interface Category {
  readonly id: string;
  readonly name: Localised;
  /** A term of the Data Privacy Vocabulary's personal data extension, e.g. `pd:EmailAddress`. */
  readonly dpv: string;
  /** Art. 9 or 10. */
  readonly special: boolean;
  readonly place: Place;
}

export interface Purpose {
  readonly id: string;
  readonly name: Localised;
  readonly basis: LawfulBasis;
  /** The statute, contract, interest or consent text that the basis rests on. */
  readonly ground: Localised;
  readonly marketing: boolean;
  readonly place: Place;
}

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly role: 'processor' | 'sub-processor' | 'joint-controller' | 'controller' | 'authority';
  readonly task: Localised;
  readonly purposes: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Chapter V; null inside the EEA. */
  readonly transfer: { readonly mechanism: string; readonly checkedOn: string } | null;
  readonly agreement: { readonly signedOn: string; readonly validUntil: string | null } | null;
  /** How they are told what was done to data they have (art. 19); null: somebody of ours tells them. */
  readonly notify: RecipientAddress | null;
  readonly place: Place;
}

export type RecipientAddress =
  | { readonly kind: 'email'; readonly email: string }
  /** `secret`: the name of the setting that holds the key with which calls are signed. */
  | { readonly kind: 'api'; readonly url: string; readonly secret: string };

/** How long, from which event, and why. */
export interface RetentionRule {
  readonly id: string;
  readonly name: Localised;
  /** ISO 8601 duration. */
  readonly period: string;
  readonly from: 'event' | 'book-year-end' | 'calendar-year-end';
  readonly event: Localised;
  /** `statutory` rules hold a row against erasure; `maximum` rules say when it must go. */
  readonly kind: 'statutory' | 'maximum';
  /** An id of the closed list of grounds in `src/law/grounds.ts`; null for a `maximum` rule. */
  readonly ground: string | null;
  readonly place: Place;
}

export interface SubjectGroup {
  readonly id: string;
  readonly name: Localised;
  /** Where the data comes from (art. 15(1)(g)). */
  readonly origin: Localised;
  readonly place: Place;
}

export type PolicySource = DatabaseSource | HttpSource | ManualSource;

interface SourceHead {
  readonly id: string;
  readonly name: Localised;
  readonly tables: readonly PolicyTable[];
  readonly place: Place;
}

export interface DatabaseSource extends SourceHead {
  readonly kind: 'postgresql' | 'sqlite' | 'mariadb';
  /** The name of the setting that holds the connection string: secrets are never in the policy. */
  readonly connection: string;
}

export interface HttpSource extends SourceHead, HttpApi {
  readonly kind: 'http';
  /** The name of the setting that holds the base address. */
  readonly connection: string;
}

/** A system in which a person does what a plan asks, and attests it. No program looks into it: it has no tables. */
export interface ManualSource extends SourceHead {
  readonly kind: 'manual';
  readonly owner: { readonly role: Localised; readonly email: string | null };
  /** From the approval of a plan. */
  readonly dueDays: number;
  /** Ids of groups of people, categories, purposes and retention rules. */
  readonly subjects: readonly string[];
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  readonly retention: readonly string[];
  readonly instructions: {
    readonly access: Localised;
    readonly erasure: Localised;
    /** Undefined: that it is to be corrected there says enough. */
    readonly rectification?: Localised | undefined;
  };
}

export interface PolicyTable {
  /** As in the catalog: `customers`, or `sales.orders` outside the default schema. */
  readonly id: string;
  readonly use: 'personal' | 'context' | 'not-personal';
  readonly name: Localised;
  readonly purposes: readonly string[];
  /** The rows are people. */
  readonly subject: PolicySubject | null;
  readonly columns: readonly PolicyColumn[];
  readonly links: readonly PolicyLink[];
  /** When it must go (rule of kind `maximum`). */
  readonly retention: PolicyRetention | null;
  /** Why it must stay (rule of kind `statutory`): counted from a column, or held together with a row it belongs to. */
  readonly hold: PolicyHold | null;
  readonly onErasure: 'delete' | 'redact';
  readonly place: Place;
}

export interface PolicySubject {
  readonly group: string;
  readonly identities: readonly { readonly kind: IdentityKind; readonly column: string }[];
  /** The column that says when the row was made. */
  readonly created?: string;
}

export interface PolicyRetention {
  readonly rule: string;
  /** The column its term counts from. */
  readonly from: string;
  /** Or from this one, where its date is the first of the two. */
  readonly orFrom?: string;
}

export type PolicyHold =
  | { readonly kind: 'from'; readonly rule: string; readonly column: string }
  | { readonly kind: 'with'; readonly rule: string; readonly link: string };

export type PolicyColumn =
  | PersonalColumn
  | { readonly kind: 'not-personal'; readonly name: string; readonly place: Place };

export interface PersonalColumn {
  readonly kind: 'personal';
  readonly name: string;
  readonly category: string;
  /** Narrower than the table's purposes; empty means the table's. */
  readonly purposes: readonly string[];
  /** The link whose person this column is about, where a row has several: `sender_id`. Null: the row's owners. */
  readonly about: string | null;
  readonly origin: 'provided' | 'observed' | 'derived';
  readonly onAccess: 'show' | 'mask';
  readonly onErasure: 'null' | 'pseudonymise' | 'keep';
  /** What stands inside, where its values are JSON. Rights take the column as a whole. */
  readonly paths?: readonly PolicyPath[];
  readonly place: Place;
}

export interface PolicyPath {
  /** `address.city`, `contacts[].email`, `devices.*.ip`. */
  readonly path: string;
  readonly category: string;
}

/** See {@link LinkKind}. */
export interface PolicyLink {
  /** `customer_id`, or `customers.address_id` when the other table holds the reference. Unique in its table. */
  readonly name: string;
  readonly kind: LinkKind;
  /** The other table: the owner, the accessor or the context. */
  readonly table: string;
  /** Which of the two holds the referring columns: this row, or the other. */
  readonly reference: 'row' | 'other';
  /** This table's columns. Empty when the other refers to this table's primary key (`reference: other`). */
  readonly rowColumns: readonly string[];
  /** The other table's columns. Empty when this row refers to the other's primary key (`reference: row`). */
  readonly otherColumns: readonly string[];
  readonly place: Place;
}
