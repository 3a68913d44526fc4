import { defaultHttpLimits } from '../../src/policy/http-source.ts';
import { httpSource } from '../../src/sources/http/http-source.ts';
import { facadeResources, restFacade } from '../support/rest-facade.ts';
import { describeSource } from './source.suite.ts';
import { sqliteFile, sqliteSql } from './sqlite-file.ts';
import type { TestedDatabase } from './tested-kind.ts';

/** The file behind each facade's address: what a policy declares of an API is made from it. */
const files = new Map<string, string>();

describeSource('HTTP', {
  kind: 'http',
  open: (id, url) => {
    const file = files.get(url);
    return httpSource(
      {
        id,
        connection: 'TESTED_URL',
        tables: [],
        authentication: null,
        limits: { ...defaultHttpLimits, requestsPerSecond: 1000, attempts: 2 },
        ping: null,
        resources: file === undefined ? new Map() : facadeResources(file),
      },
      () => url,
    );
  },
  database,
  nowhere: 'http://127.0.0.1:9/api',
  sql: sqliteSql,
  lacks: {
    'row-tags': 'an API does not tell whether any of its rows changed',
    introspection: 'what an API looks like is what its policy declares',
    sampling: 'what an API holds is what its policy declares: nothing is proposed for it',
    schemas: 'an API has no schemas',
    partitions: 'an API has no partitions',
    domains: 'an API has no domains',
    lengths: 'an API tells no lengths',
    batches: 'each request to an API stands by itself',
    roles: 'an API keeps no journal, whoever calls it',
    keyless: 'rows of an API have no address: they need a key',
    'natural-keys': 'an API finds a row by its key, and could not be asked for it again',
    markers: 'an API keeps no journal of ours: a step looks before it does something again',
    transactions:
      'an API has no transaction: what is owned goes before its owner, and doing it again does the rest',
  },
});

async function database(): Promise<TestedDatabase> {
  const file = await sqliteFile();
  const facade = await restFacade(file.connectionString);
  files.set(facade.url, facade.file);
  return {
    ...file,
    connectionString: facade.url,
    openConnections: () => facade.openConnections(),
    [Symbol.asyncDispose]: async () => {
      await facade[Symbol.asyncDispose]();
      await file[Symbol.asyncDispose]();
    },
  };
}
