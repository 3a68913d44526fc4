import type { IdentityKind } from '../../domain/identity.ts';
import type { Localised } from '../../domain/language.ts';
import type { LinkKind } from '../../domain/ownership.ts';
import type { SourceKind, TableId } from '../catalog.ts';
import type { Proposal } from '../classification/proposal.ts';

/** What to write in a policy about one source, in the opinion of whoever has seen its shape, or values too. A person decides. */
export interface MapProposal {
  readonly source: string;
  readonly kind: SourceKind;
  /** Whether a sample of values was looked at. */
  readonly sampled: boolean;
  /** In the order of the catalog; views are left out, since their rows belong to the tables they read. */
  readonly tables: readonly ProposedTable[];
  readonly warnings: readonly MapWarning[];
  /** Identities of this source that stand in another, or in another table of people. */
  readonly joins: readonly IdentityJoin[];
}

/** The values of one column stand among what other people are recognised by: perhaps they are the same people. */
export interface IdentityJoin {
  readonly kind: IdentityKind;
  readonly from: { readonly source: string; readonly table: TableId; readonly column: string };
  readonly to: { readonly source: string; readonly table: TableId; readonly column: string };
  /** How many of the values looked at, and of how many. */
  readonly matched: number;
  readonly of: number;
}

/**
 * `undecided`: its columns are about people, no person can be reached from it, and it has no key by which its rows could
 * be told apart. It is left out of the policy, so that a check goes on naming it.
 */
export type ProposedUse = 'personal' | 'context' | 'not-personal' | 'undecided';

export interface ProposedTable {
  readonly id: TableId;
  readonly use: ProposedUse;
  readonly subject: ProposedSubject | null;
  readonly columns: ReadonlyMap<string, Proposal>;
  readonly links: readonly ProposedLink[];
  /** Columns that may not be NULL and for which no value is known that says nothing: they have to be kept. */
  readonly cannotBeEmptied: readonly string[];
  /** The date columns that a term could be counted from. */
  readonly dates: readonly string[];
}

export interface ProposedSubject {
  readonly group: string;
  readonly identities: readonly ProposedIdentity[];
  readonly staff: boolean;
  readonly confidence: number;
  readonly because: 'people-by-name' | 'identity-without-path' | 'no-path' | 'decided';
}

export interface ProposedIdentity {
  readonly kind: IdentityKind;
  readonly column: string;
  readonly unique: boolean;
}

export interface ProposedLink {
  readonly kind: LinkKind;
  /** The table at the other end. */
  readonly table: TableId;
  /** Which end refers: this table's row, or the other's. */
  readonly reference: 'row' | 'other';
  /** The columns that refer, of the end that does. */
  readonly columns: readonly string[];
  /** What they refer to, when that is not the primary key; empty otherwise. */
  readonly key: readonly string[];
  /** 0 to 1, roughly how often such a link is right. */
  readonly confidence: number;
  readonly reasons: readonly LinkReason[];
  /** How many of the values looked at stand in what they refer to; null when none were looked at. */
  readonly values?: { readonly matched: number; readonly of: number } | null;
}

/** Why a link has its kind. Closed: a new one does not compile until it has a text. */
export type LinkReason =
  | 'foreign-key'
  | 'same-name'
  | 'reference-name'
  | 'same-values'
  | 'values-found'
  | 'few-values'
  | 'leads-to-people'
  | 'agent-name'
  | 'staff-table'
  | 'several-owners'
  | 'belongs-to-owned-row'
  | 'owner-refers'
  | 'join-table'
  | 'unique-reference'
  | 'same-identity'
  | 'about-nobody'
  | 'other-path'
  /** By a person, and no longer by the shape. */
  | 'decided';

export const linkReasonTexts: Readonly<Record<LinkReason, Localised>> = {
  'foreign-key': { nl: 'een gedeclareerde sleutel', en: 'a declared foreign key' },
  'same-name': { nl: 'heet zoals de sleutel van die tabel', en: 'has the name of that table’s key' },
  'reference-name': { nl: 'de naam noemt die tabel', en: 'its name names that table' },
  'same-values': { nl: 'de waarden staan in die sleutel', en: 'its values stand in that key' },
  'values-found': { nl: 'en de waarden staan daar', en: 'and its values stand there' },
  'few-values': { nl: 'maar niet alle waarden staan daar', en: 'but not all of its values stand there' },
  'leads-to-people': { nl: 'leidt naar een tabel met mensen', en: 'leads to a table of people' },
  'agent-name': {
    nl: 'de naam zegt dat iemand de rij heeft aangeraakt',
    en: 'its name says that somebody touched the row',
  },
  'staff-table': { nl: 'leidt naar medewerkers', en: 'leads to staff' },
  'several-owners': { nl: 'de rij heeft meer eigenaren', en: 'the row has several owners' },
  'belongs-to-owned-row': {
    nl: 'hoort bij een rij die van iemand is',
    en: 'belongs to a row that is somebody’s',
  },
  'owner-refers': { nl: 'de eigenaar verwijst hiernaar', en: 'the owner refers to it' },
  'join-table': { nl: 'een koppeltabel legt het verband', en: 'a join table relates them' },
  'unique-reference': { nl: 'hooguit één verwijst ernaar', en: 'at most one refers to it' },
  'same-identity': {
    nl: 'dezelfde soort identiteit is daar uniek',
    en: 'the same kind of identity is unique there',
  },
  'about-nobody': { nl: 'die tabel gaat over niemand', en: 'that table is about nobody' },
  'other-path': { nl: 'er is ook een andere weg', en: 'there is another path too' },
  decided: { nl: 'door u beslist', en: 'decided by you' },
};

/** What a person should look at before trusting the map. */
export interface MapWarning {
  readonly code: WarningCode;
  /** Null: about the source as a whole. */
  readonly table: TableId | null;
  readonly columns: readonly string[];
  readonly text: Localised;
}

export type WarningCode =
  | 'no-person-reached'
  | 'left-out'
  | 'rows-without-key'
  | 'nullable-path'
  | 'two-paths'
  | 'company-or-person'
  | 'staff-column'
  | 'person-twice'
  | 'missing-index'
  | 'cascade-into-records'
  | 'values-elsewhere'
  | 'not-looked-at'
  | 'not-compared';
