import { type CompanyTable, companyTables, firstHeldDay, peopleColumns } from './tables.ts';

/*
 * The yardsticks: what somebody who knows this one schema would write by hand. Everything the product must find out
 * (who owns what, what is shared, what a law holds) is known here in advance.
 */

/** How a column is compared with the people it is about: `= $1`, `= 17`, `= any('{1,2}')`. */
type Match = (column: string) => string;

/** Every row of one person, as `(tab, data)`, in one statement with the person's id as `$1`. */
export function accessByHand(): string {
  const tables = companyTables.map(
    (table) => `select '${table.name}' as tab, to_jsonb(t) as data from ${table.name} t ${path(table)}`,
  );
  return [`select 'people' as tab, to_jsonb(t) as data from people t where t.id = $1`, ...tables].join(
    ' union all ',
  );
}

/** A script of the erasure, child first, in one transaction and one round trip. */
export function erasureScript(ids: readonly number[]): string {
  return `begin; ${erasureStatements(literalMatch(ids)).join('; ')}; commit`;
}

/** The same as one statement of data-modifying common table expressions, with the id or ids as `$1`. */
export function erasureStatement(people: 'one' | 'many'): string {
  const match: Match = (column) => (people === 'one' ? `${column} = $1` : `${column} = any($1::bigint[])`);
  const parts = erasureStatements(match).map((statement, i) => `s${i} as (${statement})`);
  return `with ${parts.join(', ')} select 1`;
}

function literalMatch(ids: readonly number[]): Match {
  return ids.length === 1
    ? (column) => `${column} = ${ids[0]}`
    : (column) => `${column} = any('{${ids.join(',')}}'::bigint[])`;
}

/** From a row of the table up to the person. */
function path(table: CompanyTable): string {
  const joins: string[] = [];
  let alias = 't';
  let at = table;
  for (;;) {
    const above = companyTables.find((candidate) => candidate.name === at.parent);
    if (above === undefined) break;
    const next = `a${joins.length}`;
    joins.push(`join ${above.name} ${next} on ${next}.id = ${alias}.${at.reference}`);
    alias = next;
    at = above;
  }
  const second = at.secondOwner === undefined ? '' : ` or ${alias}.${at.secondOwner} = $1`;
  return `${joins.join(' ')} where ${alias}.${at.reference} = $1${second}`;
}

function erasureStatements(match: Match): readonly string[] {
  const shared = companyTables.flatMap(({ name, reference, secondOwner }) =>
    secondOwner === undefined
      ? []
      : [
          // A message's text is its sender's, who takes it along; a car's data stay with who still owns it.
          `update ${name} set ${reference} = null${name === 'messages' ? ', body = null' : ''} where ${match(reference)} and ${secondOwner} is not null`,
          `update ${name} set ${secondOwner} = null where ${match(secondOwner)} and ${reference} is not null`,
        ],
  );
  const deletions = companyTables
    .toReversed()
    .map((table) => `delete from ${table.name} where ${theirs(table, match)}`);
  const held = `exists (select from invoices where person_id = people.id and issued_on >= '${firstHeldDay}')`;
  const emptied = Object.keys(peopleColumns).map((column) => `${column} = null`);
  return [
    ...shared,
    ...deletions,
    `update people set email = 'erased-' || gen_random_uuid(), ${emptied.join(', ')} where ${match('id')} and ${held}`,
    `delete from people where ${match('id')} and not ${held}`,
  ];
}

/** The rows that go: theirs alone, and held by no law. */
function theirs({ parent, reference, secondOwner, hold }: CompanyTable, match: Match): string {
  const above = companyTables.find((table) => table.name === parent);
  if (above !== undefined) return `${reference} in (select id from ${parent} where ${theirs(above, match)})`;
  if (secondOwner !== undefined) {
    return `((${match(reference)} and ${secondOwner} is null) or (${match(secondOwner)} and ${reference} is null))`;
  }
  const free = typeof hold === 'object' ? ` and ${hold.from} < '${firstHeldDay}'` : '';
  return `${match(reference)}${free}`;
}
