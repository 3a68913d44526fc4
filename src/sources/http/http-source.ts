import type { Catalog } from '../../catalog/catalog.ts';
import type { IdentityKind } from '../../domain/identity.ts';
import type { SourceAccess, SourceBindings } from '../../plan/plan.ts';
import type { HttpApi, HttpRead } from '../../policy/http-source.ts';
import type { HttpSource } from '../../policy/policy.ts';
import { noGate } from '../gate.ts';
import type { AccessRow, Source, TableCount } from '../source.ts';
import { requireSuccess } from './answer.ts';
import { httpClient } from './client.ts';
import { declaredCatalog } from './declared-catalog.ts';
import { countErasureOverHttp, eraseOverHttp } from './erase.ts';
import { httpFailure } from './failure.ts';
import { findOverHttp } from './find.ts';
import { type PersonRow, peopleIn, personRows } from './person-rows.ts';
import { placeOf } from './place.ts';
import { addressOf, type OpenApi, readPages } from './read.ts';
import { countRectificationOverHttp, lookAtCellsOverHttp, rectifyOverHttp } from './rectify.ts';
import { datedRowsOverHttp, listSubjectsOverHttp, searchOverHttp } from './scan.ts';

/** What is told of a source that is an API, beside what the policy says of every source. */
export type DeclaredApi = Pick<HttpSource, 'id' | 'connection' | 'tables'> & HttpApi;

/**
 * An HTTP API as a source.
 *
 * @param secretValue the base address, and the secret of its authentication, by the names of their settings.
 * @throws GestandError `bad-configuration` for an address that is none, or that anybody on the way could read along.
 */
export function httpSource(declared: DeclaredApi, secretValue: (name: string) => string): Source {
  const { id, resources } = declared;
  const place = placeOf(declared, secretValue);
  const api: OpenApi = { client: httpClient(place), place, resources };
  return {
    id,
    kind: 'http',
    capabilities: { markers: false, gates: false, batches: false, snapshot: false, scans: canScan(declared) },
    ping: () => ping(api, declared.ping),
    introspect: () => introspect(api, declared.ping),
    // What is declared holds: nothing is proposed for an API, so nothing is looked at.
    sample: async () => new Map(),
    countPresent: async () => null,
    find: (map, identities) => findOverHttp(api, map, identities),
    listSubjects: (table, { rows }) => listSubjectsOverHttp(api, table, rows),
    countAccess: (plan, bindings) => countAccess(api, plan, bindings),
    readAccess: (plan, bindings) => readAccess(api, plan, bindings),
    countErasure: (plan, bindings) => countErasureOverHttp(api, { plan, bindings }),
    erase: (plan, bindings, options) => eraseOverHttp(api, { plan, bindings }, options),
    countRectification: (plan, people) => countRectificationOverHttp(api, { plan, people }),
    rectify: (plan, people, options) => rectifyOverHttp(api, { plan, people }, options),
    lookAtCells: (question) => lookAtCellsOverHttp(api, question),
    ...noGate(id),
    search: (map, values) => searchOverHttp(api, map, values),
    ...datedRowsOverHttp(api),
    tagRows: async () => null,
    close: () => api.client.close(),
  };
}

/** Whether every row that may be a person's can be looked through. */
function canScan({ resources, tables }: DeclaredApi): boolean {
  const others = new Set(tables.filter(({ use }) => use !== 'personal').map(({ id }) => id));
  return [...resources].every(([table, { list }]) => others.has(table) || list !== null);
}

async function ping(api: OpenApi, path: string | null): Promise<void> {
  const endpoint = { source: api.place.source, request: `GET ${path ?? '(its address)'}` };
  const url = addressOf(api.place, path ?? '');
  const answer = await api.client.call({ endpoint, method: 'GET', url, body: null, repeatable: true });
  if (path !== null) requireSuccess(endpoint, answer);
  else if (answer.status >= 500)
    throw httpFailure(endpoint, 'source-unreachable', `is answered with ${answer.status}; try again later`);
}

/**
 * Asks what can be asked without anybody in mind: one page of every list, and of every `find` somebody who is not there. It shows whether
 * rows are as declared and hold nothing besides, and that an address still leads where it did: from then on a row that
 * is answered with 404 is gone, and not the API.
 */
async function introspect(api: OpenApi, path: string | null): Promise<Catalog> {
  const undeclared = new Map<string, Set<string>>();
  await ping(api, path);
  for (const [table, { list, find }] of api.resources) {
    const extra = new Set<string>();
    undeclared.set(table, extra);
    const onExtra = (name: string) => void extra.add(name);
    const look = async (read: HttpRead, value: string | undefined) => {
      for await (const _ of readPages(api, { table, read, lookUp: () => value, onExtra })) break;
    };
    if (list !== null) await look(list, undefined);
    for (const [kind, read] of find) await look(read, nobody[kind]);
  }
  return declaredCatalog(api.place.source, api.resources, undeclared);
}

/** Nobody is known by these; `.invalid` is kept free of addresses (RFC 2606). */
const nobody: Readonly<Record<IdentityKind, string>> = {
  email: 'nobody@gestand.invalid',
  phone: '+00000000000',
  'customer-number': 'gestand-nobody',
  'account-id': 'gestand-nobody',
  'licence-plate': 'GESTAND0',
};

async function countAccess(
  api: OpenApi,
  plan: SourceAccess,
  bindings: SourceBindings,
): Promise<readonly TableCount[]> {
  const counts = new Map<string, number>();
  for await (const { table } of everyonesRows(api, plan, bindings))
    counts.set(table.id, (counts.get(table.id) ?? 0) + 1);
  return [...counts].map(([table, rows]) => ({ table, rows }));
}

async function* readAccess(
  api: OpenApi,
  plan: SourceAccess,
  bindings: SourceBindings,
): AsyncGenerator<AccessRow> {
  for await (const { table, row, person } of everyonesRows(api, plan, bindings)) {
    const shown = table.columns.filter(({ onAccess }) => onAccess === 'show').map(({ name }) => name);
    yield { table: table.id, person, values: Object.fromEntries(shown.map((name) => [name, row[name]])) };
  }
}

async function* everyonesRows(
  api: OpenApi,
  { selection, steps }: SourceAccess,
  bindings: SourceBindings,
): AsyncGenerator<PersonRow & { readonly person: number }> {
  const read = new Set(steps.map(({ table }) => table));
  for (const person of peopleIn(bindings)) {
    const whose = { selection, bindings, person };
    for await (const row of personRows(api, whose, 'personal-and-context'))
      if (read.has(row.table.id)) yield { ...row, person };
  }
}
