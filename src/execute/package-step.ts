import { assert } from '../base/assert.ts';
import { legalDateOf } from '../base/clock.ts';
import { newId, type PackageId } from '../base/ids.ts';
import { type CountedRows, explainAccess } from '../plan/explain.ts';
import type { AccessPlan } from '../plan/plan.ts';
import { accessPackage } from '../report/package/access-package.ts';
import type { AttachedFile } from '../report/package/access-package-content.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import type { CaseFile } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { removePackage, writePackage } from '../store/package-file.ts';
import { saveCursor } from '../store/run-step.ts';
import { taskOfRun } from '../store/task.ts';
import { openTaskFile } from '../store/task-file.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';
import { erasedBefore } from './erased-before.ts';
import { limitsOf } from './execute-context.ts';
import { queueLetter } from './letter-to-person.ts';
import type { CarryOut, StepDone } from './step-done.ts';

/**
 * Reads what is a person's from every source into their package, and writes them where it is (art. 15(1) and (3)). The
 * key of the package is in memory alone until it stands in that letter: a package whose letter was never queued opens
 * for nobody, so that whoever goes on after a crash removes it and makes another.
 */
export const packageStep: CarryOut = async (run, { step }) => {
  const { store } = run.context;
  const { plan } = run.record;
  assert(plan.kind === 'access' && run.caseFile !== null, 'an access plan of a case');
  const begun = packageOf(step.cursor);
  if (begun !== null) await removePackage(store, begun);
  const counts = await countRows(run, plan);
  const files = await filesOf(run, plan);
  if (files.length === 0 && !counts.some((count) => count.rows > 0 && isPersonal(plan, count)))
    return foundNothing(run, plan);
  const id: PackageId = newId('pkg', store.clock.now());
  await saveCursor(store, run.held, { ordinal: step.ordinal, cursor: { packageId: id } });
  return makePackage(run, { id, plan, counts, files, caseFile: run.caseFile });
};

interface Making {
  readonly id: PackageId;
  readonly plan: AccessPlan;
  readonly counts: readonly CountedRows[];
  readonly files: readonly AttachedFile[];
  readonly caseFile: CaseFile;
}

async function makePackage(
  run: CurrentRun,
  { id, plan, counts, files, caseFile }: Making,
): Promise<StepDone> {
  const { store, spoolFolder, packageLink, faultPoint } = run.context;
  const { policy, subjects } = run;
  const { language, reference } = caseFile;
  const explanation = explainAccess(plan, counts, { policy, language });
  const expiresAt = store.clock.now().add({ hours: 24 * limitsOf(run.context).packageDays });
  const tables: CountedRows[] = [];
  const content = accessPackage(
    {
      policy,
      language,
      on: legalDateOf(store.clock.now()).toString(),
      reference,
      explanation,
      files,
      sources: plan.sources.map((part) => ({
        plan: part,
        rows: sourceOf(run, part.source).readAccess(part, bindingsOf(run, part.source)),
      })),
      person: 0,
    },
    { spoolFolder, onTable: (table) => tables.push(table) },
  );
  const wanted = { id, caseId: caseFile.id, fileName: `${reference}.zip`, expiresAt: expiresAt.toString() };
  const { file, token } = await writePackage(store, wanted, passing(content, faultPoint));
  await faultPoint('package.written');
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const facts = { packageId: id, byteCount: file.byteCount, rows, files: files.length };
  return {
    result: { ...facts, tables: tables.map((table) => ({ ...table })) },
    detail: facts,
    together: async (inside) => {
      const link = packageLink({ reference, token, language });
      await queueLetter(inside, run, { kind: 'access-ready', link, expiresAt, explanation });
      await appendCaseEvent(inside, caseFile.id, {
        kind: 'package-made',
        actor: 'system',
        detail: { packageId: id, byteCount: file.byteCount },
      });
      await appendLedgerEntry(inside, {
        kind: 'package-made',
        subjects: { ...subjects, packageId: id },
        detail: { byteCount: file.byteCount, tables: tables.length, rows },
      });
    },
  };
}

// That there is nothing is an answer too, and needs no package.
async function foundNothing(run: CurrentRun, plan: AccessPlan): Promise<StepDone> {
  const searched = run.policy.sources
    .filter(({ id }) => plan.sources.some(({ source }) => source === id))
    .map(({ name }) => name);
  const before = await erasedBefore(run);
  return {
    result: { packageId: null, byteCount: 0, rows: 0, tables: [] },
    detail: { packageId: null, byteCount: 0, rows: 0 },
    together: async (inside) => {
      await queueLetter(inside, run, { kind: 'access-found-nothing', searched, erasedBefore: before });
    },
  };
}

/** What came with the attestations of what people did by hand. */
async function filesOf(run: CurrentRun, plan: AccessPlan): Promise<readonly AttachedFile[]> {
  const { store } = run.context;
  const files: AttachedFile[] = [];
  for (const { source, byHand } of plan.sources) {
    if (byHand === undefined) continue;
    const task = await taskOfRun(store, { runId: run.held.id, source });
    const file = task === undefined ? undefined : await openTaskFile(store, task.id);
    if (file !== undefined) files.push({ ...file, source });
  }
  return files;
}

async function countRows(run: CurrentRun, plan: AccessPlan): Promise<readonly CountedRows[]> {
  const counts = await Promise.all(
    plan.sources.map(async (part) => {
      const { source } = part;
      const found = await sourceOf(run, source).countAccess(part, bindingsOf(run, source));
      return found.map(({ table, rows }) => ({ source, table, rows }));
    }),
  );
  return counts.flat();
}

function isPersonal(plan: AccessPlan, { source, table }: CountedRows): boolean {
  const part = plan.sources.find((each) => each.source === source);
  return part?.steps.find((each) => each.table === table)?.use === 'personal';
}

async function* passing(
  content: AsyncIterable<Uint8Array>,
  faultPoint: (name: string) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    await faultPoint('package.streaming');
    yield chunk;
  }
}

function packageOf(cursor: unknown): PackageId | null {
  const id = typeof cursor === 'object' && cursor !== null && 'packageId' in cursor ? cursor.packageId : null;
  return typeof id === 'string' ? (id as PackageId) : null;
}
