import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { templateDatabase } from '../support/postgres-setup.ts';
import { onServer } from '../support/test-database.ts';
import type { DatabaseServer } from './fault-world.ts';

/** The PostgreSQL that all test files share. */
export const sharedServer: DatabaseServer = {
  storeTemplate: templateDatabase,
  create: async (template) => {
    const name = `fault_${randomBytes(6).toString('hex')}`;
    await onServer((client) => client.query(`create database ${name} template ${template}`));
    const url = new URL(inject('postgresUrl'));
    url.pathname = `/${name}`;
    return { name, url: url.href };
  },
  drop: async (name) => {
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
  },
};
