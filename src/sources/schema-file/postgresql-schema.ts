import pg from 'pg';
import { GestandError } from '../../base/error.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { postgresqlSource } from '../postgresql/postgresql-source.ts';
import { postgresqlScript, type ScriptPart, scriptParts } from './script.ts';
import { postgresqlRules, type SchemaFile, treat, withTables } from './statement-rules.ts';

const statementSeconds = 60;

/** `create schema public`, which every database has. */
const duplicateSchema = '42P06';

/**
 * What a database would look like that a dump was loaded into.
 *
 * @param databaseUrl an empty database that is there for this alone, of a role that may make extensions.
 * @throws GestandError `bad-input` with the line, when the file holds more than a schema or PostgreSQL refuses it.
 */
export async function postgresqlSchema(databaseUrl: string, schema: SchemaFile): Promise<Catalog> {
  await load(databaseUrl, schema);
  const source = postgresqlSource(schema.source, databaseUrl);
  try {
    return withTables(await source.introspect(), schema);
  } finally {
    await source.close();
  }
}

async function load(databaseUrl: string, { file, text }: SchemaFile): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'gestand check' });
  client.on('error', () => undefined);
  const missing: string[] = [];
  await client.connect();
  try {
    await client.query(
      `set statement_timeout = '${statementSeconds}s'; set check_function_bodies = off;
       set client_min_messages = error; grant create, temporary on database ${pg.escapeIdentifier(client.database ?? '')} to pg_database_owner`,
    );
    await asOwner(client);
    for (const part of scriptParts(text, postgresqlScript)) {
      const treatment = treat(part, postgresqlRules, file);
      if (treatment === 'extension') missing.push(...(await makeExtension(client, part)));
      else if (treatment === 'search-path') await setSearchPath(client, part);
      else if (treatment !== 'skip') {
        const failure = await runOne(client, part.text);
        if (failure !== null && treatment === 'run' && failure.code !== duplicateSchema)
          throw refused(part, { file, missing, failure });
      }
    }
  } finally {
    await client.end();
  }
}

/** What a file says is done by a role that owns this database and nothing else on the server. */
async function asOwner(client: pg.Client): Promise<void> {
  await client.query('set role pg_database_owner');
}

/** One statement and no second one behind it: the extended protocol takes no more. */
async function runOne(client: pg.Client, text: string): Promise<pg.DatabaseError | null> {
  try {
    const single: pg.QueryConfig & { readonly queryMode: 'extended' } = { text, queryMode: 'extended' };
    await client.query(single);
    return null;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error;
    throw error;
  }
}

const named = String.raw`("(?:[^"]|"")+"|[\w$]+)`;
const extension = new RegExp(
  String.raw`create\s+extension\s+(?:if\s+not\s+exists\s+)?${named}(?:\s+(?:with\s+)?schema\s+${named})?`,
  'i',
);

/** @returns the extension, when this server does not have it: what needs it fails later, and then it is named. */
async function makeExtension(client: pg.Client, { text }: ScriptPart): Promise<readonly string[]> {
  const [, name, schema] = extension.exec(text) ?? [];
  if (name === undefined) return [];
  const bare = unquoted(name);
  const known = await client.query('select 1 from pg_available_extensions where name = $1', [bare]);
  if (known.rowCount === 0) return [bare];
  const into = schema === undefined ? '' : ` with schema ${pg.escapeIdentifier(unquoted(schema))}`;
  await client.query('reset role');
  const failure = await runOne(
    client,
    `create extension if not exists ${pg.escapeIdentifier(bare)}${into} cascade`,
  );
  await asOwner(client);
  return failure === null ? [] : [bare];
}

/** pg_dump empties the search path with a query; any other query is none of ours to run. */
async function setSearchPath(client: pg.Client, { text }: ScriptPart): Promise<void> {
  const [, path] = /\(\s*'search_path'\s*,\s*'([^']*)'\s*,\s*(?:true|false)\s*\)\s*$/.exec(text) ?? [];
  if (path !== undefined) await client.query(`select set_config('search_path', $1, false)`, [path]);
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}

// There are no rows here, so what PostgreSQL says is about the file alone.
function refused(
  { line }: ScriptPart,
  about: { readonly file: string; readonly missing: readonly string[]; readonly failure: pg.DatabaseError },
): GestandError {
  const { file, missing, failure } = about;
  const absent =
    missing.length === 0
      ? ''
      : ` The server that Gestand brings along does not have ${missing.join(', ')}; check the database itself instead.`;
  return new GestandError(
    'bad-input',
    `${file}:${line}: PostgreSQL does not take this statement: ${failure.message}.${absent}`,
    { cause: failure },
  );
}
