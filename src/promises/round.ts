import { legalDateOf, legalTimeZone } from '../base/clock.ts';
import type { Language } from '../domain/language.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { CaseFile } from '../store/case-file.ts';
import { type Complaint, readComplaints } from '../store/complaint.ts';
import { type HandledCase, readHandledCases } from '../store/handled-case.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import { newestStatement, type StatementVersion } from '../store/statement-version.ts';
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
  /** The ids of the sources in the policy with that hash; null when it was not kept. */
  sourcesOfPolicy(policyHash: string): Promise<readonly string[] | null>;
}

/** How far back cases are evidence. */
const lookBackMonths = 12;
/** Cases of one round: beyond it a check must count in the database and not here. */
const mostCases = 50_000;

export function checkRound(context: PromiseContext): CheckRound {
  const { store, policy } = context;
  const today = legalDateOf(store.clock.now());
  const since = lookBackFrom(today);
  const policySources = new Map<string, Promise<readonly string[] | null>>();
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
    sourcesOfPolicy: (hash) => {
      const known = policySources.get(hash) ?? readSources(context, hash);
      policySources.set(hash, known);
      return known;
    },
  };
}

/** The moment from which what was done is still evidence. */
export function lookBackFrom(today: Temporal.PlainDate): Temporal.Instant {
  return today.subtract({ months: lookBackMonths }).toZonedDateTime(legalTimeZone).toInstant();
}

async function readSources(
  { store, policy }: PromiseContext,
  policyHash: string,
): Promise<readonly string[] | null> {
  if (policyHash === policy.hash) return policy.sources.map(({ id }) => id);
  const version = await readPolicyVersion(store, policyHash);
  const compiled = version === undefined ? null : compilePolicy('policy.yaml', version.yaml).policy;
  return compiled === null ? null : compiled.sources.map(({ id }) => id);
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
