import { present } from '../../base/assert.ts';
import type { Localised } from '../../domain/language.ts';
import { categoriesOf } from '../../policy/column-categories.ts';
import type {
  Category,
  PersonalColumn,
  Policy,
  Purpose,
  Recipient,
  RetentionRule,
  SubjectGroup,
} from '../../policy/policy.ts';
import type { PackagedFile } from './access-package-content.ts';
import type { PackagedTable } from './packaged-table.ts';

/**
 * What art. 15(1)(a)–(h) and (2) ask to be told, for what was found of this person and not for everybody: a
 * copy of the privacy statement is no answer.
 */
export interface Article15 {
  readonly purposes: readonly Purpose[];
  readonly categories: readonly Category[];
  /** By name: C-154/21. Those that serve a purpose for which this person's data are used. */
  readonly recipients: readonly Recipient[];
  readonly transfers: readonly Recipient[];
  readonly retention: readonly TableRetention[];
  readonly origins: readonly SubjectGroup[];
  readonly observed: readonly Category[];
  readonly derived: readonly Category[];
}

export interface TableRetention {
  readonly source: Localised;
  /** Null: a whole system that a person keeps. */
  readonly table: Localised | null;
  readonly rules: readonly RetentionRule[];
}

/** What was found of a person: rows, and what somebody looked up by hand. */
export interface Found {
  readonly tables: readonly PackagedTable[];
  readonly files: readonly PackagedFile[];
}

export function article15(policy: Policy, { tables, files }: Found): Article15 {
  const byHand = files.map(({ source }) => source);
  const personal = tables.filter(({ table, rows }) => table.use === 'personal' && rows > 0);
  const cells = personal.flatMap((table) => filledColumns(table).map((column) => ({ table, column })));
  const purposeIds = new Set([
    ...cells.flatMap(({ table, column }) => purposesOf(table, column)),
    ...byHand.flatMap(({ purposes }) => purposes),
  ]);
  const recipients = [...policy.recipients.values()].filter(({ purposes }) =>
    purposes.some((id) => purposeIds.has(id)),
  );
  const categoriesWhere = (wanted: (column: PersonalColumn) => boolean): readonly Category[] => {
    const ids = new Set(
      cells.filter(({ column }) => wanted(column)).flatMap(({ column }) => categoriesOf(column)),
    );
    return [...policy.categories.values()].filter(({ id }) => ids.has(id));
  };
  const known = new Set([
    ...categoriesWhere(() => true).map(({ id }) => id),
    ...byHand.flatMap(({ categories }) => categories),
  ]);
  const groups = new Set([
    ...personal.flatMap(({ table }) => (table.subject === null ? [] : [table.subject.group])),
    ...byHand.flatMap(({ subjects }) => subjects),
  ]);
  return {
    purposes: [...policy.purposes.values()].filter(({ id }) => purposeIds.has(id)),
    categories: [...policy.categories.values()].filter(({ id }) => known.has(id)),
    recipients,
    transfers: recipients.filter(({ transfer }) => transfer !== null),
    retention: [
      ...personal.map(({ source, table }) => ({
        source: source.name,
        table: table.name,
        rules: rulesOf(policy, [table.retention?.rule, table.hold?.rule]),
      })),
      ...byHand.map(({ name, retention }) => ({
        source: name,
        table: null,
        rules: rulesOf(policy, retention),
      })),
    ],
    origins: [...policy.subjects.values()].filter(({ id }) => groups.has(id)),
    observed: categoriesWhere(({ origin }) => origin === 'observed'),
    derived: categoriesWhere(({ origin }) => origin === 'derived'),
  };
}

/** A column's own purposes, or its table's. */
export function purposesOf({ table }: PackagedTable, column: PersonalColumn): readonly string[] {
  return column.purposes.length === 0 ? table.purposes : column.purposes;
}

/** What the policy says of a column; null when it is not personal. */
export function personalColumn({ table }: PackagedTable, name: string): PersonalColumn | null {
  const column = table.columns.find((each) => each.name === name);
  return column?.kind === 'personal' ? column : null;
}

function filledColumns(table: PackagedTable): readonly PersonalColumn[] {
  return table.table.columns.filter(
    (column): column is PersonalColumn => column.kind === 'personal' && table.filled.has(column.name),
  );
}

function rulesOf(policy: Policy, ids: readonly (string | undefined)[]): readonly RetentionRule[] {
  return ids
    .filter((id) => id !== undefined)
    .map((id) => present(policy.retention.get(id), 'the retention rule of a table'));
}
