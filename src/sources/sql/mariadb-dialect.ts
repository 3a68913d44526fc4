import { DummyDriver, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler, sql } from 'kysely';
import type { SelectedColumn } from '../../plan/selection.ts';
import { compiler, type Dialect, erased, type Fragment } from './dialect.ts';
import { keyLength, keyText } from './growth-loop.ts';
import { characterSet, isBinary, largestInteger, type MariadbType, mariadbType } from './mariadb-type.ts';

/**
 * MariaDB. Relations are temporary tables of the session, whose columns keep the type and collation of what they
 * were made of, so that keys compare as they do in their own tables.
 */
export const mariadbDialect: Dialect = {
  compile: compiler({
    createAdapter: () => new MysqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new MysqlIntrospector(db),
    createQueryCompiler: () => new MysqlQueryCompiler(),
  }),
  rowAddress: null,
  updateMovesRow: false,
  recursiveTerms: 'apart',
  relations: 'session-tables',
  keysChecked: 'at-each-row',
  toText: (value, type) => asText(value, mariadbType(type)),
  fromText: (value, type) => ofType(value, mariadbType(type)),
  subjectRows: (rows, arity) => {
    const keys = Array.from({ length: arity }, (_, i) => i + 1);
    const columns = keys.map((i) => sql`${sql.id(`k${i}`)} ${keyText} path ${sql.lit(`$[${i}]`)}`);
    const values = JSON.stringify(rows.map((row) => [row.person, ...row.key]));
    return sql`json_table(${values}, '$[*]' columns (${sql.join([sql`person int path '$[0]'`, ...columns])})) as s`;
  },
  // The names are bound: nothing of a column's name is part of the statement's text.
  jsonRow: (pairs) => ({
    join: sql``,
    value:
      pairs.length === 0
        ? sql`'{}'`
        : sql`json_object(${sql.join(pairs.flatMap(([name, value, column]) => [sql`${name}`, jsonValue(value, column)]))})`,
  }),
  emptied: (column) => (column.unique ? distinctValue(column) : plainValue(column)),
  isoDate: (value) => sql`date_format(${value}, '%Y-%m-%d')`,
  dateBound: (isoDate) => sql`cast(${isoDate} as date)`,
};

function asText(value: Fragment, type: MariadbType): Fragment {
  const plain = isBinary(type) ? sql`hex(${value})` : type.name === 'bit' ? sql`${value} + 0` : value;
  return sql`convert(cast(${plain} as char(${keyLength})) using utf8mb4) collate utf8mb4_nopad_bin`;
}

function ofType(value: Fragment, type: MariadbType): Fragment {
  if (type.collation !== null) {
    const set = sql.raw(characterSet(type.collation));
    return sql`convert(${value} using ${set}) collate ${sql.raw(type.collation)}`;
  }
  if (isBinary(type)) return sql`unhex(${value})`;
  const sizes = type.sizes.length === 0 ? sql`` : sql.raw(`(${type.sizes.join(', ')})`);
  switch (type.name) {
    case 'tinyint':
    case 'smallint':
    case 'mediumint':
    case 'int':
    case 'integer':
    case 'bigint':
      return type.unsigned ? sql`cast(${value} as unsigned)` : sql`cast(${value} as signed)`;
    case 'bit':
    case 'year':
      return sql`cast(${value} as unsigned)`;
    case 'decimal':
      return sql`cast(${value} as decimal${sizes})`;
    case 'float':
    case 'double':
      return sql`cast(${value} as double)`;
    case 'datetime':
    case 'timestamp':
      return sql`cast(${value} as datetime${sizes})`;
    case 'time':
      return sql`cast(${value} as time${sizes})`;
    case 'date':
    case 'uuid':
    case 'inet4':
    case 'inet6':
      return sql`cast(${value} as ${sql.raw(type.name)})`;
    default:
      return value;
  }
}

// A TIMESTAMP is a moment, and shown to whoever asks in the time zone of the asking session: here in that of nobody.
function jsonValue(value: Fragment, { type, family }: SelectedColumn): Fragment {
  const known = mariadbType(type);
  if (family === 'json') return sql`json_compact(${value})`;
  if (isBinary(known)) return sql`hex(${value})`;
  if (known.name === 'bit') return sql`${value} + 0`;
  if (known.name === 'timestamp') {
    return sql`concat(replace(timestamp '1970-01-01 00:00:00' + interval unix_timestamp(${value}) second, ' ', 'T'), 'Z')`;
  }
  return spatialTypes.has(known.name) ? sql`st_astext(${value})` : value;
}

const spatialTypes: ReadonlySet<string> = new Set([
  'geometry',
  'point',
  'linestring',
  'polygon',
  'multipoint',
  'multilinestring',
  'multipolygon',
  'geometrycollection',
]);

function plainValue(column: SelectedColumn): Fragment | null {
  const type = mariadbType(column.type);
  switch (column.family) {
    case 'text':
      return sql`left(${erased}, ${sql.lit(column.maxLength ?? 40)})`;
    case 'integer':
    case 'decimal':
    case 'boolean':
      return sql`0`;
    case 'date':
      return sql`date '1900-01-01'`;
    case 'timestamp':
      // A TIMESTAMP counts from 1970.
      return type.name === 'timestamp'
        ? sql`timestamp '1970-01-02 00:00:00'`
        : sql`timestamp '1900-01-01 00:00:00'`;
    case 'json':
      return sql`'{}'`;
    case 'uuid':
      return sql`uuid()`;
    case 'inet':
      return type.name === 'inet4' ? sql`'0.0.0.0'` : sql`'::'`;
    case 'binary':
      return sql`''`;
    case 'other':
      return null;
  }
}

/** A value that says nothing and is another in every row. */
function distinctValue(column: SelectedColumn): Fragment | null {
  const type = mariadbType(column.type);
  switch (column.family) {
    case 'text':
      return sql`left(concat('erased-', ${randomHex}), ${sql.lit(column.maxLength ?? 40)})`;
    case 'integer': {
      const largest = largestInteger(type);
      // Below zero stands nobody's number; without a sign, the highest are the least likely to.
      return type.unsigned
        ? sql`${sql.lit(largest)} - floor(rand() * ${sql.lit(Math.floor(largest / 2))})`
        : sql`-1 - floor(rand() * ${sql.lit(largest - 1)})`;
    }
    case 'decimal': {
      const [digits = 10, decimals = 0] = type.sizes;
      const largest = sql.lit(10 ** Math.min(digits - decimals, 15) - 1);
      return type.unsigned ? sql`${largest} - rand() * ${largest} / 2` : sql`-(rand() * ${largest})`;
    }
    case 'binary': {
      const [size = 16] = type.sizes;
      return sql`left(unhex(${randomHex}), ${sql.lit(size)})`;
    }
    default:
      return plainValue(column);
  }
}

const randomHex = sql`sha1(concat(uuid(), rand()))`;
