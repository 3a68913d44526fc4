import { legalDateOf } from '../../base/clock.ts';
import type { HttpColumn, HttpResource, HttpType } from '../../policy/http-source.ts';
import { pointerNames, valueAtPointer } from './json-pointer.ts';

/** A row of an answer, by the columns that are declared. */
export type HttpRow = Readonly<Record<string, unknown>>;

export type ReadRow =
  /** `extra`: what the row holds besides, by the names it would have as columns. */
  | { readonly kind: 'row'; readonly row: HttpRow; readonly extra: readonly string[] }
  /** In words, without a value. */
  | { readonly kind: 'wrong'; readonly why: string };

/** Holds one row of an answer against what is declared of it. */
export function readRow({ columns }: HttpResource, value: unknown): ReadRow {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { kind: 'wrong', why: 'something that is no row: a JSON object; see "rows"' };
  const entries: [string, unknown][] = [];
  for (const column of columns) {
    const found = valueAtPointer(value, column.at);
    const why = faultOf(column, found);
    if (why !== null) return { kind: 'wrong', why };
    entries.push([column.name, found ?? null]);
  }
  return { kind: 'row', row: Object.fromEntries(entries), extra: extraIn(value, columns) };
}

/** The values of the key as text, as bindings hold them. */
export function keyOf({ columns }: HttpResource, row: HttpRow): readonly string[] {
  return columns.filter(({ key }) => key).map(({ name }) => String(row[name]));
}

function faultOf({ name, type, nullable, optional }: HttpColumn, value: unknown): string | null {
  if (value === undefined)
    return optional ? null : `a row without ${name}; write "optional: true" when rows may come without it`;
  if (value === null)
    return nullable ? null : `a row in which ${name} is null; write "nullable: true" when it may be`;
  return fits[type](value) ? null : `a row in which ${name} is not of the type ${type}`;
}

const isNumber = (value: unknown, pattern: RegExp) =>
  (typeof value === 'number' || typeof value === 'string') && pattern.test(String(value));

const fits: Readonly<Record<HttpType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  // What is too large for a number of JavaScript comes as text.
  integer: (value) => isNumber(value, /^-?\d+$/),
  decimal: (value) => isNumber(value, /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && dateOf(value) !== null,
  timestamp: (value) => typeof value === 'string' && dateOf(value) !== null,
  json: () => true,
  uuid: (value) => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
};

/**
 * The day of a date or a moment where the law counts days, as an ISO date; null when it is none. A moment without an offset is taken
 * as it stands.
 */
export function dateOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    return /(Z|[+-]\d\d:?\d\d)$/i.test(value) && /\d:\d/.test(value)
      ? legalDateOf(Temporal.Instant.from(value)).toString()
      : Temporal.PlainDate.from(value).toString();
  } catch {
    return null;
  }
}

/** Members of a row, and of what holds declared members only in part, that no column is. */
function extraIn(row: object, columns: readonly HttpColumn[]): readonly string[] {
  const declared = columns.map(({ at }) => pointerNames(at));
  const walk = (value: object, names: readonly string[]): readonly string[] =>
    Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
      const here = [...names, name];
      const related = declared.filter((path) => here.every((each, i) => path[i] === each));
      if (related.some((path) => path.length === here.length)) return [];
      if (related.length > 0 && member !== null && typeof member === 'object') return walk(member, here);
      return [here.map(safeName).join('.')];
    });
  return walk(row, []);
}

// A name that is no word may be a value: objects are also used as lists of people by their address.
function safeName(name: string): string {
  return /^[\p{L}_][\p{L}\d_-]{0,63}$/u.test(name) ? name : '(a name that is no word)';
}
