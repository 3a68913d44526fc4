import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { mapSources } from '../../src/app/connect-sources.ts';
import type { AppContext } from '../../src/app/context.ts';
import { loadPolicy } from '../../src/app/load-policy.ts';
import { lookForErased } from '../../src/app/look-for-erased.ts';
import type { Actor } from '../../src/app/permissions.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { publishStatement } from '../../src/app/publish-statement.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { silentLog } from '../../src/base/log.ts';
import type { Correction, Wish } from '../../src/domain/wish.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { noFaults } from '../../src/execute/fault-points.ts';
import { answerDeadline } from '../../src/law/deadlines.ts';
import { noteSigner } from '../../src/ledger/signed-note.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Verdict } from '../../src/promises/check.ts';
import type { PromiseContext } from '../../src/promises/promise-context.ts';
import { postgresqlSource } from '../../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../../src/sources/source.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { moveCase, openCase } from '../../src/store/case-file.ts';
import { type Change, changed } from './changed-text.ts';
import { emptyDatabase } from './test-database.ts';
import { testParty } from './test-party.ts';
import { type TestStore, testStore } from './test-store.ts';
import { verdictOf } from './verdict-of.ts';

/** A small company on a real store, a PostgreSQL database and a SQLite file, that keeps its promises until told otherwise. */
type AskedKind = 'access' | 'erasure' | 'question' | 'security-information' | 'complaint';

export interface PromiseWorld extends AsyncDisposable {
  readonly test: TestStore;
  /** Puts a policy in force, changed from the good one by replacing texts in it. */
  load(...changes: readonly Change[]): Promise<Policy>;
  /** Publishes the statement in both languages, changed likewise, under the policy in force. */
  publish(...changes: readonly Change[]): Promise<void>;
  /** What the checks look at now. */
  context(change?: Partial<PromiseContext>): PromiseContext;
  /** What one check says now. */
  verdict(id: string, change?: Partial<PromiseContext>): Promise<Verdict>;
  /** Runs statements in the customer database, as the company's own software would. */
  crm(sql: string): Promise<void>;
  /** And in the mailing list. */
  list(sql: string): void;
  /** A request of a known person whose identity is proven. */
  request(kind: AskedKind, email?: string): Promise<CaseId>;
  /** A request for rectification of a known person whose identity is proven. */
  ask(corrections: readonly Correction[], email?: string): Promise<CaseId>;
  /** What use cases work on, for somebody. */
  app(actor: Actor): AppContext;
  /** Plans, approves and carries out a request, to its answer. */
  answer(caseId: CaseId): Promise<void>;
  /** Looks whether somebody who was erased is back, as is done once a day. */
  look(): Promise<void>;
}

/** `await using world = await promiseWorld()`: 2 November 2026, policy loaded, statement not yet published. */
export async function promiseWorld(): Promise<PromiseWorld> {
  const test = await testStore();
  const database = await emptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(crmSchema);
  const folder = mkdtempSync(join(tmpdir(), 'gestand-promises-'));
  const file = join(folder, 'list.sqlite');
  const list = (sql: string): void => {
    const opened = new DatabaseSync(file);
    opened.exec(sql);
    opened.close();
  };
  list(listSchema);
  const sources = new Map<string, Source>([
    ['crm', postgresqlSource('crm', database.url)],
    ['list', sqliteSource('list', file)],
  ]);
  let policy = compiled(policyText);
  const app = (): AppContext => ({
    actor: { kind: 'system' },
    store: test.store,
    log: silentLog,
    policy,
    publicUrl: 'https://privacy.bakkerij.example',
    party: testParty('https://privacy.bakkerij.example', { name: 'Bakkerij' }),
    sources,
    dispatch: async () => undefined,
    signer: noteSigner('gestand/test', new Uint8Array(32).fill(3)),
  });
  const open = async (wish: Wish, email = 'vera@voorbeeld.example'): Promise<CaseId> => {
    const { store } = test;
    const deadline = answerDeadline(store.clock.now());
    const { file: opened } = await openCase(store, {
      wish,
      language: 'nl',
      channel: 'portal',
      safeDate: deadline.planningDate.toString(),
      legalDate: deadline.legalDate.toString(),
      contact: { email },
      actor: 'person',
    });
    await moveCase(store, opened.id, { from: ['received'], to: 'in-progress', actor: 'person' });
    return opened.id;
  };
  const world: PromiseWorld = {
    test,
    app: (actor) => ({ ...app(), actor }),
    ask: (corrections, email) => open({ kind: 'rectification', corrections }, email),
    request: (kind, email) =>
      open(kind === 'access' || kind === 'erasure' ? { kind } : { kind, text: 'Hoe zit dat?' }, email),
    load: async (...changes) => {
      ({ policy } = await loadPolicy(app(), { file: 'policy.yaml', text: changed(policyText, changes) }));
      return policy;
    },
    publish: async (...changes) => {
      // Two versions of one moment have no order.
      test.clock.advance({ seconds: 1 });
      const written = (['nl', 'en'] as const).map((language) => ({
        file: `statement.${language}.md`,
        // What is said in one language stands in the other in other words.
        text: changed(
          statementText[language],
          changes.filter(([from]) => statementText[language].includes(from)),
        ),
        language,
      }));
      const result = await publishStatement(app(), written);
      if (result.kind === 'mistakes') throw new Error(JSON.stringify(result.diagnostics));
    },
    context: (change) => ({ store: test.store, policy, sources, publicUrl: null, log: silentLog, ...change }),
    verdict: (id, change) => verdictOf(id, world.context(change)),
    crm: async (sql) => {
      await client.query(sql);
      // What changed is counted within ten seconds; a test does not wait for that.
      await client.query('select pg_stat_force_next_flush()');
    },
    list,
    answer: async (caseId) => {
      const planning = await planRequest(app(), { caseId });
      if (planning.kind !== 'planned') throw new Error('The world has several people of one address.');
      const { id: planId, sealedHash } = planning.plan;
      const officer: AppContext = { ...app(), actor: { kind: 'officer', id: 'officer' } };
      const { runId } = await approvePlan(officer, { caseId, planId, sealedHash });
      const { maps } = await mapSources(app());
      const advance = await advanceRun(
        {
          ...app(),
          maps: new Map(maps.map((map) => [map.source, map])),
          mailer: keptMailer,
          signHead: () => '',
          spoolFolder: folder,
          packageLink: ({ token }) => `https://privacy.bakkerij.example/package?t=${token}`,
          faultPoint: noFaults,
        },
        runId,
      );
      if (advance.kind !== 'completed') throw new Error(`the run ${advance.kind}`);
    },
    look: async () => {
      await lookForErased(app());
    },
    [Symbol.asyncDispose]: async () => {
      for (const source of sources.values()) await source.close();
      await client.end();
      await database[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
  await world.load();
  return world;
}

function compiled(text: string): Policy {
  return present(compilePolicy('policy.yaml', text).policy, 'a policy without mistakes');
}

const crmSchema = `
create table customers (id integer primary key, email text, name text, last_active_on date not null);
create index customers_email on customers (lower(email));
create table invoices (id integer primary key, customer_id integer not null references customers, invoice_date date not null, iban text);
create index invoices_customer on invoices (customer_id);
create table visits (id integer primary key, customer_id integer references customers, ip text, visited_on date not null);
create index visits_customer on visits (customer_id);
insert into customers values (1, 'Vera@Voorbeeld.example', 'Vera', '2026-10-01'), (2, 'piet@voorbeeld.example', 'Piet', '2026-09-01');
insert into invoices values (1, 1, '2024-03-04', 'NL00'), (2, 2, '2019-05-12', 'NL00');
insert into visits values (1, 1, '192.0.2.1', '2026-10-20'), (2, 2, '192.0.2.2', '2026-10-25');`;

const listSchema = `
create table subscribers (email text primary key not null, name text, last_seen_on text);
create index subscribers_email on subscribers (lower(email));
insert into subscribers values ('VERA@voorbeeld.example', 'Vera', '2026-10-10');`;

const policyText = `gestand: 1
controller:
  name: De Gouden Korst
  legalName: De Gouden Korst B.V.
  tradeRegister: "00012345"
  address: Voorbeeldstraat 1, 0123 AB Oudervoort
  email: privacy@bakkerij.example
  phone: +31 30 000 0000
  website: https://www.bakkerij.example
  contactPoint: { nl: Ons contactpunt is de privacycoördinator., en: Our contact point is the privacy coordinator. }
languages: [nl, en]
bookYearEnd: 12-31
automatedDecisions: { nl: Wij nemen geen besluiten met de computer alleen., en: We take no decisions by computer alone. }
security: { nl: Versleuteling en toegang per taak., en: Encryption and access by task. }
subjects:
  customer: { name: { nl: Klanten, en: Customers }, origin: { nl: van u zelf, en: from you } }
categories:
  name: { name: { nl: Uw naam, en: Your name }, dpv: "pd:Name" }
  contact: { name: { nl: Uw e-mailadres, en: Your e-mail address }, dpv: "pd:EmailAddress" }
  payment: { name: { nl: Uw rekeningnummer, en: Your account number }, dpv: "pd:BankAccount" }
  device: { name: { nl: Uw IP-adres, en: Your IP address }, dpv: "pd:IPAddress" }
purposes:
  orders: { name: { nl: Bestellingen bezorgen, en: Delivering orders }, basis: contract, ground: { nl: de overeenkomst met u, en: the contract with you } }
  bookkeeping: { name: { nl: Administratie bewaren, en: Keeping records }, basis: legal-obligation, ground: { nl: artikel 52 AWR, en: article 52 AWR } }
  newsletter: { name: { nl: Broodbrief, en: Bread letter }, basis: consent, ground: { nl: uw toestemming, en: your consent }, marketing: true }
recipients:
  mailer: { name: Voorbeeldmail B.V., role: processor, task: { nl: verstuurt onze mail, en: sends our mail }, purposes: [newsletter], country: NL, agreement: { signedOn: 2025-01-10, validUntil: 2027-01-10 } }
  counter: { name: Example Counter Inc., role: joint-controller, task: { nl: telt bezoek, en: counts visits }, purposes: [orders], country: US, transfer: { mechanism: DPF, checkedOn: 2026-09-01 }, agreement: { signedOn: 2025-01-10 } }
retention:
  account: { name: { nl: Account, en: Account }, kind: maximum, period: P24M, event: { nl: uw laatste activiteit, en: your last activity } }
  visits: { name: { nl: Bezoeken, en: Visits }, kind: maximum, period: P30D, event: { nl: het bezoek, en: the visit } }
  invoices: { name: { nl: Facturen, en: Invoices }, kind: statutory, ground: tax-records, period: P7Y, from: book-year-end, event: { nl: de factuurdatum, en: the invoice date } }
sources:
  crm:
    kind: postgresql
    connection: CRM_URL
    name: { nl: Klantensysteem, en: Customer system }
    tables:
      customers:
        name: { nl: Klanten, en: Customers }
        purposes: [orders]
        subject: { group: customer, identities: { email: email } }
        columns: { id: not-personal, email: contact, name: name, last_active_on: not-personal }
        retention: { rule: account, from: last_active_on }
      invoices:
        name: { nl: Facturen, en: Invoices }
        purposes: [bookkeeping]
        columns: { id: not-personal, customer_id: not-personal, invoice_date: not-personal, iban: payment }
        links: [{ kind: owned-by, column: customer_id, to: customers }]
        hold: { rule: invoices, from: invoice_date }
      visits:
        name: { nl: Bezoeken, en: Visits }
        purposes: [orders]
        columns: { id: not-personal, customer_id: not-personal, ip: device, visited_on: not-personal }
        links: [{ kind: owned-by, column: customer_id, to: customers }]
        retention: { rule: visits, from: visited_on }
  list:
    kind: sqlite
    connection: LIST_FILE
    name: { nl: Broodbrieflijst, en: Bread letter list }
    tables:
      subscribers:
        name: { nl: Lezers, en: Readers }
        purposes: [newsletter]
        subject: { group: customer, identities: { email: email } }
        columns: { email: contact, name: name, last_seen_on: not-personal }
        retention: { rule: account, from: last_seen_on }
`;

const statementText = {
  nl: `# Privacyverklaring

::version

Wij leggen uit wat wij doen. Wij houden het kort. Vragen mag altijd.

## Wie wij zijn

:value[controller.contactPoint] Mail ons op :value[controller.email]. Wij antwoorden altijd.

## Gegevens

::list[categories]

## Doelen

::table[purposes]

## Ontvangers

::table[recipients]

::table[transfers]

## Termijnen

::table[retention]

## Klachten

U kunt klagen bij de Autoriteit Persoonsgegevens.
`,
  en: `# Privacy statement

::version

We explain what we do. We keep it short. You may always ask.

## Who we are

:value[controller.contactPoint] Write to us at :value[controller.email]. We always answer.

## Data

::list[categories]

## Purposes

::table[purposes]

## Recipients

::table[recipients]

::table[transfers]

## Periods

::table[retention]

## Complaints

You can complain to the Autoriteit Persoonsgegevens.
`,
};
