import type { DatabaseKind, TypeFamily } from './catalog.ts';

/**
 * The family of a type as its source prints it. A domain is given as the type underneath it; an array and whatever
 * is not in the tables is `other`, and so is an enum, which its source recognises by its kind and not by its name.
 */
export function typeFamily(kind: DatabaseKind, type: string): TypeFamily {
  const name = type.toLowerCase().trim();
  switch (kind) {
    case 'postgresql':
      return name.endsWith(']') ? 'other' : (postgresqlFamilies.get(withoutModifiers(name)) ?? 'other');
    case 'sqlite':
      return sqliteFamily(withoutModifiers(name));
    case 'mariadb':
      return mariadbFamily(name);
  }
}

/** `timestamp(3) with time zone` is `timestamp with time zone`. */
function withoutModifiers(name: string): string {
  return name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const postgresqlFamilies: ReadonlyMap<string, TypeFamily> = new Map(
  Object.entries({
    text: ['text', 'character varying', 'varchar', 'character', 'char', 'bpchar', 'citext', 'name'],
    integer: ['smallint', 'integer', 'bigint', 'int', 'int2', 'int4', 'int8'],
    decimal: ['numeric', 'decimal', 'real', 'double precision', 'float4', 'float8'],
    boolean: ['boolean', 'bool'],
    date: ['date'],
    timestamp: ['timestamp', 'timestamp without time zone', 'timestamp with time zone', 'timestamptz'],
    json: ['json', 'jsonb'],
    uuid: ['uuid'],
    inet: ['inet', 'cidr'],
    binary: ['bytea'],
  } satisfies Record<Exclude<TypeFamily, 'other'>, readonly string[]>).flatMap(([family, names]) =>
    names.map((name): [string, TypeFamily] => [name, family as TypeFamily]),
  ),
);

/**
 * SQLite stores any value in any column and guesses by pieces of the name (sqlite.org/datatype3.html, 3.1). What the
 * author of the schema meant is looked at first: a column declared `date` holds dates, although SQLite says "numeric".
 */
const sqlitePieces: readonly (readonly [RegExp, TypeFamily])[] = [
  [/^date$/, 'date'],
  [/^(datetime|timestamp)/, 'timestamp'],
  [/^bool/, 'boolean'],
  [/^jsonb?$/, 'json'],
  [/^(uuid|guid)$/, 'uuid'],
  [/int/, 'integer'],
  [/char|clob|text/, 'text'],
  [/blob/, 'binary'],
  [/real|floa|doub|num|dec/, 'decimal'],
  // No type at all: text is what it is searched as.
  [/^$/, 'text'],
];

function sqliteFamily(name: string): TypeFamily {
  return sqlitePieces.find(([piece]) => piece.test(name))?.[1] ?? 'other';
}

const mariadbFamilies: ReadonlyMap<string, TypeFamily> = new Map(
  Object.entries({
    text: ['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext'],
    integer: ['tinyint', 'smallint', 'mediumint', 'int', 'integer', 'bigint', 'year'],
    decimal: ['decimal', 'numeric', 'float', 'double'],
    boolean: ['bit', 'boolean'],
    date: ['date'],
    timestamp: ['datetime', 'timestamp'],
    json: ['json'],
    uuid: ['uuid'],
    inet: ['inet4', 'inet6'],
    binary: ['binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob'],
  } satisfies Record<Exclude<TypeFamily, 'other'>, readonly string[]>).flatMap(([family, names]) =>
    names.map((name): [string, TypeFamily] => [name, family as TypeFamily]),
  ),
);

/** The word at the start; `tinyint(1)` is how MariaDB writes a boolean, and a wider `bit` is a number of flags. */
function mariadbFamily(name: string): TypeFamily {
  if (/^tinyint\(1\)/.test(name)) return 'boolean';
  if (/^bit\((?!1\))/.test(name)) return 'integer';
  return mariadbFamilies.get(/^[a-z0-9]+/.exec(name)?.[0] ?? '') ?? 'other';
}
