import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { describeSource } from './source.suite.ts';
import { sqliteFile } from './sqlite-file.ts';

describeSource('SQLite', {
  kind: 'sqlite',
  open: sqliteSource,
  database: sqliteFile,
  nowhere: '/nowhere/at all/list.sqlite',
  sql: {
    json: 'json',
    timestamp: 'timestamp',
    counter: 'integer primary key',
    keyText: 'text',
    createRole: () => '',
    dropRole: () => '',
    talkativeTrigger: (table) => `
      create trigger refuse before delete on ${table} begin select raise(abort, 'no: ' || old.email); end;`,
  },
  lacks: {
    schemas: 'a SQLite file has one schema',
    partitions: 'SQLite has no partitions',
    domains: 'SQLite has no domains and no enums',
    lengths: 'SQLite does not enforce a length',
    batches: 'SQLite has one writer: an erasure is one transaction',
    roles: 'SQLite has no roles',
  },
});
