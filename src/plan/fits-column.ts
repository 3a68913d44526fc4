import type { CatalogColumn, TypeFamily } from '../catalog/catalog.ts';

/** Why a column cannot hold a value; null when it can, as far as its type tells. */
export function misfit(
  column: Pick<CatalogColumn, 'family' | 'type' | 'nullable' | 'maxLength'>,
  value: string | null,
): 'type' | 'length' | 'null' | null {
  if (value === null) return column.nullable ? null : 'null';
  if (!mayHold(column, value)) return 'type';
  return column.maxLength !== null && [...value].length > column.maxLength ? 'length' : null;
}

/** Whether a value, as a person would write it, can stand in a column of this type at all. */
export function mayHold({ family, type }: Pick<CatalogColumn, 'family' | 'type'>, value: string): boolean {
  if (family !== 'integer') return written[family].test(value) && isReal(family, value);
  return written.integer.test(value) && isWithin(type, BigInt(value));
}

/** Types that are read as text and written from it without loss; the others are corrected by hand. */
const never = /(?!)/;

const written: Readonly<Record<TypeFamily, RegExp>> = {
  text: /^[^\0]*$/s,
  integer: /^-?\d{1,20}$/,
  decimal: /^-?\d{1,30}(\.\d{1,20})?$/,
  boolean: never,
  date: /^\d{4}-\d{2}-\d{2}$/,
  timestamp: never,
  json: never,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  inet: never,
  binary: never,
  other: never,
};

/** Families whose values are looked for, cell by cell. */
export function isLookedAt(family: TypeFamily): boolean {
  return written[family] !== never;
}

function isReal(family: TypeFamily, value: string): boolean {
  if (family !== 'date') return true;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch {
    return false;
  }
}

/** The bytes of the whole numbers that databases have; of another name, what most can hold. */
const integerBytes: Readonly<Record<string, bigint>> = {
  tinyint: 1n,
  smallint: 2n,
  int2: 2n,
  mediumint: 3n,
  int: 4n,
  integer: 4n,
  int4: 4n,
  bigint: 8n,
  int8: 8n,
};

function isWithin(type: string, value: bigint): boolean {
  const name = /^[a-z0-9]+/.exec(type.toLowerCase())?.[0] ?? '';
  const bits = (integerBytes[name] ?? 8n) * 8n;
  return /\bunsigned\b/i.test(type)
    ? value >= 0n && value < 2n ** bits
    : value >= -(2n ** (bits - 1n)) && value < 2n ** (bits - 1n);
}
