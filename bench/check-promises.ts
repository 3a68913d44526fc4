import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createExample } from '../examples/carconnect/generate.ts';
import { connectSources } from '../src/app/connect-sources.ts';
import { loadPolicy } from '../src/app/load-policy.ts';
import { publishStatement } from '../src/app/publish-statement.ts';
import { legalDateOf, systemClock } from '../src/base/clock.ts';
import { silentLog } from '../src/base/log.ts';
import type { Language } from '../src/domain/language.ts';
import { checkPromises } from '../src/promises/board.ts';
import { fileOf, isChecked } from '../src/promises/checks.ts';
import type { PromiseContext } from '../src/promises/promise-context.ts';
import {
  columnsQuery,
  foreignKeysQuery,
  indexesQuery,
  tablesQuery,
} from '../src/sources/postgresql/catalog-queries.ts';
import { migrate } from '../src/store/migrate.ts';
import { putOrganisation } from '../src/store/organisation.ts';
import { openStore } from '../src/store/store.ts';
import type { Bench, BenchContext } from './bench.ts';
import { compare, timeOf } from './compare.ts';

const bench = 'check-promises';
const folder = join(import.meta.dirname, '../examples/carconnect');

/** A round of checks over the example company, as it is done every quarter of an hour, when nothing much has happened since. */
export const checkPromisesBench: Bench = {
  name: bench,
  run: async (context) => {
    await using example = await openExample(context);
    const { promises, databases } = example;
    await expectTrue(promises);
    return [
      await compare(
        {
          ...{ id: 'check-promises.round', bench, goal: 5_000, by: 'difference' },
          ...context.sizes.patience,
          repeats: Math.min(context.sizes.repeats, 3),
          what: `the whole board of promises, again, over ${context.sizes.example.toLocaleString('en')} customers`,
          yardstick: 'the statements that read the catalogs of its databases, through the bare driver',
          prepare: async () => ({
            product: () => timeOf(() => checkPromises(promises)),
            yardstick: () =>
              timeOf(async () => {
                for (const pool of databases)
                  for (const { sql } of [tablesQuery, columnsQuery, indexesQuery, foreignKeysQuery])
                    await pool.query(sql);
              }),
            [Symbol.asyncDispose]: async () => undefined,
          }),
        },
        context.say,
      ),
    ];
  },
};

interface OpenExample extends AsyncDisposable {
  readonly promises: PromiseContext;
  readonly databases: readonly pg.Pool[];
}

async function openExample({ workplace, sizes }: BenchContext): Promise<OpenExample> {
  const stack = new AsyncDisposableStack();
  const [crm, billing, ours] = await Promise.all(
    ['example_crm', 'example_billing', 'example_store'].map((name) => workplace.database(name)),
  );
  if (crm === undefined || billing === undefined || ours === undefined) throw new Error('three databases');
  const place = await mkdtemp(join(tmpdir(), 'gestand-bench-promises-'));
  stack.defer(() => rm(place, { recursive: true, force: true }));
  const newsletterFile = join(place, 'newsletter.sqlite');
  const today = legalDateOf(systemClock.now());
  await createExample({ crmUrl: crm, billingUrl: billing, newsletterFile, people: sizes.example, today });
  const secret = new Uint8Array(32).fill(7);
  await migrate(ours);
  const store = await openStore({ url: ours, organisationId: 'org_bench', clock: systemClock, secret });
  stack.defer(() => store.close());
  await putOrganisation(store, 'CarConnect');
  const context = { actor: { kind: 'system' }, store, log: silentLog } as const;
  const { policy } = await loadPolicy(context, { file: 'policy.yaml', text: await textOf('policy.yaml') });
  const written = await Promise.all((['nl', 'en'] as const).map(statementOf));
  await publishStatement({ ...context, policy, publicUrl: '' }, written);
  const secrets: Readonly<Record<string, string>> = {
    CRM_URL: crm,
    BILLING_URL: billing,
    NEWSLETTER_FILE: newsletterFile,
  };
  const { sources } = stack.use(connectSources(policy, (name) => secrets[name] ?? ''));
  const databases = [crm, billing].map((url) => {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    stack.defer(() => pool.end());
    return pool;
  });
  const promises = { store, policy, sources, publicUrl: null, log: silentLog };
  return { promises, databases, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/** The first round counts everything. @throws Error when it does not see what the example has, or a check failed. */
async function expectTrue(promises: PromiseContext): Promise<void> {
  const board = await checkPromises(promises);
  const broken = board.filter(({ state }) => state === 'broken').map(({ id }) => id);
  // Two invoices and a mandate past their hold are planted in it.
  if (broken.join() !== 'P27') throw new Error(`of the example ${broken.join(', ')} are broken, not P27`);
  const failed = board.filter(({ id, evidence }) => isChecked(fileOf(id)) && 'reference' in evidence);
  if (failed.length > 0) throw new Error(`the checks of ${failed.map(({ id }) => id).join(', ')} failed`);
}

async function statementOf(language: Language) {
  const file = `statement.${language}.md`;
  return { file, text: await textOf(file), language };
}

function textOf(file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8');
}
