import { sql } from 'kysely';
import { assert, present } from '../../base/assert.ts';
import type { Reference, SourceBindings } from '../../plan/plan.ts';
import type { SelectedLink, SelectedTable, Selection } from '../../plan/selection.ts';
import type { Dialect, Fragment, KeyPart } from './dialect.ts';

/**
 * What a plan is compiled in: the tables it concerns, and the common table expressions built so far. Relations
 * about a table all have one shape: `c<i>` for its i-th column that is carried (keys and links), `adr` for the
 * row's address where it has no key, and `p` for the person where people are told apart.
 */
export interface Scope {
  readonly dialect: Dialect;
  readonly persons: boolean;
  readonly bindings: SourceBindings;
  readonly references: readonly Reference[];
  readonly tables: readonly ScopedTable[];
  readonly groups: readonly { readonly tables: readonly ScopedTable[]; readonly recursive: boolean }[];
  /** Relations that have a name and are not part of the statement yet. */
  readonly definitions: Map<string, Definition>;
  /** Relations that are part of the statement, each after those it refers to. */
  readonly relations: Relation[];
}

export interface ScopedTable {
  readonly table: SelectedTable;
  readonly index: number;
  /** Names of the carried columns, in the table's order. */
  readonly carried: readonly string[];
}

interface Definition {
  readonly body: () => Fragment | Growth;
  readonly columns: readonly string[] | null;
}

/** A named relation; with columns where it refers to itself. */
export interface Relation {
  readonly name: string;
  readonly body: Fragment | Growth;
  readonly columns: readonly string[] | null;
}

/** A relation that refers to itself, where that is not one query: what it begins with, and what a round adds to it. */
export interface Growth {
  readonly base: Fragment;
  /** Refers to the rows of the round before: see `growth-loop.ts`. */
  readonly round: Fragment;
}

export interface ScopeOptions {
  readonly dialect: Dialect;
  readonly persons: boolean;
  readonly references: readonly Reference[];
}

/** Tables that nobody of the plan can own a row in are left out: the statement stays as small as the person. */
export function createScope(selection: Selection, bindings: SourceBindings, options: ScopeOptions): Scope {
  const byId = new Map(selection.tables.map((table) => [table.id, table]));
  const active = new Set<string>();
  for (const group of selection.groups) {
    const tables = group.tables.map((id) => present(byId.get(id), id));
    const reached = tables.some((table) =>
      table.subject
        ? (bindings[table.id]?.length ?? 0) > 0
        : table.owners.some((link) => active.has(link.table)),
    );
    if (reached) for (const table of tables) active.add(table.id);
  }
  const personal = selection.tables.filter((table) => table.use === 'personal');
  const scoped = new Map<string, ScopedTable>();
  for (const table of personal) {
    if (!active.has(table.id)) continue;
    scoped.set(table.id, {
      table,
      index: scoped.size,
      carried: carriedColumns(table, personal, options.references),
    });
  }
  return {
    dialect: options.dialect,
    persons: options.persons,
    bindings,
    references: options.references,
    tables: [...scoped.values()],
    groups: selection.groups
      .filter((group) => group.tables.some((id) => active.has(id)))
      .map((group) => ({
        tables: group.tables.map((id) => present(scoped.get(id), id)),
        recursive: group.recursive,
      })),
    definitions: new Map(),
    relations: [],
  };
}

function carriedColumns(
  table: SelectedTable,
  tables: readonly SelectedTable[],
  references: readonly Reference[],
): readonly string[] {
  const wanted = new Set<string>(table.key.map((part) => part.name));
  const add = (names: readonly string[]) => {
    for (const name of names) wanted.add(name);
  };
  for (const link of [...table.owners, ...table.context]) add(link.rowColumns);
  for (const other of tables)
    for (const link of other.owners) if (link.table === table.id) add(link.otherColumns);
  for (const reference of references) {
    if (reference.to === table.id) add(reference.toColumns);
    if (reference.from.table === table.id) add(reference.columns);
  }
  if (table.hold?.kind === 'from') add([table.hold.column]);
  return table.columns.map((column) => column.name).filter((name) => wanted.has(name));
}

export function scopedTable(scope: Scope, id: string): ScopedTable | undefined {
  return scope.tables.find((scoped) => scoped.table.id === id);
}

/** The table itself, under an alias. */
export function baseTable(
  table: { readonly schema: string; readonly name: string },
  alias: string,
): Fragment {
  return sql`${sql.id(table.schema, table.name)} as ${sql.id(alias)}`;
}

/** What a carried column is called in the relations about its table. */
export function carriedName(scoped: ScopedTable, column: string): string {
  const index = scoped.table.columns.findIndex((candidate) => candidate.name === column);
  assert(index >= 0, `${scoped.table.id}.${column} is a column`);
  return `c${index}`;
}

export function carriedRef(scoped: ScopedTable, alias: string, column: string): Fragment {
  return sql.id(alias, carriedName(scoped, column));
}

/** `t."id" as c0, t."customer_id" as c3` */
export function carriedColumnsOf(scope: Scope, scoped: ScopedTable, alias: string): Fragment {
  const columns = scoped.carried.map(
    (name) => sql`${sql.id(alias, name)} as ${sql.id(carriedName(scoped, name))}`,
  );
  if (scoped.table.key.length === 0) {
    columns.push(sql`${sql.id(alias, rowAddress(scope.dialect).column)} as ${sql.id('adr')}`);
  }
  return sql.join(columns);
}

/** The parts of a key in the table itself: its columns, or the row's address. */
export function keyParts(
  dialect: Dialect,
  key: readonly { name: string; type: string }[],
): readonly KeyPart[] {
  return key.length === 0 ? [rowAddress(dialect)] : key.map(({ name, type }) => ({ column: name, type }));
}

function rowAddress(dialect: Dialect): KeyPart {
  return present(dialect.rowAddress, 'a key, where rows have no address');
}

/**
 * What tells the rows that hold a reference apart. Where nothing does, all rows that hold the same value let go of it
 * together: the value itself finds them.
 */
export function referringKey(dialect: Dialect, reference: Reference): readonly KeyPart[] {
  return reference.key.length === 0 && dialect.rowAddress === null
    ? reference.columns.map((column) => ({ column, type: '' }))
    : keyParts(dialect, reference.key);
}

/** The names of the key's parts in the relations about a table. */
export function keyNames(scoped: ScopedTable): readonly string[] {
  return scoped.table.key.length === 0
    ? ['adr']
    : scoped.table.key.map((part) => carriedName(scoped, part.name));
}

/** Two relations about one table, at the same row (of the same person, where people are told apart). */
export function sameRow(
  scope: Scope,
  scoped: ScopedTable,
  [left, right]: readonly [string, string],
): Fragment {
  const names = scope.persons ? ['p', ...keyNames(scoped)] : keyNames(scoped);
  return allOf(names.map((name) => sql`${sql.id(left, name)} = ${sql.id(right, name)}`));
}

/** A relation about a table, at the same row as the table itself. */
export function atRow(
  scope: Scope,
  scoped: ScopedTable,
  aliases: { base: string; relation: string },
): Fragment {
  const parts = keyParts(scope.dialect, scoped.table.key);
  return allOf(
    keyNames(scoped).map(
      (name, i) =>
        sql`${sql.id(aliases.base, present(parts[i], name).column)} = ${sql.id(aliases.relation, name)}`,
    ),
  );
}

/** A plan is made for one person, or for many at once: the person of a row, where people are told apart. */
export function person(scope: Scope, alias: string): Fragment {
  return scope.persons ? sql`${sql.id(alias, 'p')}, ` : sql``;
}

/** A row of the linked table (base or relation) matches an owner in a relation about the owner's table. */
export function linkMatches(
  link: SelectedLink,
  row: (column: string) => Fragment,
  owner: (column: string) => Fragment,
): Fragment {
  return allOf(
    link.rowColumns.map(
      (column, i) => sql`${row(column)} = ${owner(present(link.otherColumns[i], link.name))}`,
    ),
  );
}

export function referenceMatches(
  reference: Reference,
  from: (column: string) => Fragment,
  to: (column: string) => Fragment,
): Fragment {
  return allOf(
    reference.columns.map(
      (column, i) => sql`${from(column)} = ${to(present(reference.toColumns[i], reference.name))}`,
    ),
  );
}

/** A link that can lead a row to one owner row only. */
export function leadsToOne(link: SelectedLink, owner: SelectedTable | undefined): boolean {
  if (link.reference !== 'row') return false;
  if (link.enforced) return true;
  const key = owner?.key.map((part) => part.name) ?? [];
  return key.length > 0 && key.every((name) => link.otherColumns.includes(name));
}

export function allOf(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}

export function anyOf(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0
    ? sql`1 = 0`
    : sql`(${sql.join(
        conditions.map((condition) => sql`(${condition})`),
        sql` or `,
      )})`;
}

export function unionOf(selects: readonly Fragment[], keyword: 'union' | 'union all'): Fragment {
  return sql.join(selects, sql.raw(` ${keyword} `));
}

/**
 * Names a relation; its body is made when something refers to it by {@link relation}, and never otherwise: a
 * statement holds no more than it needs. The name is ours and holds no identifier of the source's.
 */
export function define(
  scope: Scope,
  name: string,
  body: () => Fragment | Growth,
  columns: readonly string[] | null = null,
): string {
  scope.definitions.set(name, { body, columns });
  return name;
}

/** A defined relation, of which the statement holds the definition from now on. */
export function relation(scope: Scope, name: string): Fragment {
  const definition = scope.definitions.get(name);
  if (definition !== undefined) {
    // Taken out first: a body may refer to itself.
    scope.definitions.delete(name);
    scope.relations.push({ name, body: definition.body(), columns: definition.columns });
  }
  return sql.id(name);
}
