import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createPool } from 'mysql2/promise';
import { proposeSources, type UnknownSource } from '../src/app/propose-sources.ts';
import { writePolicy } from '../src/catalog/proposal/write-policy.ts';
import { writeStatement } from '../src/catalog/proposal/write-statement.ts';
import { languages } from '../src/domain/language.ts';
import { introspectMariadb } from '../src/sources/mariadb/introspect.ts';
import {
  columnsQuery,
  foreignKeysQuery,
  indexesQuery,
  tablesQuery,
} from '../src/sources/postgresql/catalog-queries.ts';
import type { CompiledSql } from '../src/sources/sql/dialect.ts';
import type { Bench, BenchContext } from './bench.ts';
import { compare, timeOf } from './compare.ts';
import type { Measurement } from './measurement.ts';
import { wideColumns, wideSchema } from './wide-schema.ts';

const bench = 'check';

/** `gestand check` as a developer waits for it, the process and all, on a database of very many tables. */
export const checkBench: Bench = {
  name: bench,
  run: async ({ workplace, sizes, say }) => {
    await workplace.template('wide', async (client) => {
      for (const statement of wideSchema(sizes.wide)) await client.query(statement);
      await client.query('analyze');
    });
    await using database = await workplace.copyOf('wide');
    const answer = async () => {
      for (const { sql } of [tablesQuery, columnsQuery, indexesQuery, foreignKeysQuery])
        await database.pool.query(sql);
    };
    const source = { id: 'wide', kind: 'postgresql' as const, connectionString: database.url };
    return [await checked({ sizes, say }, { id: 'check.postgresql', source, answer })];
  },
};

/** The same on MariaDB, where `BENCH_MARIADB_URL` names a server: `mariadb://root@127.0.0.1:3306`. */
export const checkMariadbBench: Bench = {
  name: 'check-mariadb',
  run: async ({ sizes, say }) => {
    const server = process.env['BENCH_MARIADB_URL'];
    if (server === undefined) {
      say('check-mariadb: BENCH_MARIADB_URL names no server, nothing was measured');
      return [];
    }
    const name = `bench_${process.pid}`;
    const url = new URL(server);
    const { hostname, username, password } = url;
    const pool = createPool({
      host: hostname,
      port: Number(url.port === '' ? 3306 : url.port),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      connectionLimit: 1,
      multipleStatements: true,
    });
    url.pathname = `/${name}`;
    try {
      await pool.query(`create database ${name}; use ${name}`);
      for (const statement of wideSchema(sizes.wide)) await pool.query(statement);
      const statements = await catalogStatements(name);
      const answer = async () => {
        for (const { sql, parameters } of statements) await pool.execute(sql, [...parameters] as string[]);
      };
      const source = { id: 'wide', kind: 'mariadb' as const, connectionString: url.href };
      return [await checked({ sizes, say }, { id: 'check.mariadb', source, answer })];
    } finally {
      await pool.query(`drop database if exists ${name}`);
      await pool.end();
    }
  },
};

/** The statements in which the product itself reads a catalog, as it makes them. */
async function catalogStatements(database: string): Promise<readonly CompiledSql[]> {
  const statements: CompiledSql[] = [];
  await introspectMariadb('wide', {
    database,
    reading: (work) =>
      work({
        run: async (statement) => {
          statements.push(statement);
          return { rows: [], count: 0 };
        },
      }),
  });
  return statements;
}

interface Checked {
  readonly id: string;
  readonly source: UnknownSource;
  /** The database’s own answer: the statements that read its catalog, through the bare driver. */
  readonly answer: () => Promise<void>;
}

async function checked(
  { sizes, say }: Pick<BenchContext, 'sizes' | 'say'>,
  { id, source, answer }: Checked,
): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'gestand-bench-check-'));
  try {
    await writeProject(folder, source);
    await expectChecked(folder, source, sizes.wide);
    return await compare(
      {
        ...{ id, bench: id === 'check.mariadb' ? 'check-mariadb' : bench, goal: 2_000, by: 'difference' },
        ...sizes.patience,
        repeats: Math.min(sizes.repeats, 3),
        what: `gestand check, the whole process, on ${sizes.wide.toLocaleString('en')} tables with ${(sizes.wide * wideColumns).toLocaleString('en')} columns`,
        yardstick: 'the statements that read its catalog, through the bare driver',
        prepare: async () => ({
          product: () => timeOf(() => gestandCheck(folder, source)),
          yardstick: () => timeOf(answer),
          [Symbol.asyncDispose]: async () => undefined,
        }),
      },
      say,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `gestand init --no-sample` writes. */
async function writeProject(folder: string, source: UnknownSource): Promise<void> {
  const looks = await proposeSources([source], { sample: false, onProgress: () => undefined });
  const proposals = looks.map(({ proposal }) => proposal);
  const policy = writePolicy({ proposals, languages, comments: 'en' });
  await writeFile(join(folder, 'policy.yaml'), policy);
  for (const language of languages)
    await writeFile(join(folder, `statement.${language}.md`), writeStatement(language));
}

async function expectChecked(folder: string, source: UnknownSource, tables: number): Promise<void> {
  const report = JSON.parse(await gestandCheck(folder, source, '--json')) as { readonly errors: number };
  if (report.errors !== 0) throw new Error(`the check of ${tables} tables found ${report.errors} errors`);
}

/** @throws Error when it ends otherwise than well. */
async function gestandCheck(folder: string, source: UnknownSource, ...words: readonly string[]) {
  const main = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'check', ...words], {
    cwd: folder,
    env: {
      ...process.env,
      // As `bin/gestand.mjs` sets it.
      NODE_COMPILE_CACHE: join(folder, 'cache'),
      GESTAND_HOME: join(folder, 'home'),
      WIDE_URL: source.connectionString,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended;
  if (code !== 0) throw new Error(`gestand check ended with ${code}: ${complaint}`);
  return said;
}
