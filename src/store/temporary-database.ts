import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database that is there for one piece of work: `await using database = await temporaryDatabase(url)`. */
export interface TemporaryDatabase extends AsyncDisposable {
  readonly url: string;
}

/** @param serverUrl any database of a server on which the role may make databases. */
export async function temporaryDatabase(serverUrl: string): Promise<TemporaryDatabase> {
  const name = pg.escapeIdentifier(`gestand_temporary_${randomBytes(6).toString('hex')}`);
  await onServer(serverUrl, `create database ${name} template template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name.slice(1, -1)}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'gestand' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
