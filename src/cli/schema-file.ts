import { readFileSync, statSync } from 'node:fs';
import { GestandError } from '../base/error.ts';

/** A schema of thousands of tables is a few million bytes; what is far more holds rows. */
const mostBytes = 64_000_000;

/** Files that are often taken for a schema in SQL, by how they begin, and what to make of them. */
const others: readonly (readonly [string, string])[] = [
  [
    'PGDMP',
    'is a dump in the archive format. Make text of it: pg_restore --schema-only --no-owner -f schema.sql FILE',
  ],
  ['SQLite format 3\0', 'is a SQLite database. Make its schema: sqlite3 FILE .schema > schema.sql'],
];

/**
 * The text of a schema.
 *
 * @throws GestandError `bad-input` when it cannot be read, or is no text.
 */
export function readSchemaFile(path: string): string {
  const bytes = read(path);
  const found = others.find(([start]) => bytes.subarray(0, start.length).toString('latin1') === start);
  if (found !== undefined) throw new GestandError('bad-input', `${path} ${found[1]}`);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function read(path: string): Buffer {
  try {
    if (statSync(path).size <= mostBytes) return readFileSync(path);
  } catch (cause) {
    throw new GestandError('bad-input', `${path} cannot be read. Check that it is there and yours.`, {
      cause,
    });
  }
  throw new GestandError(
    'bad-input',
    `${path} is too large to be a schema alone. Make it with: pg_dump --schema-only --no-owner DATABASE > schema.sql, or mariadb-dump --no-data DATABASE > schema.sql`,
  );
}
