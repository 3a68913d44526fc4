import type { z } from 'zod';
import { isOwning } from '../domain/ownership.ts';
import {
  type changeShape,
  type httpColumnShape,
  type limitsShape,
  type readShape,
  resourceShape,
} from './http-shape.ts';
import {
  defaultHttpLimits,
  type HttpApi,
  type HttpChange,
  type HttpColumn,
  type HttpLimits,
  type HttpParent,
  type HttpRead,
  type HttpResource,
} from './http-source.ts';
import type { PolicyTable } from './policy.ts';
import type { httpHead } from './policy-file.ts';
import { keysAt, type Path, valueAt, type YamlTree } from './yaml-tree.ts';

interface Where {
  readonly tree: YamlTree;
  /** Of the source. */
  readonly id: string;
  readonly tables: readonly PolicyTable[];
}

/** What a source says of its API, as far as it has its shape. */
export function readHttpApi(head: z.infer<typeof httpHead>, where: Where): HttpApi {
  const { tree, id, tables } = where;
  const path: Path = ['sources', id, 'resources'];
  const read = keysAt(tree, path).flatMap((name): readonly (readonly [string, HttpResource])[] => {
    const resource = readResource(tree, [...path, name]);
    return resource === null ? [] : [[name, resource]];
  });
  const resources = new Map(read);
  for (const [name, resource] of resources) {
    const parent = parentOf(
      tables.find((table) => table.id === name),
      resources,
    );
    resources.set(name, { ...resource, parent });
  }
  return {
    authentication: head.authentication ?? null,
    limits: limitsOf(head.limits),
    ping: head.ping ?? null,
    resources,
  };
}

function readResource(tree: YamlTree, path: Path): HttpResource | null {
  const raw = resourceShape.safeParse(valueAt(tree.value, path));
  if (!raw.success) return null;
  const { columns, find, read, list, erase, rectify } = raw.data;
  return {
    columns: Object.entries(columns).map(([name, column]) => readColumn(name, column)),
    parent: null,
    find: new Map(
      Object.entries(find ?? {}).map(([kind, endpoint]) => [
        kind as keyof typeof find,
        readEndpoint(endpoint),
      ]),
    ),
    read: read === undefined ? null : readEndpoint(read),
    list: list === undefined ? null : readEndpoint(list),
    erase: erase === undefined ? null : changeEndpoint(erase),
    rectify: rectify === undefined ? null : changeEndpoint(rectify),
    place: tree.keyPlace(path),
  };
}

function readColumn(name: string, written: z.infer<typeof httpColumnShape>): HttpColumn {
  const column = typeof written === 'string' ? { type: written } : written;
  return {
    name,
    type: column.type,
    nullable: column.nullable === true || column.optional === true,
    optional: column.optional ?? false,
    key: column.key ?? false,
    unique: column.unique ?? false,
    readOnly: column.readOnly ?? false,
    at: column.at ?? `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  };
}

function readEndpoint({ request, body, rows, page, absent }: z.infer<typeof readShape>): HttpRead {
  const [method, path] = splitRequest(request);
  return {
    method: method === 'POST' ? 'POST' : 'GET',
    path,
    body: body ?? null,
    rows: rows ?? '',
    page: page === undefined ? null : page.kind === 'number' ? { ...page, first: page.first ?? 1 } : page,
    absent: absent ?? [],
  };
}

function changeEndpoint(written: z.infer<typeof changeShape>): HttpChange {
  const [method, path] = splitRequest(written.request);
  const change = method as HttpChange['method'];
  return {
    method: change,
    path,
    body: written.body ?? null,
    contentType: written.contentType ?? 'application/json',
    // RFC 9110, 9.2.2.
    repeatable: written.repeatable ?? (change === 'DELETE' || change === 'PUT'),
  };
}

function splitRequest(request: string): readonly [string, string] {
  const space = request.indexOf(' ');
  return [request.slice(0, space), request.slice(space + 1)];
}

/** The one owning link of a table, as the API knows it: which of the row's columns repeat which of the owner's. */
function parentOf(
  table: PolicyTable | undefined,
  resources: ReadonlyMap<string, HttpResource>,
): HttpParent | null {
  if (table === undefined || table.subject !== null) return null;
  const [link, second] = table.links.filter(({ kind }) => isOwning(kind));
  if (link === undefined || second !== undefined || link.reference !== 'row') return null;
  const key = (resources.get(link.table)?.columns ?? []).filter((column) => column.key);
  const parentColumns = link.otherColumns.length > 0 ? link.otherColumns : key.map(({ name }) => name);
  return { table: link.table, columns: link.rowColumns, parentColumns };
}

function limitsOf(written: z.infer<typeof limitsShape> = {}): HttpLimits {
  const { requestsPerSecond, timeoutSeconds, attempts, pages, megabytes } = defaultHttpLimits;
  return {
    requestsPerSecond: written.requestsPerSecond ?? requestsPerSecond,
    timeoutSeconds: written.timeoutSeconds ?? timeoutSeconds,
    attempts: written.attempts ?? attempts,
    pages: written.pages ?? pages,
    megabytes: written.megabytes ?? megabytes,
  };
}
