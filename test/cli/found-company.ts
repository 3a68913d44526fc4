import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createExample } from '../../examples/carconnect/generate.ts';
import { connectSources } from '../../src/app/connect-sources.ts';
import type { AppContext } from '../../src/app/context.ts';
import { ledgerSigner } from '../../src/app/ledger-signer.ts';
import { loadPolicy } from '../../src/app/load-policy.ts';
import { legalDateOf, systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { organisationId } from '../../src/cli/installation.ts';
import { putOrganisation } from '../../src/store/organisation.ts';
import { listMails, type OutboxMail } from '../../src/store/outbox-mail.ts';
import { openStore } from '../../src/store/store.ts';
import { emptyDatabase, storeDatabase } from '../support/test-database.ts';
import { testParty } from '../support/test-party.ts';
import { testSecret } from '../support/test-store.ts';
import { type Ended, gestand, type Place } from './gestand.ts';

/** The example company where the real program finds it, on databases of the test's own, at the time of this machine. */
export interface FoundCompany extends AsyncDisposable {
  /** Of the system, in this process. */
  readonly app: AppContext;
  /** Where `gestand …` is run. */
  readonly place: Place;
  /** Runs a command to its end, as an officer at a desk would. */
  desk(...words: readonly string[]): Promise<Ended>;
  /** Rows of its customer system. */
  crm(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** What was written to an address and waits to be sent, the oldest first. */
  lettersTo(address: string): Promise<readonly OutboxMail[]>;
  /** All that the program wrote in its log. */
  log(): Promise<string>;
}

/** @param environment of the program besides. */
export async function foundCompany({
  people = 50,
  environment = {},
}: {
  readonly people?: number;
  readonly environment?: Readonly<Record<string, string>>;
} = {}): Promise<FoundCompany> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await storeDatabase());
  const [crm, billing] = [stack.use(await emptyDatabase()), stack.use(await emptyDatabase())];
  const folder = await mkdtemp(join(tmpdir(), 'gestand-found-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const newsletterFile = join(folder, 'newsletter.sqlite');
  const secrets: Readonly<Record<string, string>> = {
    CRM_URL: crm.url,
    BILLING_URL: billing.url,
    NEWSLETTER_FILE: newsletterFile,
  };
  const today = legalDateOf(systemClock.now());
  await createExample({ crmUrl: crm.url, billingUrl: billing.url, newsletterFile, people, today });
  const text = await readFile(join(import.meta.dirname, '../../examples/carconnect/policy.yaml'), 'utf8');
  await writeFile(join(folder, 'policy.yaml'), text);
  const store = await openStore({
    url: database.url,
    organisationId,
    clock: systemClock,
    secret: testSecret,
  });
  stack.defer(() => store.close());
  await putOrganisation(store, 'CarConnect');
  const actor = { kind: 'system' } as const;
  const { policy } = await loadPolicy({ actor, store, log: silentLog }, { file: 'policy.yaml', text });
  const opened = stack.use(connectSources(policy, (name) => secrets[name] ?? ''));
  const publicUrl = 'https://privacy.carconnect.example';
  const place: Place = {
    folder,
    environment: {
      ...secrets,
      DATABASE_URL: database.url,
      GESTAND_HOME: folder,
      GESTAND_SECRET: Buffer.from(testSecret).toString('hex'),
      ...environment,
    },
  };
  const held = stack.move();
  return {
    app: {
      ...{ actor, store, log: silentLog, policy, publicUrl, sources: opened.sources },
      party: testParty(publicUrl, { organisationId }),
      signer: ledgerSigner(testSecret, organisationId),
      dispatch: async () => undefined,
    },
    place,
    desk: (...words) => gestand(words, place),
    crm: async (sql, values = []) => {
      const client = new pg.Client({ connectionString: crm.url });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    lettersTo: async (address) =>
      (await listMails(store, { limit: 10_000 })).filter(({ to }) => to === address).toReversed(),
    log: () => readFile(join(folder, 'gestand.log'), 'utf8').catch(() => ''),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
