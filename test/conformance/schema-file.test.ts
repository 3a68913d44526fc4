import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogHash } from '../../src/catalog/catalog.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import { postgresqlSchema } from '../../src/sources/schema-file/postgresql-schema.ts';
import { sqliteSchema } from '../../src/sources/schema-file/sqlite-schema.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { temporaryDatabase } from '../../src/store/temporary-database.ts';
import { type Company, exampleCompany } from '../app/company.ts';
import { emptyDatabase, onServer } from '../support/test-database.ts';

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../examples/carconnect', name), 'utf8');

async function load(text: string) {
  await using server = await emptyDatabase();
  await using database = await temporaryDatabase(server.url);
  return await postgresqlSchema(database.url, { source: 'crm', file: 'schema.sql', text });
}

describe('a schema from a file', () => {
  it('looks like the database that was made from it', async () => {
    await using company: Company = await exampleCompany();
    await using crm = disposing(postgresqlSource('crm', company.secrets['CRM_URL'] ?? ''));
    expect(catalogHash(await load(read('crm.sql')))).toBe(catalogHash(await crm.source.introspect()));
    await using list = disposing(sqliteSource('newsletter', company.secrets['NEWSLETTER_FILE'] ?? ''));
    const schema = await sqliteSchema({
      source: 'newsletter',
      file: 'newsletter.sql',
      text: read('newsletter.sql'),
    });
    expect(catalogHash(schema)).toBe(catalogHash(await list.source.introspect()));
  });

  it('reads what pg_dump writes, and leaves nothing on the server', async () => {
    const catalog = await load(dump);
    expect(catalog.tables.map(({ id }) => id)).toEqual(['people', 'sales.open_orders', 'sales.orders']);
    expect(catalog.tables[0]?.columns.map(({ name, type, family }) => [name, type, family])).toEqual([
      ['id', 'bigint', 'integer'],
      ['email', 'citext', 'text'],
      ['mood', 'mood', 'other'],
      ['folded', 'text', 'text'],
    ]);
    expect(catalog.tables[2]?.foreignKeys).toMatchObject([{ columns: ['person_id'], to: 'people' }]);
    const left = await onServer((client) =>
      client.query(`select datname from pg_database where datname like 'gestand_temporary_%'`),
    );
    expect(left.rowCount).toBe(0);
  });

  it.each([
    ['COPY people (id) FROM stdin;\n1\tjan@example.org\n\\.\n', 'COPY means that there are rows in it'],
    [`INSERT INTO people VALUES (1, 'jan@example.org');`, 'INSERT means that there are rows in it'],
    ['CREATE TABLE copy AS SELECT 1 AS a;', 'it makes a table of rows'],
    [`SELECT pg_catalog.set_config('role', 'none', false); SELECT pg_read_file('a');`, 'it makes no table'],
    ['DO $$ begin raise notice $x$jan@example.org$x$; end $$;', 'it runs code'],
    ['\\! rm -rf /', 'it is a command of psql'],
    ['\\connect other', 'it goes on in another database'],
    ['CREATE ROLE boss SUPERUSER;', 'it is about the server'],
  ])('refuses %j', async (text, reason) => {
    const loading = load(`CREATE TABLE people (id bigint);\n\n${text}`);
    await expect(loading).rejects.toMatchObject({ code: 'bad-input' });
    await expect(loading).rejects.toThrow(`schema.sql:3: only the shape`);
    await expect(loading).rejects.toThrow(reason);
    await expect(loading).rejects.toThrow('pg_dump --schema-only');
    await expect(loading, 'no value of a row').rejects.not.toThrow('jan@example.org');
  });

  it('names the line that PostgreSQL does not take, and an extension that is not here', async () => {
    await expect(load('CREATE TABLE a (id bigint);\nCREATE TABLE b (id nothing);')).rejects.toThrow(
      'schema.sql:2: PostgreSQL does not take this statement: type "nothing" does not exist',
    );
    await expect(load('CREATE EXTENSION postgis;\nCREATE TABLE shop (place geography);')).rejects.toThrow(
      'does not have postgis',
    );
  });

  it('does what it says as a role that owns this database alone', async () => {
    const text = `CREATE FUNCTION spy() RETURNS text LANGUAGE sql STABLE AS $$ select pg_read_file('PG_VERSION') $$;
CREATE TABLE a (id bigint);
ALTER TABLE a ADD COLUMN b text DEFAULT spy() NOT NULL;`;
    await expect(load(text)).rejects.toThrow('permission denied for function pg_read_file');
  });

  it.each([
    [`insert into a values ('jan@example.org')`, 'INSERT means that there are rows in it'],
    ['create table b as select 1', 'it makes a table of rows'],
    [`attach 'other.sqlite' as other`, 'it makes no table'],
    ['.read other.sql', 'sqlite3 shell'],
  ])('refuses for SQLite %j', async (text, reason) => {
    const loading = sqliteSchema({ source: 'list', file: 'list.sql', text: `create table a (b);\n${text};` });
    await expect(loading).rejects.toThrow(reason);
    await expect(loading).rejects.toThrow('list.sql:2');
    await expect(loading).rejects.not.toThrow('jan@example.org');
  });
});

function disposing<T extends { close(): Promise<void> }>(source: T) {
  return { source, [Symbol.asyncDispose]: () => source.close() };
}

const dump = `--
-- PostgreSQL database dump
--

\\restrict QCkSa7sCGpnJ9cPGYSTVDcbWTh3E

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET row_security = off;

CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO shop;
CREATE SCHEMA sales;

CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

CREATE TYPE public.mood AS ENUM ('glad', 'sad;');
ALTER TYPE public.mood OWNER TO shop;

CREATE FUNCTION public.fold(public.citext) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN lower(($1)::text);

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin new.id := new.id; return new; end; $$;

SET default_tablespace = '';
SET default_table_access_method = heap;

CREATE TABLE public.people (
    id bigint NOT NULL,
    email public.citext,
    mood public.mood DEFAULT 'sad;'::public.mood,
    folded text GENERATED ALWAYS AS (public.fold(email)) STORED
);
ALTER TABLE public.people OWNER TO shop;
ALTER TABLE public.people ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1
);

CREATE TABLE sales.orders (
    id bigint NOT NULL,
    person_id bigint
)
PARTITION BY RANGE (id);
CREATE TABLE sales.orders_1 (
    id bigint NOT NULL,
    person_id bigint
);
ALTER TABLE ONLY sales.orders ATTACH PARTITION sales.orders_1 FOR VALUES FROM ('1') TO ('1000');
CREATE MATERIALIZED VIEW sales.open_orders AS
 SELECT id FROM sales.orders
  WITH NO DATA;

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX people_email ON public.people USING btree (lower((email)::text));
CREATE TRIGGER touched BEFORE UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.touch();
ALTER TABLE sales.orders
    ADD CONSTRAINT orders_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id) ON DELETE CASCADE;
CREATE POLICY own ON public.people USING (true);
ALTER TABLE public.people ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON TABLE public.people TO reader;
ALTER DEFAULT PRIVILEGES FOR ROLE shop IN SCHEMA public GRANT SELECT ON TABLES TO reader;

\\unrestrict QCkSa7sCGpnJ9cPGYSTVDcbWTh3E
`;
