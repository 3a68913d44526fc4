import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExample } from '../../examples/carconnect/generate.ts';
import { statusLink } from '../../src/app/case-letter.ts';
import { connectSources, type OpenedSources } from '../../src/app/connect-sources.ts';
import type { AppContext } from '../../src/app/context.ts';
import { headSigner, ledgerSigner } from '../../src/app/ledger-signer.ts';
import { loadPolicy, type WrittenFile } from '../../src/app/load-policy.ts';
import type { Actor } from '../../src/app/permissions.ts';
import type { WrittenStatement } from '../../src/app/publish-statement.ts';
import { legalDateOf } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import type { ExecuteContext } from '../../src/execute/execute-context.ts';
import { noFaults } from '../../src/execute/fault-points.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { emptyDatabase } from '../support/test-database.ts';
import { testParty } from '../support/test-party.ts';
import { type TestStore, testOrganisation, testSecret, testStore } from '../support/test-store.ts';

export const exampleFolder = join(import.meta.dirname, '../../examples/carconnect');
export const publicUrl = 'https://privacy.carconnect.example';
export const officer: Actor = { kind: 'officer', id: 'officer_1' };

/** The example company of fifty customers, its store, and everything that carries out plans: on real databases. */
export interface Company extends AsyncDisposable {
  /** For the system; approving a plan carries it out at once. */
  readonly app: AppContext;
  readonly test: TestStore;
  readonly opened: OpenedSources;
  /** With which `app` carries out what is approved. */
  readonly execution: ExecuteContext;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * @param amended what a test makes of the example's policy.
 * @param address where others find it.
 * @param people its customers, 50 or more.
 */
export async function exampleCompany({
  amended = (text: string): string => text,
  address = publicUrl,
  people = 50,
} = {}): Promise<Company> {
  const stack = new AsyncDisposableStack();
  const test = stack.use(await testStore('2026-11-23T09:00:00Z'));
  const [crm, billing] = [stack.use(await emptyDatabase()), stack.use(await emptyDatabase())];
  const folder = await mkdtemp(join(tmpdir(), 'gestand-company-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const secrets: Record<string, string> = {
    CRM_URL: crm.url,
    BILLING_URL: billing.url,
    NEWSLETTER_FILE: join(folder, 'newsletter.sqlite'),
  };
  await createExample({
    crmUrl: crm.url,
    billingUrl: billing.url,
    newsletterFile: secrets['NEWSLETTER_FILE'] ?? '',
    people,
    today: legalDateOf(test.clock.now()),
  });
  const { store } = test;
  const system: Actor = { kind: 'system' };
  const { file, text } = await examplePolicy();
  const written = { file, text: amended(text) };
  const { policy } = await loadPolicy({ actor: system, store, log: silentLog }, written);
  const opened = stack.use(connectSources(policy, (name) => secrets[name] ?? ''));
  const signer = ledgerSigner(testSecret, testOrganisation);
  const party = testParty(address);
  const execution: ExecuteContext = {
    store,
    policy,
    sources: opened.sources,
    maps: opened.maps,
    log: silentLog,
    mailer: keptMailer,
    signHead: headSigner(signer),
    spoolFolder: join(folder, 'spool'),
    packageLink: (place) => statusLink(address, place),
    party,
    faultPoint: noFaults,
  };
  const app: AppContext = {
    actor: system,
    store,
    log: silentLog,
    policy,
    publicUrl: address,
    party,
    sources: opened.sources,
    signer,
    dispatch: async (runId) => {
      await advanceRun(execution, runId);
    },
  };
  return { app, test, opened, execution, secrets, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

export async function examplePolicy(): Promise<WrittenFile> {
  return { file: 'policy.yaml', text: await readFile(join(exampleFolder, 'policy.yaml'), 'utf8') };
}

export async function exampleStatements(): Promise<readonly WrittenStatement[]> {
  return Promise.all(
    (['nl', 'en'] as const).map(async (language) => ({
      file: `statement.${language}.md`,
      text: await readFile(join(exampleFolder, `statement.${language}.md`), 'utf8'),
      language,
    })),
  );
}
