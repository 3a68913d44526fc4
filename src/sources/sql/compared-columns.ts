import { carriedName, type Relation, type Scope, type ScopedTable } from './scope.ts';

export interface ComparedColumn {
  /** In the relation. */
  readonly name: string;
  /** As the catalog spells it. */
  readonly type: string;
}

/**
 * The columns of a relation that others are compared with, together: the key of its table, and each link and reference
 * from or to it. A relation about a table is named by one letter and the table's index; of another there are none.
 */
export function comparedColumns(scope: Scope, relation: Relation): readonly (readonly ComparedColumn[])[] {
  const scoped = scope.tables.find(({ index }) => relation.name.slice(1) === String(index));
  if (scoped === undefined || relation.columns !== null) return [];
  const lists = [
    scoped.table.key.map(({ name }) => name),
    ...scoped.table.owners.map((link) => link.rowColumns),
    ...scope.tables.flatMap(({ table }) =>
      table.owners.filter((link) => link.table === scoped.table.id).map((link) => link.otherColumns),
    ),
    ...scope.references.flatMap((reference) => [
      ...(reference.from.table === scoped.table.id ? [reference.columns] : []),
      ...(reference.to === scoped.table.id ? [reference.toColumns] : []),
    ]),
  ];
  const distinct = new Map(lists.filter((list) => list.length > 0).map((list) => [list.join('\0'), list]));
  return [...distinct.values()].map((list) => list.map((name) => comparedColumn(scoped, name)));
}

function comparedColumn(scoped: ScopedTable, name: string): ComparedColumn {
  const type = scoped.table.columns.find((column) => column.name === name)?.type ?? '';
  return { name: carriedName(scoped, name), type };
}
