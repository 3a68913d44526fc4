/** A type as the catalog of a MariaDB source spells it: `varchar(80) collate utf8mb4_general_ci`, `int(10) unsigned`. */
export interface MariadbType {
  /** The type's own word, in lower case. */
  readonly name: string;
  /** `(10,2)` is 10 and 2. */
  readonly sizes: readonly number[];
  readonly unsigned: boolean;
  /** Null where values are not text. */
  readonly collation: string | null;
}

export function mariadbType(type: string): MariadbType {
  const [name = ''] = /^[a-z0-9]+/.exec(type.toLowerCase()) ?? [];
  const [, sizes = ''] = /^[a-z0-9]+\s*\(([\d,\s]+)\)/.exec(type.toLowerCase()) ?? [];
  return {
    name,
    sizes: sizes === '' ? [] : sizes.split(',').map(Number),
    unsigned: / unsigned\b/.test(type),
    collation: /collate (\w+)$/.exec(type)?.[1] ?? null,
  };
}

/** A collation's name begins with that of its character set. */
export function characterSet(collation: string): string {
  return collation.split('_', 1)[0] ?? collation;
}

/** Of how many bytes the numbers are. */
const integerBytes: Readonly<Record<string, number>> = {
  tinyint: 1,
  smallint: 2,
  mediumint: 3,
  int: 4,
  integer: 4,
  bigint: 8,
};

/** The largest whole number the type holds that JavaScript holds too. */
export function largestInteger({ name, unsigned }: MariadbType): number {
  const bits = 8 * (integerBytes[name] ?? 1) - (unsigned ? 0 : 1);
  return Math.min(2 ** bits - 1, Number.MAX_SAFE_INTEGER);
}

const binaryTypes: ReadonlySet<string> = new Set([
  'binary',
  'varbinary',
  'tinyblob',
  'blob',
  'mediumblob',
  'longblob',
]);

export function isBinary({ name }: MariadbType): boolean {
  return binaryTypes.has(name);
}

/** Text or bytes of which an index can hold a beginning only, or should. */
export function isLongText(type: string): boolean {
  const { name, sizes } = mariadbType(type);
  return (
    /^(tiny|medium|long)?(text|blob)$/.test(name) || (/(char|binary)$/.test(name) && (sizes[0] ?? 0) > 64)
  );
}
