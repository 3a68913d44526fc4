import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { createExample } from '../../examples/carconnect/generate.ts';
import type { PlantedCustomer } from '../../examples/carconnect/planted-cases.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId, RunId } from '../../src/base/ids.ts';
import { type Identity, normaliseIdentity } from '../../src/domain/identity.ts';
import type { Destination } from '../../src/domain/receiver.ts';
import type { Correction, Wish } from '../../src/domain/wish.ts';
import { countsJson } from '../../src/execute/run-cases.ts';
import { queuePlan } from '../../src/execute/run-steps.ts';
import type { Bindings, Plan, PlanKind, SourceBindings, SubjectRow } from '../../src/plan/plan.ts';
import { planAccess } from '../../src/plan/plan-access.ts';
import { planErase } from '../../src/plan/plan-erase.ts';
import { planExport } from '../../src/plan/plan-export.ts';
import { planGate } from '../../src/plan/plan-gate.ts';
import { correctedValues, planRectify } from '../../src/plan/plan-rectify.ts';
import { sealPlan } from '../../src/plan/seal.ts';
import type { ErasureCount } from '../../src/sources/source.ts';
import { moveCase, openCase } from '../../src/store/case-file.ts';
import { putOrganisation } from '../../src/store/organisation.ts';
import { setMark } from '../../src/store/person-mark.ts';
import { linkCases, type PlanCase } from '../../src/store/plan-case.ts';
import { approvePlan, keepPlan } from '../../src/store/plan-record.ts';
import { keepPolicyVersion } from '../../src/store/policy-version.ts';
import { type OpenedContext, openContext, policyFile, type WorldAddress } from './world-context.ts';

/** Where databases of a world come from: the shared server of a test run, or one of the test's own. */
export interface DatabaseServer {
  /** A new database, a copy of `template`. */
  create(template: string): Promise<{ readonly name: string; readonly url: string }>;
  drop(name: string): Promise<void>;
  /** An empty store, migrated. */
  readonly storeTemplate: string;
}

/** The example company's three sources, small, made once and copied for each world. */
export interface WorldTemplate extends AsyncDisposable {
  readonly crm: string;
  readonly billing: string;
  readonly newsletterFile: string;
}

export const madeOn = Temporal.PlainDate.from('2026-11-23');

export async function makeTemplate(server: DatabaseServer): Promise<WorldTemplate> {
  const folder = await mkdtemp(join(tmpdir(), 'gestand-faults-'));
  const crm = await server.create('template0');
  const billing = await server.create('template0');
  const newsletterFile = join(folder, 'newsletter.sqlite');
  await createExample({
    crmUrl: crm.url,
    billingUrl: billing.url,
    newsletterFile,
    people: 50,
    today: madeOn,
  });
  return {
    crm: crm.name,
    billing: billing.name,
    newsletterFile,
    [Symbol.asyncDispose]: async () => {
      await server.drop(crm.name);
      await server.drop(billing.name);
      await rm(folder, { recursive: true });
    },
  };
}

/** Three sources and a store of a test's own, with an approved plan about one person in the queue. */
export interface World extends AsyncDisposable {
  readonly address: WorldAddress;
  readonly runId: RunId;
  readonly caseId: CaseId;
  /** Of the status page. */
  readonly accessToken: string;
  /** A process that works on this world later, when the lease of a dead one has ended. */
  open(): Promise<OpenedContext>;
}

export interface WorldWish {
  readonly kind: FaultKind;
  readonly person: PlantedCustomer;
  /** Of an export; to the person when left out. */
  readonly to?: Destination;
  /** Of an erasure: who else asks for one, and is answered by the same plan. */
  readonly others?: readonly PlantedCustomer[];
  /** Where other controllers find this one. */
  readonly publicUrl?: string;
}

export async function makeWorld(
  server: DatabaseServer,
  template: WorldTemplate,
  wish: WorldWish,
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'gestand-faults-'));
  const [store, crm, billing] = await Promise.all([
    server.create(server.storeTemplate),
    server.create(template.crm),
    server.create(template.billing),
  ]);
  const newsletterFile = join(folder, 'newsletter.sqlite');
  await copyFile(template.newsletterFile, newsletterFile);
  const address: WorldAddress = {
    storeUrl: store.url,
    crmUrl: crm.url,
    billingUrl: billing.url,
    newsletterFile,
    spoolFolder: join(folder, 'spool'),
    ...(wish.publicUrl === undefined ? {} : { publicUrl: wish.publicUrl }),
  };
  await using opened = await openContext(address);
  await putOrganisation(opened.context.store, 'CarConnect');
  const approved = wish.others === undefined ? await approve(opened, wish) : await approveMany(opened, wish);
  return {
    address,
    ...approved,
    open: () => openContext(address, { minutesLater: 5 }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([store, crm, billing].map(({ name }) => server.drop(name)));
      await rm(folder, { recursive: true });
    },
  };
}

/** What an application does before a run: open a case, plan, seal, approve, queue. */
async function approve(
  { context }: OpenedContext,
  { kind, person, to = { kind: 'self' } }: WorldWish,
): Promise<{ readonly runId: RunId; readonly caseId: CaseId; readonly accessToken: string }> {
  const { store, policy, maps } = context;
  await keepPolicyVersion(store, { policyHash: policy.hash, yaml: await readFile(policyFile, 'utf8') });
  const { file, accessToken } = await provenCase(context, { kind, person });
  const corrections = correctionsFor(person);
  const bindings: Bindings = {
    nonce: 'a nonce of the test',
    sources: await bind(context, person),
    ...(kind === 'rectify' ? { corrections: correctedValues(corrections) } : {}),
  };
  const all = [...maps.values()];
  const plans: Readonly<Record<FaultKind, () => Plan | Promise<Plan>>> = {
    access: () => planAccess(policy, all, { people: 1, language: 'nl', on: madeOn }),
    export: () => planExport(policy, all, { people: 1, language: 'nl', on: madeOn, to }),
    erase: () => planErase(policy, all, { people: 1, on: madeOn }),
    rectify: () => planRectify(policy, all, { people: 1, on: madeOn, corrections }),
    gate: () => markingPlan(context, file.id),
  };
  const plan = await plans[kind]();
  const sealedHash = sealPlan(plan, bindings);
  const { id } = await keepPlan(store, { plan, sealedHash, bindings, caseId: file.id });
  await approvePlan(store, id, { sealedHash, approvedBy: 'staff_test' });
  const { id: runId } = await queuePlan(store, id);
  return { runId, caseId: file.id, accessToken };
}

async function provenCase(
  { store }: OpenedContext['context'],
  { kind, person }: Pick<WorldWish, 'kind' | 'person'>,
) {
  const opened = await openCase(store, {
    wish: wishOf({ kind, person }),
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-12-20',
    legalDate: '2026-12-23',
    contact: { email: person.email },
    actor: 'person',
  });
  await moveCase(store, opened.file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  return opened;
}

/** The same for several who ask to be erased, as one plan; the case is that of the first. */
async function approveMany(
  { context }: OpenedContext,
  { person: first, others = [] }: WorldWish,
): Promise<{ readonly runId: RunId; readonly caseId: CaseId; readonly accessToken: string }> {
  const { store, policy, maps } = context;
  await keepPolicyVersion(store, { policyHash: policy.hash, yaml: await readFile(policyFile, 'utf8') });
  const people = [first, ...others];
  const plan = planErase(policy, [...maps.values()], { people: people.length, on: madeOn });
  const cases: PlanCase[] = [];
  const all: Record<string, Record<string, SubjectRow[]>> = {};
  let opened: Awaited<ReturnType<typeof provenCase>> | undefined;
  for (const [number, person] of people.entries()) {
    const its = await provenCase(context, { kind: 'erase', person });
    opened ??= its;
    const bound = await bind(context, person);
    const counts: Record<string, readonly ErasureCount[]> = {};
    for (const part of plan.sources) {
      const { source } = part;
      const rows = bound[source] ?? {};
      counts[source] = await present(context.sources.get(source), source).countErasure(part, rows);
      const tables = all[source] ?? {};
      all[source] = tables;
      for (const [table, keys] of Object.entries(rows))
        tables[table] = [...(tables[table] ?? []), ...keys.map(({ key }) => ({ person: number, key }))];
    }
    cases.push({ caseId: its.file.id, person: number, counts: countsJson(counts), leftOut: null });
  }
  const bindings: Bindings = { nonce: 'a nonce of the test', sources: all };
  const sealedHash = sealPlan(plan, bindings);
  const { id } = await keepPlan(store, { plan, sealedHash, bindings });
  await linkCases(store, id, cases);
  await approvePlan(store, id, { sealedHash, approvedBy: 'staff_test' });
  const { id: runId } = await queuePlan(store, id);
  const { file, accessToken } = present(opened, 'the first case');
  return { runId, caseId: file.id, accessToken };
}

/** As an objection to marketing has it. */
async function markingPlan({ store, policy, maps }: OpenedContext['context'], caseId: CaseId): Promise<Plan> {
  const scope = { purposes: 'marketing', categories: 'all', recipients: 'all' } as const;
  const mark = await setMark(
    store,
    { caseId, kind: 'objected', ground: null, scope, rule: 'art. 21(3)' },
    [],
  );
  return planGate(policy, [...maps.values()], {
    change: 'set',
    marks: [mark],
    gated: new Set(maps.keys()),
    answers: true,
    on: madeOn,
  });
}

/** The kinds of plans whose runs are killed. */
export type FaultKind = Extract<PlanKind, 'access' | 'erase' | 'export' | 'rectify' | 'gate'>;

/** They moved to another mailbox. */
export const newAddress = 'een.nieuw.adres@example.nl';

function correctionsFor({ email }: PlantedCustomer): readonly Correction[] {
  return [{ category: 'contact', now: email, wanted: newAddress }];
}

function wishOf({ kind, person }: { readonly kind: FaultKind; readonly person: PlantedCustomer }): Wish {
  if (kind === 'rectify') return { kind: 'rectification', corrections: correctionsFor(person) };
  if (kind === 'gate')
    return { kind: 'objection', purposes: 'all', categories: 'all', recipients: 'all', reason: null };
  if (kind === 'export') return { kind: 'portability', to: 'self' };
  return { kind: kind === 'access' ? 'access' : 'erasure' };
}

async function bind(
  { sources, maps }: OpenedContext['context'],
  { email, customerNo }: PlantedCustomer,
): Promise<Readonly<Record<string, SourceBindings>>> {
  const identities: readonly Identity[] = [
    normaliseIdentity('email', email),
    normaliseIdentity('customer-number', customerNo),
  ];
  const bound: Record<string, Record<string, SubjectRow[]>> = {};
  for (const [id, source] of sources) {
    const tables: Record<string, SubjectRow[]> = {};
    for (const { table, key } of await source.find(present(maps.get(id), id), identities)) {
      tables[table] ??= [];
      tables[table].push({ person: 0, key });
    }
    bound[id] = tables;
  }
  return bound;
}

/** Everything in the three sources as hashes by table, without our own journal there. */
export async function stateOfSources(address: WorldAddress): Promise<Readonly<Record<string, string>>> {
  const state: Record<string, string> = {};
  for (const [name, url] of [
    ['crm', address.crmUrl],
    ['billing', address.billingUrl],
  ] as const) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const tables = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      );
      for (const { name: table } of tables.rows) {
        const rows = await client.query<{ row: string }>(
          `select to_jsonb(t)::text as row from ${pg.escapeIdentifier(table)} as t`,
        );
        state[`${name}.${table}`] = `${rows.rows.length} ${digest(rows.rows.map(({ row }) => row))}`;
      }
      state[`${name} gate`] = await gateRows(client);
    } finally {
      await client.end();
    }
  }
  const database = new DatabaseSync(address.newsletterFile);
  const tables = database
    .prepare(
      `select name from sqlite_schema where type = 'table' and (name = 'gestand_gate' or name not like 'gestand_%') order by 1`,
    )
    .all();
  for (const { name } of tables) {
    const rows = database.prepare(`select * from "${String(name)}"`).all();
    const lines = rows.map(({ mark: _, since: __, ...row }) => JSON.stringify(row));
    state[`newsletter.${String(name)}`] = `${lines.length} ${digest(lines)}`;
  }
  database.close();
  return state;
}

// Which mark it is and since when differs from world to world.
async function gateRows(client: pg.Client): Promise<string> {
  const { rows: present } = await client.query(`select to_regclass('gestand.gate') as gate`);
  if (present[0]?.gate === null) return 'none';
  const { rows } = await client.query<{ row: string }>(
    `select concat_ws(' ', subject_table, subject_key, purpose, kind) as row from gestand.gate`,
  );
  return `${rows.length} ${digest(rows.map(({ row }) => row))}`;
}

// What replaces a value that must stay distinct is drawn by chance.
function digest(lines: readonly string[]): string {
  const drawn = lines.map((line) => line.replace(/"erased-[0-9a-f]+"/g, '"erased"')).sort();
  return createHash('sha256').update(drawn.join('\n')).digest('hex');
}
