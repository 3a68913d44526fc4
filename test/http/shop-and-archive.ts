import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusLink } from '../../src/app/case-letter.ts';
import { connectSources } from '../../src/app/connect-sources.ts';
import type { AppContext } from '../../src/app/context.ts';
import { headSigner, ledgerSigner } from '../../src/app/ledger-signer.ts';
import { loadPolicy } from '../../src/app/load-policy.ts';
import type { OrganisationId } from '../../src/base/ids.ts';
import { jsonLog } from '../../src/base/log.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import type { ExecuteContext } from '../../src/execute/execute-context.ts';
import { noFaults } from '../../src/execute/fault-points.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { sqliteFile } from '../conformance/sqlite-file.ts';
import { restFacade } from '../support/rest-facade.ts';
import { testParty } from '../support/test-party.ts';
import { type TestStore, testOrganisation, testSecret, testStore } from '../support/test-store.ts';

/** A company whose customers are behind an API and whose old files are in a cellar. */
export interface ShopAndArchive extends AsyncDisposable {
  /** For the system; approving and attesting carry on what waits at once. */
  readonly app: AppContext;
  readonly execution: ExecuteContext;
  readonly test: TestStore;
  /** How each call of the engine ended. */
  readonly advances: string[];
  /** Every line of the log. */
  readonly log: readonly string[];
  /** With which a command finds the same. */
  readonly settings: Readonly<Record<string, string>>;
  readonly policyFile: string;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  script(sql: string): Promise<void>;
}

export const jan = 'jan.jansen@example.org';

/** @param amended what a test makes of its policy. */
export async function shopAndArchive(
  organisationId: OrganisationId = testOrganisation,
  amended = (text: string): string => text,
): Promise<ShopAndArchive> {
  const stack = new AsyncDisposableStack();
  const test = stack.use(await testStore('2026-11-23T09:00:00Z'));
  const file = stack.use(await sqliteFile());
  await file.script(`
    create table customers (id integer primary key, email text, name text, last_active_on date);
    create table orders (id integer primary key, customer_id integer not null references customers, ordered_on date not null, note text);
    insert into customers values (1, 'Jan.Jansen@example.org', 'Jan Jansen', '2026-10-01'), (2, 'eva@example.org', 'Eva', '2026-10-02');
    insert into orders values (11, 1, '2010-05-01', 'oud'), (12, 1, '2011-05-01', null), (13, 1, '2012-05-01', null), (21, 2, '2026-01-01', 'van Eva');`);
  const facade = stack.use(await restFacade(file.connectionString));
  const folder = await mkdtemp(join(tmpdir(), 'gestand-shop-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const lines: string[] = [];
  const log = jsonLog(
    (line) => lines.push(line),
    () => test.clock.now(),
  );
  const store = await test.another(organisationId);
  const actor = { kind: 'system' as const };
  const policyFile = join(folder, 'policy.yaml');
  const text = amended(await policyText());
  await writeFile(policyFile, text);
  const { policy } = await loadPolicy({ actor, store, log }, { file: 'policy.yaml', text });
  const opened = stack.use(connectSources(policy, () => facade.url));
  const signer = ledgerSigner(testSecret, organisationId);
  const publicUrl = 'https://privacy.voorbeeld.example';
  const party = testParty(publicUrl);
  const execution: ExecuteContext = {
    store,
    policy,
    sources: opened.sources,
    maps: opened.maps,
    log,
    mailer: keptMailer,
    signHead: headSigner(signer),
    spoolFolder: join(folder, 'spool'),
    packageLink: (place) => statusLink(publicUrl, place),
    party,
    faultPoint: noFaults,
  };
  const advances: string[] = [];
  const app: AppContext = {
    actor,
    store,
    log,
    policy,
    publicUrl,
    party,
    sources: opened.sources,
    signer,
    dispatch: async (runId) => {
      advances.push((await advanceRun(execution, runId)).kind);
    },
  };
  return {
    app,
    execution,
    test,
    advances,
    log: lines,
    settings: {
      DATABASE_URL: test.url,
      GESTAND_HOME: folder,
      GESTAND_SECRET: Buffer.from(testSecret).toString('hex'),
      SHOP_URL: facade.url,
    },
    policyFile,
    rows: file.rows,
    script: file.script,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function policyText(): Promise<string> {
  const read = (...path: readonly string[]) => readFile(join(import.meta.dirname, ...path), 'utf8');
  const valid = await read('..', 'golden', 'policy', 'valid.yaml');
  const sources = await read('shop-and-archive.yaml');
  // The company has no employees here.
  const head = valid.slice(0, valid.indexOf('sources:\n')).replace(/^ {2}employee:.*\n/m, '');
  return head + sources;
}
