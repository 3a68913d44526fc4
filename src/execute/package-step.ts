import { assert, present } from '../base/assert.ts';
import { legalDateOf } from '../base/clock.ts';
import { newId, type PackageId } from '../base/ids.ts';
import type { Language } from '../domain/language.ts';
import { type CountedRows, explainAccess } from '../plan/explain.ts';
import { explainExport, explainLeftOut } from '../plan/explain-export.ts';
import { exportWords } from '../plan/export-words.ts';
import type { AccessPlan, ExportPlan } from '../plan/plan.ts';
import type { Letter } from '../report/letters/letter.ts';
import { accessPackage } from '../report/package/access-package.ts';
import type { AttachedFile } from '../report/package/access-package-content.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import type { CaseFile } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { removePackage, writePackage } from '../store/package-file.ts';
import { saveCursor } from '../store/run-step.ts';
import { taskOfRun } from '../store/task.ts';
import { openTaskFile } from '../store/task-file.ts';
import type { CurrentRun } from './current-run.ts';
import { erasedBefore } from './erased-before.ts';
import { limitsOf } from './execute-context.ts';
import { queueLetter } from './letter-to-person.ts';
import { wasDelivered } from './push-step.ts';
import { areTheirs, countRows, portabilityContent, rowsOf } from './rows-of-plan.ts';
import type { CarryOut, StepDone } from './step-done.ts';

/**
 * Reads what is a person's from every source into their package, and writes them where it is (art. 15(1) and (3), 20(1)). The
 * key of the package is in memory alone until it stands in that letter: a package whose letter was never queued opens
 * for nobody, so that whoever goes on after a crash removes it and makes another.
 */
export const packageStep: CarryOut = async (run, { step, steps }) => {
  const { store } = run.context;
  const { plan } = run.record;
  assert(
    (plan.kind === 'access' || plan.kind === 'export') && run.caseFile !== null,
    'a plan of a case that ends in a package',
  );
  if (plan.kind === 'export' && wasDelivered(steps)) return noPackage;
  const begun = packageOf(step.cursor);
  if (begun !== null) await removePackage(store, begun);
  const counts = await countRows(run, plan);
  const files = plan.kind === 'access' ? await filesOf(run, plan) : [];
  if (files.length === 0 && !areTheirs(plan, counts)) return foundNothing(run, plan);
  const id: PackageId = newId('pkg', store.clock.now());
  await saveCursor(store, run.held, { ordinal: step.ordinal, cursor: { packageId: id } });
  const making = { caseFile: run.caseFile, counts };
  const made =
    plan.kind === 'access'
      ? accessPackageOf(run, { ...making, plan, files })
      : exportPackageOf(run, { ...making, plan });
  return keepPackage(run, { id, caseFile: run.caseFile, files: files.length, made });
};

/** A package as it is being made, what it held when it is, and the letter that goes with it. */
interface MadePackage {
  readonly content: AsyncIterable<Uint8Array>;
  readonly tables: () => readonly CountedRows[];
  readonly letter: (place: { readonly link: string; readonly expiresAt: Temporal.Instant }) => Letter;
}

interface Making {
  readonly caseFile: CaseFile;
  readonly counts: readonly CountedRows[];
}

function accessPackageOf(
  run: CurrentRun,
  making: Making & { readonly plan: AccessPlan; readonly files: readonly AttachedFile[] },
): MadePackage {
  const { store, spoolFolder } = run.context;
  const { policy } = run;
  const { plan, files, counts } = making;
  const { language, reference } = making.caseFile;
  const explanation = explainAccess(plan, counts, { policy, language });
  const tables: CountedRows[] = [];
  const on = legalDateOf(store.clock.now()).toString();
  const content = accessPackage(
    { policy, language, on, reference, explanation, files, sources: rowsOf(run, plan), person: 0 },
    { spoolFolder, onTable: (table) => tables.push(table) },
  );
  return {
    content,
    tables: () => tables,
    letter: (place) => ({ kind: 'access-ready', ...place, explanation }),
  };
}

function exportPackageOf(run: CurrentRun, making: Making & { readonly plan: ExportPlan }): MadePackage {
  const { plan, caseFile, counts } = making;
  const reader = { policy: run.policy, language: caseFile.language };
  let tables: readonly CountedRows[] | null = null;
  const content = portabilityContent(run, {
    plan,
    caseFile,
    personEmail: null,
    onManifest: (manifest) => {
      tables = manifest.tables.map(({ source, table, rows }) => ({ source, table, rows }));
    },
  });
  return {
    content,
    tables: () => present(tables, 'the manifest of a package that is whole'),
    letter: (place) => ({
      kind: 'portability-ready',
      ...place,
      insteadOf: instead(plan, caseFile.language),
      explanation: explainExport({ ...plan, to: { kind: 'self' } }, counts, reader),
    }),
  };
}

function instead({ to }: ExportPlan, language: Language): string | null {
  switch (to.kind) {
    case 'self':
      return null;
    case 'link':
      return to.address ?? exportWords[language].unnamedParty;
    case 'receiver':
      return to.receiver.name;
  }
}

async function keepPackage(
  run: CurrentRun,
  {
    id,
    caseFile,
    files,
    made,
  }: {
    readonly id: PackageId;
    readonly caseFile: CaseFile;
    readonly files: number;
    readonly made: MadePackage;
  },
): Promise<StepDone> {
  const { store, packageLink, faultPoint } = run.context;
  const { language, reference } = caseFile;
  const expiresAt = store.clock.now().add({ hours: 24 * limitsOf(run.context).packageDays });
  const wanted = { id, caseId: caseFile.id, fileName: `${reference}.zip`, expiresAt: expiresAt.toString() };
  const { file, token } = await writePackage(store, wanted, passing(made.content, faultPoint));
  await faultPoint('package.written');
  const tables = made.tables();
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const facts = { packageId: id, byteCount: file.byteCount, rows, files };
  return {
    result: { ...facts, tables: tables.map((table) => ({ ...table })) },
    detail: facts,
    together: async (inside) => {
      const link = packageLink({ reference, token, language });
      await queueLetter(inside, run, made.letter({ link, expiresAt }));
      await appendCaseEvent(inside, caseFile.id, {
        kind: 'package-made',
        actor: 'system',
        detail: { packageId: id, byteCount: file.byteCount },
      });
      await appendLedgerEntry(inside, {
        kind: 'package-made',
        subjects: { ...run.subjects, packageId: id },
        detail: { byteCount: file.byteCount, tables: tables.length, rows },
      });
    },
  };
}

const noPackage: StepDone = {
  result: { packageId: null, byteCount: 0, rows: 0, tables: [] },
  detail: { packageId: null, byteCount: 0, rows: 0 },
};

// That there is nothing is an answer too, and needs no package.
async function foundNothing(run: CurrentRun, plan: AccessPlan | ExportPlan): Promise<StepDone> {
  const letter = plan.kind === 'access' ? await nothingToSee(run, plan) : nothingToTake(run, plan);
  return {
    ...noPackage,
    together: async (inside) => {
      await queueLetter(inside, run, letter);
    },
  };
}

async function nothingToSee(run: CurrentRun, plan: AccessPlan): Promise<Letter> {
  const searched = run.policy.sources
    .filter(({ id }) => plan.sources.some(({ source }) => source === id))
    .map(({ name }) => name);
  return { kind: 'access-found-nothing', searched, erasedBefore: await erasedBefore(run, run.caseFile) };
}

function nothingToTake({ policy }: CurrentRun, plan: ExportPlan): Letter {
  const leftOut = explainLeftOut(plan, { policy, language: plan.language });
  return { kind: 'portability-found-nothing', leftOut };
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
