import type { DataMap } from '../../catalog/data-map.ts';
import type { Identity, IdentityKind } from '../../domain/identity.ts';
import type { HttpRead } from '../../policy/http-source.ts';
import type { SubjectMatch } from '../source.ts';
import { emailForms, type SubjectQuestion, subjectMatch, subjectQuestions } from '../subject-question.ts';
import { httpFailure } from './failure.ts';
import { subjectOf } from './person-rows.ts';
import { endpointOf, isAskable, type OpenApi, readPages, resourceOf } from './read.ts';
import { type HttpRow, keyOf } from './row.ts';

/**
 * Asks each subject table's `find` for each identity, and its `list` once for those that have none. What the API
 * offers is judged by the normal form alone. Each match is then read by its key, as everything after this does: a row
 * that is found and cannot be read would pass for one that is gone.
 */
export async function findOverHttp(
  api: OpenApi,
  map: DataMap,
  identities: readonly Identity[],
): Promise<readonly SubjectMatch[]> {
  const matches: SubjectMatch[] = [];
  for (const question of subjectQuestions(map, identities)) {
    const found = new Map<string, SubjectMatch>();
    for await (const row of offeredRows(api, question)) {
      const told = question.told.map(({ column }) => textOf(row[column.name]));
      const match = subjectMatch(question, keyOf(resourceOf(api, question.table.id), row), told);
      if (match !== null) found.set(JSON.stringify(match.key), match);
    }
    for (const match of found.values()) await requireReadable(api, match);
    matches.push(...found.values());
  }
  return matches;
}

async function* offeredRows(api: OpenApi, { table, asked }: SubjectQuestion): AsyncGenerator<HttpRow> {
  const { find, list } = resourceOf(api, table.id);
  const kinds = new Map(asked.map(({ kind, values }) => [kind, values]));
  let listed = false;
  for (const [kind, values] of kinds) {
    const read = find.get(kind);
    if (read === undefined) listed = true;
    else for (const value of writtenForms(kind, values)) yield* rowsOf(api, { table: table.id, read, value });
  }
  if (listed && list !== null) yield* rowsOf(api, { table: table.id, read: list, value: null });
}

/** An API may know a domain outside ASCII by either of its two spellings. */
function writtenForms(kind: IdentityKind, values: readonly string[]): readonly string[] {
  return kind === 'email' ? values.flatMap(emailForms) : values;
}

async function* rowsOf(
  api: OpenApi,
  { table, read, value }: { readonly table: string; readonly read: HttpRead; readonly value: string | null },
): AsyncGenerator<HttpRow> {
  const lookUp = () => value ?? undefined;
  // What cannot stand in an address is nobody's.
  if (!isAskable({ read, lookUp })) return;
  for await (const page of readPages(api, { table, read, lookUp })) yield* page;
}

async function requireReadable(api: OpenApi, { table, key }: SubjectMatch): Promise<void> {
  const { read } = resourceOf(api, table);
  if (read === null || !(await subjectOf(api, table, key)).gone) return;
  throw httpFailure(
    endpointOf(api, read),
    'source-failed',
    `does not have a row that ${table} was found by; correct its path in the policy`,
  );
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
