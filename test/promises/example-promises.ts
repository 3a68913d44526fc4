import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { connectSources, type OpenedSources } from '../../src/app/connect-sources.ts';
import { type AppContext, actingAs } from '../../src/app/context.ts';
import { keepStanding } from '../../src/app/keep-standing.ts';
import { loadPolicy } from '../../src/app/load-policy.ts';
import { openRequest } from '../../src/app/open-request.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { publishStatement } from '../../src/app/publish-statement.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { silentLog } from '../../src/base/log.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import type { Verdict } from '../../src/promises/check.ts';
import type { CheckedPromiseId } from '../../src/promises/checks.ts';
import type { PromiseContext } from '../../src/promises/promise-context.ts';
import { readCase } from '../../src/store/case-file.ts';
import { type Company, exampleCompany, examplePolicy, exampleStatements, officer } from '../app/company.ts';
import { type Change, changed } from '../support/changed-text.ts';
import type { TestStore } from '../support/test-store.ts';
import { verdictOf } from '../support/verdict-of.ts';

/** The example company on real databases, with what a company does to keep a promise, and to break it. */
export interface ExamplePromises extends AsyncDisposable {
  readonly test: TestStore;
  /** What one check says now. */
  verdict(id: CheckedPromiseId, change?: Partial<PromiseContext>): Promise<Verdict>;
  context(change?: Partial<PromiseContext>): PromiseContext;
  /** What use cases work on, for an officer; approving a plan carries it out. */
  desk(): AppContext;
  /** The same for Gestand itself. */
  system(): AppContext;
  /** Puts the example's policy in force, with texts of it replaced. */
  load(...changes: readonly Change[]): Promise<void>;
  /** Publishes the example's statement in both languages, likewise, under the policy in force. */
  publish(changes?: Partial<Record<Language, readonly Change[]>>): Promise<void>;
  /** Runs SQL as the company's own software does. */
  crm(sql: string): Promise<Rows>;
  billing(sql: string): Promise<Rows>;
  newsletter(sql: string): Promise<Rows>;
  /** Takes a request in by telephone, of somebody whom the officer knows. */
  ask(wish: Wish, email?: string): Promise<CaseId>;
  /** Plans a request, approves the plan, and carries it out. */
  answer(caseId: CaseId): Promise<void>;
  /** Takes a request in that stops a use, and stops it. */
  stop(wish: Wish): Promise<CaseId>;
  reference(caseId: CaseId): Promise<string>;
  pass(time: { readonly days?: number; readonly hours?: number; readonly seconds?: number }): void;
}

export type Rows = readonly Readonly<Record<string, unknown>>[];

export const lotte = plantedCases['one-of-everything'].person;

/** `await using world = await examplePromises()`: 23 November 2026, statement published, nobody asked anything yet. */
export async function examplePromises(): Promise<ExamplePromises> {
  const stack = new AsyncDisposableStack();
  const company = stack.use(await exampleCompany());
  const { test, secrets } = company;
  const written = await examplePolicy();
  const statements = await exampleStatements();
  let { policy } = company.app;
  let opened: OpenedSources = company.opened;
  const system = (): AppContext => ({
    ...company.app,
    policy,
    sources: opened.sources,
    dispatch: async (runId) => {
      await advanceRun({ ...company.execution, policy, sources: opened.sources, maps: opened.maps }, runId);
    },
  });
  const world: ExamplePromises = {
    test,
    system,
    desk: () => actingAs(system(), officer),
    context: (change) => ({
      ...{ store: test.store, policy, sources: opened.sources, publicUrl: null, log: silentLog },
      ...change,
    }),
    verdict: (id, change) => verdictOf(id, world.context(change)),
    load: async (...changes) => {
      ({ policy } = await loadPolicy(company.app, { ...written, text: changed(written.text, changes) }));
      opened = stack.use(connectSources(policy, (name) => secrets[name] ?? ''));
    },
    publish: async (changes = {}) => {
      // Two versions of one moment have no order.
      test.clock.advance({ seconds: 1 });
      const texts = statements.map((each) => ({
        ...each,
        text: changed(each.text, changes[each.language] ?? []),
      }));
      const result = await publishStatement(system(), texts);
      if (result.kind === 'mistakes') throw new Error(JSON.stringify(result.diagnostics));
    },
    crm: (sql) => inPostgresql(company, 'CRM_URL', sql),
    billing: (sql) => inPostgresql(company, 'BILLING_URL', sql),
    newsletter: async (sql) => {
      using file = new DatabaseSync(secrets['NEWSLETTER_FILE'] ?? '');
      if (/^\s*select/i.test(sql)) return file.prepare(sql).all();
      file.exec(sql);
      return [];
    },
    ask: async (wish, email = lotte.email) => {
      const opening = await openRequest(world.desk(), {
        ...{ wish, email, channel: 'telephone', customerNumber: null, language: 'nl', clientKey: null },
        ...{ proof: 'officer-judgement', proofReason: 'Wij kennen haar stem.' },
      });
      if (opening.kind !== 'opened') throw new Error(opening.kind);
      return opening.caseId;
    },
    answer: async (caseId) => {
      const planning = await planRequest(world.desk(), { caseId });
      if (planning.kind !== 'planned') throw new Error(planning.kind);
      const { id: planId, sealedHash } = planning.plan;
      await approvePlan(world.desk(), { caseId, planId, sealedHash });
    },
    stop: async (wish) => {
      const caseId = await world.ask(wish);
      await keepStanding(system());
      return caseId;
    },
    reference: async (caseId) => present(await readCase(test.store, caseId), caseId).reference,
    pass: ({ days = 0, hours = 0, seconds = 0 }) => test.clock.advance({ hours: days * 24 + hours, seconds }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
  await world.publish();
  return world;
}

async function inPostgresql({ secrets }: Company, name: string, sql: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: secrets[name] });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    // What changed is counted within ten seconds; a test does not wait for that.
    await client.query('select pg_stat_force_next_flush()');
    return rows ?? [];
  } finally {
    await client.end();
  }
}
