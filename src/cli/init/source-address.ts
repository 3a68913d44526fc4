import type { UnknownSource } from '../../app/propose-sources.ts';

const kinds: Readonly<Record<string, UnknownSource['kind']>> = {
  'postgres:': 'postgresql',
  'postgresql:': 'postgresql',
  'mariadb:': 'mariadb',
  'mysql:': 'mariadb',
  'sqlite:': 'sqlite',
  'file:': 'sqlite',
};

export const sourceName = /^[a-z][a-z0-9-]{0,40}$/;

/** The kind of database that a connection string leads to, by how it begins; undefined when none is known. */
export function kindOfAddress(connectionString: string): UnknownSource['kind'] | undefined {
  return kinds[/^[a-z]+:/.exec(connectionString)?.[0] ?? ''];
}
