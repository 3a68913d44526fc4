import { present } from '../../base/assert.ts';
import type { HttpPaging, HttpRead, HttpResource } from '../../policy/http-source.ts';
import { jsonOf, nextLink, requireSuccess } from './answer.ts';
import type { HttpAnswer, HttpClient, HttpPlace } from './client.ts';
import { type Endpoint, httpFailure } from './failure.ts';
import { valueAtPointer } from './json-pointer.ts';
import { type LookUp, renderJson, renderPath, withParameter } from './render.ts';
import { type HttpRow, keyOf, readRow } from './row.ts';

/** An API, opened. */
export interface OpenApi {
  readonly client: HttpClient;
  readonly place: HttpPlace;
  readonly resources: ReadonlyMap<string, HttpResource>;
}

export interface Reading {
  readonly table: string;
  readonly read: HttpRead;
  readonly lookUp: LookUp;
  /** Status codes that mean that there are no rows, beside those of the policy. */
  readonly absent?: readonly number[];
  /** Called with what a row holds and no column is. Left out: that is refused. */
  readonly onExtra?: (name: string) => void;
}

/**
 * The rows of an endpoint, page by page, each row once.
 *
 * @throws GestandError `source-unreachable`; `source-failed` when an answer is not as declared; `drifted` when a row holds what is not
 * declared; `limit-exceeded` for too many pages or too large ones.
 */
export async function* readPages(api: OpenApi, reading: Reading): AsyncGenerator<readonly HttpRow[]> {
  const { place } = api;
  const { read } = reading;
  const endpoint = endpointOf(api, read);
  const seen = new Set<string>();
  if (!isAskable(reading))
    throw httpFailure(
      endpoint,
      'source-failed',
      'cannot be asked: a value in it is missing or cannot stand there',
    );
  const body = read.body === null ? null : renderJson(read.body, reading.lookUp);
  let next: URL | null = firstPage(api, reading);
  let before = 0;
  for (let page = 1; next !== null; page++) {
    if (page > place.limits.pages)
      throw httpFailure(
        endpoint,
        'limit-exceeded',
        `has more than ${place.limits.pages} pages; see "pages" in its limits`,
      );
    const answer = await api.client.call({
      endpoint,
      method: read.method,
      url: next,
      body: body === null ? null : { text: JSON.stringify(body.value), contentType: 'application/json' },
      repeatable: true,
    });
    if ([...read.absent, ...(reading.absent ?? [])].includes(answer.status)) return;
    requireSuccess(endpoint, answer);
    const json = jsonOf(endpoint, answer);
    const rows = rowsOf(api, { endpoint, reading, json });
    const fresh = rows.filter(({ key }) => !seen.has(key));
    for (const { key } of fresh) seen.add(key);
    if (rows.length > 0 && fresh.length === 0)
      throw httpFailure(
        endpoint,
        'source-failed',
        'is answered with the same page again; correct "page" in the policy',
      );
    yield fresh.map(({ row }) => row);
    before += rows.length;
    const turn: Turn = { answer, json, rows: rows.length, before, page, url: next };
    next = nextPage(endpoint, { paging: read.page, base: place.base, turn });
  }
}

/** Whether every value is there, and can stand where it is to stand. */
export function isAskable({ read, lookUp }: Pick<Reading, 'read' | 'lookUp'>): boolean {
  return (
    renderPath(read.path, lookUp) !== null && (read.body === null || renderJson(read.body, lookUp) !== null)
  );
}

export function endpointOf(
  { place }: OpenApi,
  { method, path }: { readonly method: string; readonly path: string },
): Endpoint {
  return { source: place.source, request: `${method} ${path}` };
}

export function resourceOf({ resources }: OpenApi, table: string): HttpResource {
  return present(resources.get(table), `the resource ${table}`);
}

/** The address of a path under the base address. */
export function addressOf({ base }: HttpPlace, path: string): URL {
  return new URL(base.origin + base.pathname.replace(/\/+$/, '') + path);
}

function firstPage({ place }: OpenApi, { read, lookUp }: Reading): URL {
  const path = present(renderPath(read.path, lookUp), 'a path whose values are there');
  const { page } = read;
  if (page?.kind === 'number')
    return addressOf(place, withParameter(path, page.parameter, String(page.first)));
  if (page?.kind === 'offset') return addressOf(place, withParameter(path, page.parameter, '0'));
  return addressOf(place, path);
}

interface Rows {
  readonly endpoint: Endpoint;
  readonly reading: Reading;
  readonly json: unknown;
}

function rowsOf(
  api: OpenApi,
  { endpoint, reading: { table, read, onExtra }, json }: Rows,
): readonly { readonly key: string; readonly row: HttpRow }[] {
  const resource = resourceOf(api, table);
  const found = valueAtPointer(json, read.rows);
  if (found === undefined)
    throw httpFailure(
      endpoint,
      'source-failed',
      `is answered with nothing at "${read.rows}"; correct "rows"`,
    );
  return (Array.isArray(found) ? found : [found]).map((value: unknown) => {
    const answered = readRow(resource, value);
    if (answered.kind === 'wrong')
      throw httpFailure(endpoint, 'source-failed', `is answered with ${answered.why}`);
    const [extra] = answered.extra;
    if (extra !== undefined && onExtra === undefined)
      throw httpFailure(
        endpoint,
        'drifted',
        `is answered with a field ${extra} that ${table} does not declare; add it to the columns of the resource and map it`,
      );
    for (const name of answered.extra) onExtra?.(name);
    return { key: JSON.stringify(keyOf(resource, answered.row)), row: answered.row };
  });
}

/** A page as it came. */
interface Turn {
  readonly answer: HttpAnswer;
  readonly json: unknown;
  readonly rows: number;
  /** On this page and those before it. */
  readonly before: number;
  /** From 1. */
  readonly page: number;
  readonly url: URL;
}

function nextPage(
  endpoint: Endpoint,
  { paging, base, turn }: { readonly paging: HttpPaging | null; readonly base: URL; readonly turn: Turn },
): URL | null {
  const { answer, json, rows, before, page, url } = turn;
  const at = (name: string, value: string) =>
    new URL(url.origin + withParameter(url.pathname + url.search, name, value));
  switch (paging?.kind) {
    case undefined:
      if (nextLink(answer.link) === null) return null;
      throw httpFailure(
        endpoint,
        'source-failed',
        'has a next page, and the policy declares no "page" for it',
      );
    // An API may give fewer rows a page than it is asked for, so that only a page without rows is past the end.
    case 'number':
      return rows === 0 ? null : at(paging.parameter, String(paging.first + page));
    case 'offset':
      return rows === 0 ? null : at(paging.parameter, String(before));
    case 'cursor': {
      const cursor = valueAtPointer(json, paging.at);
      if (cursor === undefined || cursor === null || cursor === '' || cursor === false) return null;
      return at(paging.parameter, String(cursor));
    }
    case 'next': {
      const next = valueAtPointer(json, paging.at);
      return next === undefined || next === null || next === ''
        ? null
        : sameServer(endpoint, { next, url, base });
    }
    case 'link': {
      const next = nextLink(answer.link);
      return next === null ? null : sameServer(endpoint, { next, url, base });
    }
  }
}

function sameServer(
  endpoint: Endpoint,
  { next, url, base }: { readonly next: unknown; readonly url: URL; readonly base: URL },
): URL {
  const to = typeof next === 'string' ? URL.parse(next, url) : null;
  if (to === null)
    throw httpFailure(endpoint, 'source-failed', 'names a next page that is no address; correct "at"');
  if (to.origin !== base.origin)
    throw httpFailure(
      endpoint,
      'source-failed',
      'names a next page on another server, where its credentials must not go',
    );
  return to;
}
