import type { HttpChange, HttpRead } from '../http-source.ts';
import { type HttpTable, httpTables, keyColumns } from '../http-table.ts';
import { placeholdersIn, textsIn } from '../json-template.ts';
import { suggestName } from '../nearest-name.ts';
import type { PolicyDraft } from '../policy-draft.ts';
import type { Problem, Rule } from '../rule.ts';
import { type PlaceholderName, placeholderOf, TemplateError } from '../uri-template.ts';

/** Each placeholder has a value, and each request says which rows it is about: one that does not would be about everybody's. */
export const httpTemplate: Rule = {
  code: 'http-template',
  severity: 'error',
  *check(draft) {
    for (const each of httpTables(draft))
      for (const endpoint of endpointsOf(each)) yield* problems(draft, each, endpoint);
  },
};

interface Endpoint {
  readonly names: readonly string[];
  readonly request: HttpRead | HttpChange;
  readonly known: readonly PlaceholderName[];
  /** Of each of these lists one must be there. */
  readonly needed: readonly (readonly PlaceholderName[])[];
}

const value: PlaceholderName = { table: null, column: 'value' };
const changes: PlaceholderName = { table: null, column: 'changes' };

function endpointsOf(each: HttpTable): readonly Endpoint[] {
  const { find, list, erase, rectify } = each.resource;
  const own = ownColumns(each);
  const known = [...own, ...parentColumns(each)];
  const needed = keyColumns(each.resource).map((column) => sameAs(each, column));
  return [
    ...[...find].map(([kind, request]) => ({
      names: ['find', kind],
      request,
      known: [value],
      needed: [[value]],
    })),
    ...(list === null ? [] : [{ names: ['list'], request: list, known: [], needed: [] }]),
    ...readOf(each),
    ...(erase === null ? [] : [{ names: ['erase'], request: erase, known, needed }]),
    ...(rectify === null
      ? []
      : [{ names: ['rectify'], request: rectify, known: [...known, changes], needed }]),
  ];
}

function readOf(each: HttpTable): readonly Endpoint[] {
  const { table, resource } = each;
  const { read, parent } = resource;
  if (read === null) return [];
  const endpoint = { names: ['read'], request: read };
  if (table.use === 'personal' && table.subject === null) {
    if (parent === null) return [];
    const repeated = parent.parentColumns.map((column) => ({ table: parent.table, column }));
    const known = [
      ...repeated,
      ...parent.columns.map((column) => ({ table: null, column })),
      ...parentColumns(each),
    ];
    return [{ ...endpoint, known, needed: [known] }];
  }
  const keys = keyColumns(resource).map((column) => ({ table: null, column }));
  if (table.use === 'context') return [{ ...endpoint, known: ownColumns(each), needed: [ownColumns(each)] }];
  return [{ ...endpoint, known: keys, needed: keys.map((key) => [key]) }];
}

function* problems(draft: PolicyDraft, { path, table }: HttpTable, endpoint: Endpoint): Generator<Problem> {
  const { names, request, known, needed } = endpoint;
  const place = (key: string) => draft.place(...path, ...names, key);
  const texts = [
    ...[request.path].map((text) => ({ text, at: place('request') })),
    ...(request.body === null ? [] : textsIn(request.body)).map((text) => ({ text, at: place('body') })),
  ];
  const used: PlaceholderName[] = [];
  for (const { text, at } of texts) {
    try {
      const found = placeholdersIn(text);
      used.push(...found);
      const odd = found.find((name) => !known.some((each) => isSame(each, name)));
      if (odd !== undefined)
        yield { place: at, message: `${placeholderOf(odd)} has no value here`, hint: hintOf(odd, known) };
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      yield {
        place: at,
        message: error.message,
        hint: 'write {column}, or {table.column} for a column of the owner',
      };
      return;
    }
  }
  const lacking = needed.find((names) => !names.some((name) => used.some((each) => isSame(each, name))));
  if (lacking === undefined) return;
  yield {
    place: place('request'),
    message: `this request does not say which rows of ${table.id} it is about`,
    hint: `put ${lacking.slice(0, 1).map(placeholderOf).join('')} in it`,
  };
}

function hintOf(odd: PlaceholderName, known: readonly PlaceholderName[]): string {
  return known.length === 0
    ? 'write it without placeholders'
    : suggestName(placeholderOf(odd), known.map(placeholderOf), 'placeholder');
}

function ownColumns({ resource }: HttpTable): readonly PlaceholderName[] {
  return resource.columns.map(({ name }) => ({ table: null, column: name }));
}

function parentColumns({ source, resource: { parent } }: HttpTable): readonly PlaceholderName[] {
  if (parent === null) return [];
  const columns = source.resources.get(parent.table)?.columns ?? [];
  return columns.map(({ name }) => ({ table: parent.table, column: name }));
}

/** A column of the row, or what it repeats of its owner. */
function sameAs({ resource: { parent } }: HttpTable, column: string): readonly PlaceholderName[] {
  const at = parent?.columns.indexOf(column) ?? -1;
  const repeated = at === -1 ? undefined : parent?.parentColumns[at];
  return [
    { table: null, column },
    ...(repeated === undefined || parent === null ? [] : [{ table: parent.table, column: repeated }]),
  ];
}

function isSame(a: PlaceholderName, b: PlaceholderName): boolean {
  return a.table === b.table && a.column === b.column;
}
