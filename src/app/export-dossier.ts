import { canonicalJson } from '../base/canonical-json.ts';
import { legalDateOf, legalTimeZone } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { CaseKind } from '../domain/case-file.ts';
import { languages } from '../domain/language.ts';
import { formatVerifier } from '../ledger/signed-note.ts';
import { ToldHistory } from '../ledger/told-history.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { columnsOf } from '../report/dossier/dossier-columns.ts';
import type { CaseSum, DossierContent, PromiseSum } from '../report/dossier/dossier-content.ts';
import { dossierIndex, dossierIndexFile } from '../report/dossier/dossier-index.ts';
import { dossierReadme } from '../report/dossier/dossier-readme.ts';
import { byteOrderMark, csvLine } from '../report/package/csv.ts';
import { type ExportTarget, SealedExport } from '../report/sealed-export/sealed-export.ts';
import { newestCheckpoint, type StoredCheckpoint } from '../store/ledger-entry.ts';
import { noticesOfPeriod, type Period, policiesOfPeriod, statementsOfPeriod } from '../store/period-rows.ts';
import type { PolicyVersion } from '../store/policy-version.ts';
import type { StoreScope } from '../store/store.ts';
import { verifierFile } from '../verifier/one-file.ts';
import type { PolicyContext } from './context.ts';
import { caseLines } from './dossier-cases.ts';
import { promiseLines } from './dossier-promises.ts';
import { addLedger, verifierName } from './export-ledger.ts';
import { exportRegister } from './export-register.ts';
import { actorName, permit } from './permissions.ts';
import { growthProof } from './prove-ledger.ts';
import { refuseToldOtherwise } from './refuse-told-otherwise.ts';
import type { LedgerContext } from './verify-ledger.ts';
import { wholeLedger } from './whole-ledger.ts';

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
 * history of the promises, cases and their clocks, notices to recipients, and the ledger. Pseudonymous: a case has an id of ours and nothing of the person. How
 * promises and cases stood is what the ledger tells; where our tables tell otherwise, there is no dossier. Memory grows with the cases of the
 * period, by some hundred bytes each.
 *
 * @throws GestandError `bad-input` when the period ends before it begins, or begins after today; `conflict` while the ledger is empty;
 * `evidence-changed` when the ledger is not what was signed, or our tables are not what it tells.
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
  const told = new ToldHistory(period.from);
  const head = await wholeLedger(context, (entry) => told.add(entry));
  await refuseToldOtherwise(store, period);
  const statements = await addStatements(store, period, sealed);
  const { policies, registers } = await addPolicies(store, period, sealed);
  const promises: PromiseSum[] = [];
  const judgedAt = earlier(period.until, store.clock.now().toString());
  await sealed.add('promises.csv', promiseLines(store, { period, judgedAt, told, sums: promises }));
  const cases = new Map<CaseKind, CaseSum>();
  const judged = (to.toString() < today.toString() ? to : today).toString();
  await sealed.add('cases.csv', caseLines(store, { period, judged, told, sums: cases }));
  const notices = { total: 0 };
  await sealed.add('notices.csv', noticeLines(store, period, notices));
  await sealed.add('dossier.json', [`${canonicalJson({ format: 'gestand.dossier/1', ...period })}\n`]);
  const ledgerSize = await addLedger(context, { sealed, head, folder: 'ledger/' });
  const growth = await addGrowth(store, period, { sealed, head });
  const { legalName, address, email, phone, website, contactPoint, tradeRegister } = policy.controller;
  const content: DossierContent = {
    controller: { legalName, address, email, phone, website, contactPoint, tradeRegister },
    madeBy: actorName(context.actor),
    ...{ from: from.toString(), to: to.toString(), on: today.toString(), judged, key },
    ...{ statements, policies, registers, promises, notices: notices.total, ledgerSize, growth },
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

function earlier(one: string, other: string): string {
  return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0 ? one : other;
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

async function* noticeLines(
  store: StoreScope,
  period: Period,
  count: { total: number },
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columnsOf('notices.csv'), '');
  for await (const each of noticesOfPeriod(store, period)) {
    count.total++;
    const { id, caseId, recipient, deed, way, state, madeAt, dueOn } = each;
    const { sentAt, remindedAt, overdueAt, settledAt, settledBy, excuse } = each;
    const what = [id, caseId, recipient, deed, way, state, madeAt, dueOn];
    yield csvLine([...what, sentAt, remindedAt, overdueAt, settledAt, settledBy, excuse], '');
  }
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
