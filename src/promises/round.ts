import { legalDateOf, legalTimeZone } from '../base/clock.ts';
import type { Language } from '../domain/language.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { CaseFile } from '../store/case-file.ts';
import { type Complaint, readComplaints } from '../store/complaint.ts';
import { type HandledCase, readHandledCases } from '../store/handled-case.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import { readStoppingCases, type StoppingCase } from '../store/standing-evidence.ts';
import { newestStatement, type StatementVersion } from '../store/statement-version.ts';
import { listTermCounts, type TermCount } from '../store/term-count.ts';
import { readOpenCases } from './open-cases.ts';
import type { PromiseContext } from './promise-context.ts';
import { lookAtSources, type SourceLook } from './source-look.ts';

/** One round of checks. What several of them read is read once, and so all see the same. */
export interface CheckRound extends PromiseContext {
  /** The calendar date where the law counts. */
  readonly today: Temporal.PlainDate;
  /** What people read today, in the languages of the policy in which there is something. */
  statements(): Promise<ReadonlyMap<Language, StatementVersion>>;
  /** Every source of the policy as it is now, in the order of the policy. */
  sourceLooks(): Promise<readonly SourceLook[]>;
  /** Cases that wait for an answer. @throws GestandError limit-exceeded */
  openCases(): Promise<readonly CaseFile[]>;
  /** Cases that were answered, refused or closed in the past year. @throws GestandError limit-exceeded */
  handledCases(): Promise<readonly HandledCase[]>;
  /** Complaints that are open, or were answered in the past year. @throws GestandError limit-exceeded */
  complaints(): Promise<readonly Complaint[]>;
  /** Cases of the past year, and open ones, in which somebody asked to stop a use, with what they asked. */
  stoppingCases(): Promise<readonly StoppingCase[]>;
  /** How many rows had had their term when they were last counted, as it was kept when this round began to ask. */
  termCounts(): Promise<readonly TermCount[]>;
  /** The policy with that hash; null when it was not kept. */
  policyOf(policyHash: string): Promise<Policy | null>;
}

/** How far back cases are evidence. */
const lookBackMonths = 12;
/** Cases of one round: beyond it a check must count in the database and not here. */
const mostCases = 50_000;

export function checkRound(context: PromiseContext): CheckRound {
  const { store, policy } = context;
  const today = legalDateOf(store.clock.now());
  const since = lookBackFrom(today);
  const policies = new Map<string, Promise<Policy | null>>([[policy.hash, Promise.resolve(policy)]]);
  return {
    ...context,
    today,
    statements: once(async () => {
      const newest = await Promise.all(policy.languages.map((language) => newestStatement(store, language)));
      return new Map(
        newest.flatMap((version) => (version === undefined ? [] : [[version.language, version]])),
      );
    }),
    sourceLooks: once(() => lookAtSources(context)),
    openCases: once(() => readOpenCases(store, mostCases)),
    handledCases: once(() => readHandledCases(store, { since, limit: mostCases })),
    complaints: once(() => readComplaints(store, { since, limit: mostCases })),
    stoppingCases: once(() => readStoppingCases(store, since)),
    termCounts: once(() => listTermCounts(store)),
    policyOf: (hash) => {
      const known = policies.get(hash) ?? readPolicy(context, hash);
      policies.set(hash, known);
      return known;
    },
  };
}

/** The moment from which what was done is still evidence. */
export function lookBackFrom(today: Temporal.PlainDate): Temporal.Instant {
  return today.subtract({ months: lookBackMonths }).toZonedDateTime(legalTimeZone).toInstant();
}

async function readPolicy({ store }: PromiseContext, policyHash: string): Promise<Policy | null> {
  const version = await readPolicyVersion(store, policyHash);
  return version === undefined ? null : compilePolicy('policy.yaml', version.yaml).policy;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
