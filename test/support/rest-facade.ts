import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tableId } from '../../src/catalog/catalog.ts';
import { normaliseIdentity } from '../../src/domain/identity.ts';
import type { HttpColumn, HttpResource, HttpType } from '../../src/policy/http-source.ts';
import { placeholderOf } from '../../src/policy/uri-template.ts';

/** A REST API over a SQLite file, as many a system has one: lists in pages, filters in the query, DELETE and PATCH of a row. */
export interface RestFacade extends AsyncDisposable {
  readonly url: string;
  readonly file: string;
  /** Every request that came, as `GET /tables/customers?id=1`. */
  readonly requests: readonly string[];
  /** Connections that are open. */
  openConnections(): Promise<number>;
}

const pageRows = 3;

export async function restFacade(file: string): Promise<RestFacade> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    void answer(file, request).then(
      (reply) => send(response, reply),
      // An API that tells too much.
      (error: Error) =>
        send(response, {
          status: /FOREIGN KEY/.test(error.message) ? 409 : 500,
          json: { error: error.message },
        }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    file,
    requests,
    openConnections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

interface Reply {
  readonly status: number;
  readonly json?: unknown;
}

function send(response: ServerResponse, { status, json }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

async function answer(file: string, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '', 'http://facade');
  const [, , collection, encoded = ''] = url.pathname.split('/');
  const body = JSON.parse((await text(request)) || '{}') as Readonly<Record<string, unknown>>;
  using database = opened(file);
  const table = decodeURIComponent(encoded);
  const columns = columnsOf(database, table);
  if (collection !== 'tables' || columns.length === 0)
    return { status: 404, json: { error: 'no such table' } };
  const filters = [...url.searchParams].filter(([name]) => name !== '~cursor' && name !== '~mail');
  if (filters.some(([name]) => !columns.some((column) => column.name === name)))
    return { status: 400, json: { error: 'no such column' } };
  const compare = (name: string) =>
    url.searchParams.has('~mail') ? `mail(${quoted(name)}) = mail(?)` : `cast(${quoted(name)} as text) = ?`;
  const where = filters.length === 0 ? 'true' : filters.map(([name]) => compare(name)).join(' and ');
  const values = filters.map(([, value]) => value);
  switch (request.method) {
    case 'GET': {
      const after = Number(url.searchParams.get('~cursor') ?? 0);
      const rows = database
        .prepare(`select * from ${quoted(table)} where ${where} order by rowid limit ? offset ?`)
        .all(...values, pageRows, after);
      const next = rows.length === pageRows ? after + pageRows : null;
      return { status: 200, json: { data: { rows: rows.map((row) => shown(row, columns)) }, next } };
    }
    case 'DELETE': {
      if (filters.length === 0) return { status: 405 };
      const { changes } = database.prepare(`delete from ${quoted(table)} where ${where}`).run(...values);
      return { status: changes === 0 ? 404 : 204 };
    }
    case 'PATCH': {
      const sets = Object.keys(body).map((name) => `${quoted(name)} = ?`);
      const to = Object.values(body).map((value) =>
        typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
      );
      const { changes } = database
        .prepare(`update ${quoted(table)} set ${sets.join(', ')} where ${where}`)
        .run(...([...to, ...values] as string[]));
      return { status: changes === 0 ? 404 : 200, json: {} };
    }
    default:
      return { status: 405 };
  }
}

/** What a policy would declare of the facade's tables; the rows of a table with a foreign key belong to what it refers to. */
export function facadeResources(file: string): ReadonlyMap<string, HttpResource> {
  using database = opened(file);
  const tables = database
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`,
    )
    .all();
  return new Map(
    tables.map(({ name }) => {
      const table = String(name);
      return [tableId('main', table, 'main'), resourceOf(database, table)];
    }),
  );
}

function resourceOf(database: DatabaseSync, table: string): HttpResource {
  const path = `/tables/${encodeURIComponent(table)}`;
  const columns = columnsOf(database, table);
  const key = columns.filter((column) => column.key).map(({ name }) => name);
  const byKey = `${path}?${key.map((name) => `${encodeURIComponent(name)}=${placeholderOf({ table: null, column: name })}`).join('&')}`;
  const parent = parentOf(database, table);
  const mail = columns.find(({ name }) => name === 'email' || name.startsWith('e '));
  const get = (of: string) => ({
    method: 'GET' as const,
    path: of,
    body: null,
    rows: '/data/rows',
    page: { kind: 'cursor' as const, parameter: '~cursor', at: '/next' },
    absent: [],
  });
  const change = { body: null, contentType: 'application/json', repeatable: true };
  return {
    columns,
    parent,
    find: new Map(
      mail === undefined ? [] : [['email', get(`${path}?${encodeURIComponent(mail.name)}={value}&~mail=1`)]],
    ),
    read: get(
      parent === null
        ? byKey
        : `${path}?${parent.columns.map((name, i) => `${encodeURIComponent(name)}=${placeholderOf({ table: parent.table, column: parent.parentColumns[i] ?? '' })}`).join('&')}`,
    ),
    list: get(path),
    erase: { ...change, method: 'DELETE', path: byKey },
    rectify: { ...change, method: 'PATCH', path: byKey },
    place: { file: 'policy.yaml', line: 1, column: 1 },
  };
}

function parentOf(database: DatabaseSync, table: string): HttpResource['parent'] {
  const keys = database.prepare('select * from pragma_foreign_key_list(?) order by id, seq').all(table);
  const first = keys.find((key) => key['table'] !== table);
  if (first === undefined) return null;
  const parts = keys.filter((key) => key['id'] === first['id']);
  const to = String(first['table']);
  const primary = columnsOf(database, to).filter((column) => column.key);
  return {
    table: tableId('main', to, 'main'),
    columns: parts.map((key) => String(key['from'])),
    parentColumns: parts.map((key, i) => String(key['to'] ?? primary[i]?.name)),
  };
}

const types: readonly (readonly [RegExp, HttpType])[] = [
  [/int/i, 'integer'],
  [/json/i, 'json'],
  [/timestamp/i, 'timestamp'],
  [/date/i, 'date'],
  [/num|dec|real/i, 'decimal'],
];

function columnsOf(database: DatabaseSync, table: string): readonly HttpColumn[] {
  return database
    .prepare('select * from pragma_table_info(?)')
    .all(table)
    .map((column) => {
      const name = String(column['name']);
      const type = types.find(([pattern]) => pattern.test(String(column['type'])))?.[1] ?? 'text';
      const key = Number(column['pk']) > 0;
      return {
        name,
        type,
        nullable: !key && column['notnull'] === 0,
        optional: false,
        key,
        unique: false,
        readOnly: false,
        at: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      };
    });
}

function shown(row: Readonly<Record<string, unknown>>, columns: readonly HttpColumn[]): object {
  return Object.fromEntries(
    columns.map(({ name, type }) => {
      const value = row[name] ?? null;
      return [name, type === 'json' && typeof value === 'string' ? JSON.parse(value) : value];
    }),
  );
}

function opened(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  // As an API that knows how addresses are compared.
  database.function('mail', (text) =>
    text === null ? null : normaliseIdentity('email', String(text)).value,
  );
  database.exec('pragma foreign_keys = on; pragma busy_timeout = 5000');
  return database;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
