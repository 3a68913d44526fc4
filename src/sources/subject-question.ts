import { domainToUnicode } from 'node:url';
import type { CatalogColumn } from '../catalog/catalog.ts';
import type { DataMap, MappedColumn, MappedTable } from '../catalog/data-map.ts';
import { type Identity, type IdentityKind, identityKey, normaliseIdentity } from '../domain/identity.ts';
import type { SubjectMatch } from './source.ts';

/** What `find` asks of one subject table: which columns may hold which values. */
export interface SubjectQuestion {
  readonly table: MappedTable;
  readonly asked: readonly AskedColumn[];
  /** Every identity column of the table, whether asked about or not: what a matching row tells of itself. */
  readonly told: readonly ToldColumn[];
  /** Every identity that is asked for, as {@link identityKey} writes it. */
  readonly wanted: ReadonlySet<string>;
}

export interface ToldColumn {
  readonly kind: IdentityKind;
  readonly column: MappedColumn;
}

export interface AskedColumn extends ToldColumn {
  /** In normal form. */
  readonly values: readonly string[];
}

/** As much of an {@link AskedColumn} as what stands in it is asked by. */
export interface AskedCell {
  readonly kind: IdentityKind;
  readonly column: Pick<CatalogColumn, 'name' | 'type' | 'family'>;
  /** In normal form. */
  readonly values: readonly string[];
}

/** The subject tables of a source that can carry one of these identities. */
export function subjectQuestions(map: DataMap, identities: readonly Identity[]): readonly SubjectQuestion[] {
  const byKind = valuesByKind(identities);
  const wanted = new Set(
    [...byKind].flatMap(([kind, values]) => values.map((value) => identityKey({ kind, value }))),
  );
  const questions: SubjectQuestion[] = [];
  for (const table of map.tables.values()) {
    if (table.subject === null) continue;
    const told = toldColumns(table);
    const asked = told.flatMap((one) => {
      const values = byKind.get(one.kind) ?? [];
      return values.length === 0 ? [] : [{ ...one, values }];
    });
    if (asked.length > 0) questions.push({ table, asked, told, wanted });
  }
  return questions;
}

/** The identity columns of a table of people. */
export function toldColumns({ subject, columns }: MappedTable): readonly ToldColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return (subject?.identities ?? []).flatMap(({ kind, column }) => {
    const found = byName.get(column);
    return found === undefined ? [] : [{ kind, column: found }];
  });
}

/** The identities that a row carries, by what stands in these columns of it. */
export function toldIdentities(
  columns: readonly ToldColumn[],
  told: readonly (string | null)[],
): ReadonlyMap<string, Identity> {
  const identities = new Map<string, Identity>();
  columns.forEach(({ kind, column }, i) => {
    const text = told[i];
    if (text === null || text === undefined) return;
    const identity = identityIn(column, kind, text);
    if (identity.value !== '') identities.set(identityKey(identity), identity);
  });
  return identities;
}

/**
 * How a value in normal form may stand in a column that people typed into: with a stray space or line end, or with
 * its accents apart. Asking for each spelling keeps the column's index in use, where an expression would not.
 */
export function spellingsOf(value: string): readonly string[] {
  const forms = [value, value.normalize('NFD')];
  const spaces = [' ', '  ', '\t', '\r', '\n', '\r\n', '\u00a0'];
  return [
    ...new Set(
      forms.flatMap((form) => [
        form,
        ` ${form} `,
        ...spaces.map((space) => space + form),
        ...spaces.map((space) => form + space),
      ]),
    ),
  ];
}

/** The ways in which an e-mail address in normal form is written: a domain outside ASCII has two. */
export function emailForms(value: string): readonly string[] {
  const at = value.lastIndexOf('@') + 1;
  const domain = value.slice(at);
  const readable = domain.includes('xn--') ? domainToUnicode(domain) : '';
  return readable === '' ? [value] : [...new Set([value, `${value.slice(0, at)}${readable}`])];
}

/**
 * What a cell says in a column of identities, in normal form. A whole number in a column of decimals is that number; one in
 * a column of texts has every zero that it was written with.
 */
export function identityIn(
  { family }: Pick<CatalogColumn, 'family'>,
  kind: IdentityKind,
  text: string,
): Identity {
  return normaliseIdentity(kind, family === 'decimal' ? text.replace(/\.0*$/, '') : text);
}

/**
 * The match that a row makes, judged by the normal form alone: a database may have offered it for a looser reason.
 * Null when it does not carry an identity that was asked for.
 */
export function subjectMatch(
  question: SubjectQuestion,
  key: readonly string[],
  told: readonly (string | null)[],
): SubjectMatch | null {
  const identities = toldIdentities(question.told, told);
  const matches = identities.keys().some((one) => question.wanted.has(one));
  return matches ? { table: question.table.id, key, identities: [...identities.values()] } : null;
}

function valuesByKind(identities: readonly Identity[]): ReadonlyMap<IdentityKind, readonly string[]> {
  const values = new Map<IdentityKind, Set<string>>();
  for (const { kind, value } of identities) {
    const normal = normaliseIdentity(kind, value).value;
    // A zero byte cannot stand in a text column, and a statement that carries one is refused whole.
    if (normal === '' || normal.includes('\0')) continue;
    const known = values.get(kind) ?? new Set();
    known.add(normal);
    values.set(kind, known);
  }
  return new Map([...values].map(([kind, set]) => [kind, [...set]]));
}
