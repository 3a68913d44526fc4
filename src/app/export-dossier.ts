import { legalDateOf, legalTimeZone } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { CaseKind } from '../domain/case-file.ts';
import { languages } from '../domain/language.ts';
import { clockStandsStill } from '../law/clock-standing.ts';
import { formatVerifier } from '../ledger/signed-note.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { CaseSum, DossierContent, PromiseSum } from '../report/dossier/dossier-content.ts';
import { dossierIndex, dossierIndexFile } from '../report/dossier/dossier-index.ts';
import { dossierReadme } from '../report/dossier/dossier-readme.ts';
import { byteOrderMark, csvLine } from '../report/package/csv.ts';
import { type ExportTarget, SealedExport } from '../report/sealed-export/sealed-export.ts';
import { newestCheckpoint, type StoredCheckpoint } from '../store/ledger-entry.ts';
import {
  type CaseClock,
  casesOfPeriod,
  type Period,
  policiesOfPeriod,
  promisesOfPeriod,
  statementsOfPeriod,
} from '../store/period-rows.ts';
import type { PolicyVersion } from '../store/policy-version.ts';
import type { StoreScope } from '../store/store.ts';
import { verifierFile } from '../verifier/one-file.ts';
import type { PolicyContext } from './context.ts';
import { addLedger, verifierName } from './export-ledger.ts';
import { exportRegister } from './export-register.ts';
import { permit } from './permissions.ts';
import { growthProof } from './prove-ledger.ts';
import type { LedgerContext } from './verify-ledger.ts';

export interface DossierWish {
  /** Both days are in it. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export interface ExportedDossier {
  readonly entries: number;
  readonly cases: number;
  /** The public key with which it verifies. */
  readonly key: string;
}

/**
 * Everything that shows, over a period, what was promised and whether it was done: statements, policy, the register of GDPR art. 30, the
 * history of the promises, cases and their clocks, and the ledger. Pseudonymous: a case has an id of ours and nothing of the person. Memory
 * does not grow with what is in it.
 *
 * @throws GestandError `bad-input` when the period ends before it begins, or begins after today; `conflict` while the ledger is empty.
 */
export async function exportDossier(
  context: LedgerContext & Pick<PolicyContext, 'policy'>,
  { from, to }: DossierWish,
  target: ExportTarget,
): Promise<ExportedDossier> {
  permit(context.actor, 'export-dossier');
  const { store, signer, policy } = context;
  const today = legalDateOf(store.clock.now());
  refuseImpossible({ from, to }, today);
  const period = periodOf({ from, to });
  const key = formatVerifier(signer.verifier);
  const sealed = new SealedExport(target);
  const statements = await addStatements(store, period, sealed);
  const { policies, registers } = await addPolicies(store, period, sealed);
  const promises: PromiseSum[] = [];
  await sealed.add('promises.csv', promiseLines(store, period, promises));
  const cases = new Map<CaseKind, CaseSum>();
  const judged = to.toString() < today.toString() ? to : today;
  await sealed.add('cases.csv', caseLines(store, period, { sums: cases, judged: judged.toString() }));
  const head = await addLedger(context, { sealed, folder: 'ledger/' });
  const growth = await addGrowth(store, period, { sealed, head });
  const ledgerSize = head.size;
  const content: DossierContent = {
    controller: policy.controller.legalName,
    ...{ from: from.toString(), to: to.toString(), on: today.toString(), key },
    ...{ statements, policies, registers, promises, ledgerSize, growth },
    cases: [...cases.values()],
  };
  for (const language of languages)
    await sealed.add(dossierIndexFile[language], [dossierIndex(content, language)]);
  await sealed.add('README.txt', [dossierReadme(key)]);
  await sealed.add(verifierName, [verifierFile()]);
  await sealed.seal(signer);
  const total = content.cases.reduce((sum, each) => sum + each.total, 0);
  return { entries: ledgerSize, cases: total, key };
}

function refuseImpossible({ from, to }: DossierWish, today: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(from, to) > 0)
    throw new GestandError('bad-input', `The period ends (${to}) before it begins (${from}).`);
  if (Temporal.PlainDate.compare(from, today) > 0)
    throw new GestandError('bad-input', `The period begins (${from}) after today (${today}).`);
}

/** From midnight to midnight where the law counts days. */
function periodOf({ from, to }: DossierWish): Period {
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(legalTimeZone).toInstant().toString();
  return { from: midnight(from), until: midnight(to.add({ days: 1 })) };
}

function dayOf(instant: string): string {
  return legalDateOf(Temporal.Instant.from(instant)).toString();
}

async function addStatements(
  store: StoreScope,
  period: Period,
  sealed: SealedExport,
): Promise<DossierContent['statements']> {
  const statements: DossierContent['statements'][number][] = [];
  for await (const { version, language, publishedAt, markdown, html } of statementsOfPeriod(store, period)) {
    const name = `statements/${version}.${language}`;
    await sealed.add(`${name}.md`, [markdown]);
    await sealed.add(`${name}.html`, [html]);
    statements.push({ version, language, publishedOn: dayOf(publishedAt), file: `${name}.html` });
  }
  return statements;
}

async function addPolicies(
  store: StoreScope,
  period: Period,
  sealed: SealedExport,
): Promise<Pick<DossierContent, 'policies' | 'registers'>> {
  const policies: DossierContent['policies'][number][] = [];
  let last: PolicyVersion | undefined;
  for await (const version of policiesOfPeriod(store, period)) {
    const file = `policy/${dayOf(version.loadedAt)}-${version.policyHash.slice(0, 12)}.yaml`;
    await sealed.add(file, [version.yaml]);
    policies.push({ loadedOn: dayOf(version.loadedAt), file });
    last = version;
  }
  return { policies, registers: last === undefined ? [] : await addRegister(last, sealed) };
}

/** A policy of long ago may lack what a policy must say today; then its text stands for itself. */
async function addRegister({ yaml }: PolicyVersion, sealed: SealedExport): Promise<readonly string[]> {
  const policy = { file: 'policy.yaml', text: yaml };
  if (compilePolicy(policy.file, policy.text).policy === null) return [];
  const files: string[] = [];
  for (const language of languages)
    for (const [format, ending] of [
      ['text', 'txt'],
      ['csv', 'csv'],
    ] as const) {
      files.push(`register/register.${language}.${ending}`);
      await sealed.add(files.at(-1) ?? '', [exportRegister({ policy, format, language })]);
    }
  files.push('register/register.json');
  await sealed.add('register/register.json', [exportRegister({ policy, format: 'json', language: 'nl' })]);
  return files;
}

async function* promiseLines(store: StoreScope, period: Period, sums: PromiseSum[]): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(['promise', 'state', 'since', 'until', 'last checked', 'taken up by'], '');
  for await (const span of promisesOfPeriod(store, period)) {
    const { promiseId: id, state, since, until, lastCheckedAt, takenUpBy } = span;
    yield csvLine([id, state, since, until, lastCheckedAt, takenUpBy], '');
    const before = sums.at(-1)?.id === id ? sums.pop() : undefined;
    sums.push({ id, state, since: dayOf(since), states: (before?.states ?? 0) + 1 });
  }
}

async function* caseLines(
  store: StoreScope,
  period: Period,
  { sums, judged }: { readonly sums: Map<CaseKind, CaseSum>; readonly judged: string },
): AsyncGenerator<string> {
  const columns = [
    'case',
    'kind',
    'state',
    'channel',
    'received',
    'identity asked',
    'aimed at',
    'legal date',
  ];
  yield byteOrderMark + csvLine([...columns, 'answered', 'closed', 'clock'], '');
  for await (const each of casesOfPeriod(store, period)) {
    const clock = clockOf(each, judged);
    const { id, kind, state, channel, receivedAt, identityAskedAt, safeDate, legalDate } = each;
    const dates = [receivedAt, identityAskedAt, safeDate, legalDate, each.answeredAt, each.closedAt];
    yield csvLine([id, kind, state, channel, ...dates, clock], '');
    const sum = sums.get(kind) ?? { kind, total: 0, inTime: 0, late: 0, open: 0, ended: 0 };
    sums.set(kind, { ...sum, total: sum.total + 1, [clock]: sum[clock] + 1 });
  }
}

/** Where its clock stood on a day, whatever happened after it. */
function clockOf(each: CaseClock, judged: string): keyof Omit<CaseSum, 'kind' | 'total'> {
  const { answeredAt, closedAt, legalDate } = each;
  const by = (instant: string | null) =>
    instant === null || dayOf(instant) > judged ? null : dayOf(instant);
  const answered = by(answeredAt);
  if (answered !== null) return answered <= legalDate ? 'inTime' : 'late';
  if (by(closedAt) !== null) return 'ended';
  return judged <= legalDate || clockStandsStill(each) ? 'open' : 'late';
}

async function addGrowth(
  store: StoreScope,
  period: Period,
  { sealed, head }: { readonly sealed: SealedExport; readonly head: StoredCheckpoint },
): Promise<DossierContent['growth']> {
  const old = await newestCheckpoint(store, period.from);
  if (old === undefined) return null;
  const file = `ledger/growth-since-${old.size}.txt`;
  await sealed.add(file, [await growthProof(store, { oldSize: old.size, head })]);
  return { size: old.size, file };
}
