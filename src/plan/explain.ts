import type { Language } from '../domain/language.ts';
import type { Policy, PolicySource } from '../policy/policy.ts';
import { manualSource } from './by-hand.ts';
import { keptReason } from './kept-reason.ts';
import type { AccessPlan, ErasePlan, Plan } from './plan.ts';
import { inPolicyOrder } from './policy-order.ts';
import { type ErasureVerb, words } from './words.ts';

/** How many rows of one table of one source. */
export interface CountedRows {
  readonly source: string;
  readonly table: string;
  readonly rows: number;
}

export interface CountedErasure extends CountedRows {
  readonly effect: ErasureVerb;
  /** For `keep`: the latest start of a term among the rows, as an ISO date. */
  readonly latestStart: string | null;
}

/** What stays after an erasure, and why. */
export interface KeptRows {
  readonly source: string;
  readonly table: string;
  readonly rows: number;
  /** What a person reads: `facturen (14) in Boekhouding`. */
  readonly what: string;
  /** An id of the closed list of grounds. */
  readonly ground: string;
  /** The ground as a whole sentence. */
  readonly groundText: string;
  /** ISO date of the last day; null when the start of the term is not known. */
  readonly until: string | null;
}

/** What a person will receive, in sentences: one for each table, and one when there is nothing. */
export function explainAccess(
  plan: AccessPlan,
  counts: readonly CountedRows[],
  { policy, language }: Reader,
): readonly string[] {
  const say = words[language];
  const sentences = plan.sources.flatMap(({ source }) =>
    copiedRows(source, counts, { policy, language }).map((rows) =>
      say.copied(rows, sourceName(policy, source, language)),
    ),
  );
  const byHand = handSentences(plan, { policy, language });
  if (sentences.length > 0) return [...sentences, ...byHand, say.othersMasked];
  return byHand.length > 0 ? byHand : [say.nothing];
}

/** What is read from a source, as a list within a sentence: one, or none when there is nothing. */
export function copiedRows(
  source: string,
  counts: readonly CountedRows[],
  { policy, language }: Reader,
): readonly string[] {
  const say = words[language];
  const parts = ofSource(policy, source, counts).map((count) =>
    say.rows(count.rows, tableName(policy, count, language)),
  );
  return parts.length === 0 ? [] : [say.list(parts)];
}

/** What an erasure does, in sentences with numbers, before anything happens or after it did. */
export function explainErasure(
  plan: ErasePlan,
  counts: readonly CountedErasure[],
  reader: Reader,
): readonly string[] {
  const { policy, language } = reader;
  const say = words[language];
  const verbs: readonly Exclude<ErasureVerb, 'keep'>[] = ['delete', 'redact', 'leave', 'release'];
  const sentences = plan.sources.flatMap(({ source }) =>
    verbs.flatMap((verb) => {
      const parts = ofSource(policy, source, counts)
        .filter((count) => count.effect === verb)
        .map((count) => say.rows(count.rows, tableName(policy, count, language)));
      return parts.length === 0
        ? []
        : [say.erasure[verb](say.list(parts), sourceName(policy, source, language))];
    }),
  );
  const kept = keptRows(plan, counts, reader).map((row) =>
    say.kept(row.what, { ground: row.groundText, until: row.until, rows: row.rows }),
  );
  const all = [...sentences, ...handSentences(plan, reader), ...kept];
  return all.length > 0 ? all : [say.nothing];
}

/** Where a person does it. */
export function handSentences(
  { sources }: Pick<Plan, 'sources'>,
  { policy, language }: Reader,
): readonly string[] {
  return sources.flatMap(({ source, byHand }) => {
    const manual = manualSource(policy, source);
    if (byHand === undefined || manual === undefined) return [];
    const work = { role: manual.owner.role[language], days: byHand.dueDays };
    return [words[language].byHand(manual.name[language], work)];
  });
}

/** What an erasure leaves, by table, with the ground in law and the last day. */
export function keptRows(
  plan: ErasePlan,
  counts: readonly CountedErasure[],
  { policy, language }: Reader,
): readonly KeptRows[] {
  const say = words[language];
  return plan.sources.flatMap((source) =>
    ofSource(policy, source.source, counts)
      .filter((count) => count.effect === 'keep')
      .map((count) => {
        const { ground, until } = keptReason(policy, source, count);
        const what = say.inSource(
          say.rows(count.rows, tableName(policy, count, language)),
          sourceName(policy, count.source, language),
        );
        return { ...count, what, ground: ground.id, groundText: ground.text[language], until };
      }),
  );
}

/** The counts of a source that are not zero. */
export function ofSource<Count extends CountedRows>(
  policy: Policy,
  source: string,
  counts: readonly Count[],
): readonly Count[] {
  const its = counts.filter((count) => count.source === source && count.rows > 0);
  return inPolicyOrder(sourceOf(policy, source), its);
}

export interface Reader {
  readonly policy: Policy;
  readonly language: Language;
}

/** What people read for a table. */
export function tableName(
  policy: Policy,
  { source, table }: Pick<CountedRows, 'source' | 'table'>,
  language: Language,
): string {
  return (
    sourceOf(policy, source)?.tables.find((candidate) => candidate.id === table)?.name[language] ?? table
  );
}

export function sourceName(policy: Policy, source: string, language: Language): string {
  return sourceOf(policy, source)?.name[language] ?? source;
}

function sourceOf(policy: Policy, source: string): PolicySource | undefined {
  return policy.sources.find((candidate) => candidate.id === source);
}
