import { legalDateOf } from '../base/clock.ts';
import { type Diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../policy/policy.ts';
import { compileStatement } from '../statement/compile.ts';
import type { Statement, StatementVersion } from '../statement/statement.ts';
import { statementValues } from '../statement/values.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { publishStatement as keepVersion, newestStatement } from '../store/statement-version.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import type { PolicyContext } from './context.ts';
import type { WrittenFile } from './load-policy.ts';
import { permit } from './permissions.ts';

export interface WrittenStatement extends WrittenFile {
  readonly language: Language;
}

export type PublishResult =
  | { readonly kind: 'published'; readonly number: number; readonly versions: readonly PublishedVersion[] }
  | { readonly kind: 'unchanged'; readonly number: number; readonly versions: readonly PublishedVersion[] }
  /** Nothing was published, in no language. */
  | { readonly kind: 'mistakes'; readonly diagnostics: readonly Diagnostic[] };

export interface PublishedVersion {
  readonly language: Language;
  readonly number: number;
  /** ISO date from which it holds. */
  readonly date: string;
  readonly hash: string;
}

interface Newest {
  readonly number: number;
  readonly date: string;
  readonly language: Language;
  readonly hash: string;
  readonly publishedAt: string;
}

/**
 * Publishes the statement, in all its languages under one number, when a word or a figure of any of them changed.
 * What was published stays for ever. The languages go together, so that a number says the same thing in both.
 */
export async function publishStatement(
  context: PolicyContext,
  written: readonly WrittenStatement[],
): Promise<PublishResult> {
  permit(context.actor, 'publish-statement');
  const { store, policy } = context;
  const now = store.clock.now();
  const today = legalDateOf(now).toString();
  return withTransaction({ ...store, clock: { now: () => now } }, async (inside): Promise<PublishResult> => {
    const newest = await Promise.all(written.map(({ language }) => newestOf(inside, language)));
    const number = Math.max(0, ...newest.map((version) => version?.number ?? 0));
    const compiled = written.map((text) => compile(policy, text, { number: number + 1, date: today }));
    const diagnostics = sortDiagnostics(compiled.flatMap((each) => each.diagnostics));
    const statements = compiled.flatMap(({ statement }) => (statement === null ? [] : [statement]));
    if (statements.length < written.length) return { kind: 'mistakes', diagnostics };
    const same = written.every((text, i) => isUnchanged(policy, text, { newest: newest[i], today }));
    if (same) {
      return { kind: 'unchanged', number, versions: newest.flatMap((each) => (each ? [summary(each)] : [])) };
    }
    for (const [i, statement] of statements.entries())
      await keep(inside, statement, { policy, markdown: written[i]?.text ?? '' });
    return { kind: 'published', number: number + 1, versions: statements.map(summaryOf) };
  });
}

/** Every mistake in the texts, without publishing. */
export function checkStatements(
  policy: Policy,
  written: readonly WrittenStatement[],
  on: Temporal.PlainDate,
): readonly Diagnostic[] {
  const version = { number: 1, date: on.toString() };
  return sortDiagnostics(written.flatMap((text) => compile(policy, text, version).diagnostics));
}

function compile(policy: Policy, { file, text, language }: WrittenStatement, version: StatementVersion) {
  return compileStatement({ file, text, language, policy, version });
}

// The version's own date stands in the text, so it is compiled as of that day; whether the law of today gives other
// figures than that of then is asked apart.
function isUnchanged(
  policy: Policy,
  written: WrittenStatement,
  { newest, today }: { readonly newest: Newest | undefined; readonly today: string },
): boolean {
  if (newest === undefined) return false;
  const { number, date } = newest;
  if (compile(policy, written, { number, date }).statement?.hash !== newest.hash) return false;
  const figures = (on: string) =>
    statementValues({ policy, language: written.language, on: Temporal.PlainDate.from(on) });
  const [then, now] = [figures(newest.date), figures(today)];
  const changed = [...new Set([...then.keys(), ...now.keys()])].filter(
    (path) => then.get(path)?.text !== now.get(path)?.text,
  );
  return !changed.some((path) => written.text.includes(`[${path}]`));
}

async function newestOf(scope: StoreScope, language: Language): Promise<Newest | undefined> {
  const version = await newestStatement(scope, language);
  if (version === undefined) return undefined;
  return {
    language,
    number: Number(version.version),
    date: dateOfVersion(version.publishedAt),
    hash: version.contentHash,
    publishedAt: version.publishedAt,
  };
}

/** A version holds from the day it was published. */
export function dateOfVersion(publishedAt: string): string {
  return legalDateOf(Temporal.Instant.from(publishedAt)).toString();
}

async function keep(
  inside: StoreScope,
  statement: Statement,
  { policy, markdown }: { readonly policy: Policy; readonly markdown: string },
): Promise<void> {
  const { language, version, hash, html, text } = statement;
  const kept = await keepVersion(inside, {
    language,
    version: String(version.number),
    contentHash: hash,
    policyHash: policy.hash,
    markdown,
    html,
    plainText: text,
  });
  await appendLedgerEntry(inside, {
    kind: 'statement-published',
    subjects: { statementVersionId: kept.id },
    detail: { language, number: version.number, date: version.date, hash, policyHash: policy.hash },
  });
}

function summaryOf({ language, version, hash }: Statement): PublishedVersion {
  return { language, ...version, hash };
}

function summary({ language, number, date, hash }: Newest): PublishedVersion {
  return { language, number, date, hash };
}
