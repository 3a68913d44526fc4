import { GestandError } from '../../base/error.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { ScriptPart } from './script.ts';

/**
 * What is done with a part of a file. `try`: what tables may be made from but need not be, such as a function in a
 * language that is not here. `skip`: it changes no table, column or key.
 */
export type Treatment = 'run' | 'try' | 'skip' | 'extension' | 'search-path' | { readonly refuse: string };

export interface StatementRules {
  readonly statements: readonly (readonly [RegExp, Treatment])[];
  readonly commands: readonly (readonly [RegExp, Treatment])[];
  /** What to do instead, after any refusal. */
  readonly advice: string;
}

/** A file that holds the shape of a database. */
export interface SchemaFile {
  readonly source: string;
  /** As whoever wrote it knows it: for messages. */
  readonly file: string;
  readonly text: string;
}

const rows = (verb: string): Treatment => ({ refuse: `${verb} means that there are rows in it` });
const code: Treatment = { refuse: 'it runs code' };
const server: Treatment = { refuse: 'it is about the server, not about the tables of one database' };

/** By the outline of a statement; the first that fits counts, and what fits none is refused. */
export const postgresqlRules: StatementRules = {
  statements: [
    [/^copy\b/, rows('COPY')],
    [/^insert\b/, rows('INSERT')],
    [/^(update|delete|merge|truncate)\b/, { refuse: 'it changes rows' }],
    [
      /^create (unlogged |temp |temporary |global |local )*table .*\bas\b/,
      { refuse: 'it makes a table of rows' },
    ],
    [/^(do|call|execute|prepare)\b/, code],
    [/^(create|alter|drop) (database|role|user|group|tablespace)\b/, server],
    [/^create foreign table\b/, { refuse: 'a foreign table needs its server' }],
    [/^select pg_catalog\.set_config \( \)$/, 'search-path'],
    [/^select pg_catalog\.setval \( \)$/, 'skip'],
    [
      /^set (session |local )?standard_conforming_strings (=|to) off\b/,
      { refuse: 'it is of a very old PostgreSQL' },
    ],
    [/^set (session |local )?search_path\b/, 'run'],
    [/^(set|reset|begin|start transaction|commit|end|analyze|vacuum|lock|notify|listen)\b/, 'skip'],
    [/^(comment|grant|revoke|security label|reassign|import)\b/, 'skip'],
    // The database is empty: what `--clean` would drop is not there.
    [/^drop .*\bif exists\b/, 'skip'],
    [/^create extension\b/, 'extension'],
    [
      /^(create|alter|drop) (constraint trigger|event trigger|or replace trigger|trigger|policy|rule|or replace rule)\b/,
      'skip',
    ],
    [
      /^(create|alter|drop) (publication|subscription|server|user mapping|foreign data wrapper|access method)\b/,
      'skip',
    ],
    [/^alter .*\bowner to\b/, 'skip'],
    [/^alter table .*\b(row level security|replica identity|cluster on|without cluster)\b/, 'skip'],
    [/^alter table .*\b(enable|disable) (always |replica )?(trigger|rule)\b/, 'skip'],
    [/^create (unlogged |temp |temporary |global |local )*table\b/, 'run'],
    [/^create (type|domain|schema|sequence|collation|index|unique index|materialized view|view)\b/, 'run'],
    [/^create (unlogged |temp |temporary )*(sequence|view)\b/, 'run'],
    [/^create (or replace )?(temp |temporary )?(recursive )?view\b/, 'run'],
    [/^alter (table|type|domain|sequence|index|view|materialized view|foreign table)\b/, 'run'],
    [
      /^create (or replace )?(function|procedure|aggregate|operator|cast|statistics|conversion|transform|language|trusted language|text search)\b/,
      'try',
    ],
    [
      /^alter (function|procedure|aggregate|operator|default privileges|extension|schema|statistics|text search|language|routine|collation)\b/,
      'skip',
    ],
  ],
  commands: [
    [/^\\(restrict|unrestrict|set|unset|echo|qecho|warn|pset|timing|encoding)\b/, 'skip'],
    [/^\\(connect|c)\b/, { refuse: 'it goes on in another database' }],
    [/^\\/, { refuse: 'it is a command of psql' }],
  ],
  advice: 'Make the file with: pg_dump --schema-only --no-owner DATABASE > schema.sql',
};

export const sqliteRules: StatementRules = {
  statements: [
    [/^(insert|replace)\b/, rows('INSERT')],
    [/^(update|delete)\b/, { refuse: 'it changes rows' }],
    [/^create (temp |temporary )?table .*\bas\b/, { refuse: 'it makes a table of rows' }],
    // SQLite makes these itself.
    [/^create table (if not exists )?sqlite_\w+/, 'skip'],
    [/^create (temp |temporary )?trigger\b/, 'skip'],
    [/^(pragma|begin|commit|end|analyze|vacuum|reindex)\b/, 'skip'],
    [/^drop .*\bif exists\b/, 'skip'],
    [/^create (table|view|index|unique index|virtual table)\b/, 'run'],
    [/^create (temp|temporary) (table|view)\b/, 'skip'],
    [/^alter table\b/, 'run'],
  ],
  commands: [[/^\./, { refuse: 'it is a command of the sqlite3 shell' }]],
  advice: 'Make the file with: sqlite3 FILE .schema > schema.sql',
};

const longestShown = 60;

/** @throws GestandError `bad-input` with the place and what to do, when the part may not be in such a file. */
export function treat(
  part: ScriptPart,
  { statements, commands, advice }: StatementRules,
  file: string,
): Exclude<Treatment, { readonly refuse: string }> {
  const [rules, said] = part.kind === 'command' ? [commands, part.text] : [statements, part.outline];
  const treatment = rules.find(([pattern]) => pattern.test(said))?.[1] ?? {
    refuse: 'it makes no table, key or type',
  };
  if (typeof treatment === 'string') return treatment;
  // The outline holds no values: a file with rows in it must not show them here.
  const shown = said.length > longestShown ? `${said.slice(0, longestShown)}…` : said;
  throw new GestandError(
    'bad-input',
    `${file}:${part.line}: only the shape of a database is read from a file, and "${shown}" is refused: ${treatment.refuse}. ${advice}`,
  );
}

/** What a file made. @throws GestandError `bad-input` when that is nothing: then it is another file than was meant. */
export function withTables(catalog: Catalog, { file }: SchemaFile): Catalog {
  if (catalog.tables.length > 0) return catalog;
  throw new GestandError('bad-input', `${file} makes no table: is it the file you meant?`);
}
