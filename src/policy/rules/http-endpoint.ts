import { type HttpTable, hasErasableColumns, httpTables, keyColumns, mayStay } from '../http-table.ts';
import type { Problem, Rule } from '../rule.ts';

/** Whatever a plan may come to need is declared before there is a plan: reading, finding, erasing, changing. */
export const httpEndpoint: Rule = {
  code: 'http-endpoint',
  severity: 'error',
  *check(draft) {
    for (const each of httpTables(draft)) {
      const { table, resource } = each;
      if (table.use === 'not-personal') continue;
      if (keyColumns(resource).length === 0)
        yield missing(
          each,
          'no column of it tells one row from another',
          'mark the columns that do: "key: true"',
        );
      if (resource.read === null && isRead(each)) yield missing(each, 'it has no "read"', readHint(each));
      if (table.use === 'personal') yield* ofPeople(each);
    }
  },
};

function* ofPeople(each: HttpTable): Generator<Problem> {
  const { source, table, resource } = each;
  const { find, list, erase, rectify } = resource;
  for (const { kind } of table.subject?.identities ?? []) {
    if (list !== null || find.has(kind)) continue;
    const hint = `add "find: { ${kind}: { request: GET /… } }", or "list:" to look through all rows`;
    yield missing(each, `nobody can be found in it by ${kind}`, hint);
  }
  if (erase === null && table.onErasure === 'delete')
    yield missing(
      each,
      'it has no "erase"',
      'add "erase: { request: DELETE /… }", or "onErasure: redact" to the table',
    );
  if (rectify === null && mayStay(source, table) && hasErasableColumns(table))
    yield missing(
      each,
      'it has no "rectify", and its rows may have to stay without the person in them',
      'add "rectify: { request: PATCH /… }"',
    );
}

function isRead({ source, table }: HttpTable): boolean {
  return (
    table.use === 'personal' ||
    source.tables.some(({ links }) =>
      links.some(({ kind, table: to }) => kind === 'context' && to === table.id),
    )
  );
}

function readHint({ table, resource }: HttpTable): string {
  if (table.use === 'personal' && table.subject === null)
    return `add "read: { request: GET /… }" for all rows of an owner, with a {table.column} of the owner in it`;
  const key = keyColumns(resource)[0] ?? 'id';
  return `add "read: { request: GET /…/{${key}} }" for the row with a key`;
}

function missing({ resource, table }: HttpTable, what: string, hint: string): Problem {
  return { place: resource.place, message: `resource ${table.id} cannot be used: ${what}`, hint };
}
