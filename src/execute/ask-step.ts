import { assert, present } from '../base/assert.ts';
import { legalDateOf } from '../base/clock.ts';
import { type Identity, identityKey } from '../domain/identity.ts';
import { manualSource } from '../plan/by-hand.ts';
import { identityIn } from '../sources/subject-question.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { readContact } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import { readRunIdentities } from '../store/run-identities.ts';
import type { StoreScope } from '../store/store.ts';
import {
  makeTask,
  type NewTask,
  type Task,
  type TaskSubject,
  takeOverTask,
  taskOfRun,
} from '../store/task.ts';
import { bindingsOf, type CurrentRun, mapOf, sourceOf } from './current-run.ts';
import { identityReading } from './identify-step.ts';
import { correctedValuesOf } from './rectify-step.ts';
import type { CarryOut } from './step-done.ts';

/**
 * Asks a person to do what the plan wants in a system that no program can look into. Whom it is about is read from the
 * systems that know them, and kept encrypted with the task.
 */
export const askStep: CarryOut = async (run, { step }) => {
  const { source } = step;
  const { plan } = run.record;
  const part = present(
    plan.sources.find((each) => each.source === source),
    'the part of a plan for a step',
  );
  assert(part.byHand !== undefined, 'work that a person does');
  const approved = Temporal.Instant.from(present(run.record.approvedAt, 'the approval of a plan'));
  const wanted: NewTask = {
    runId: run.held.id,
    caseId: run.caseFile?.id ?? null,
    source,
    asks: plan.kind,
    dueOn: legalDateOf(approved).add({ days: part.byHand.dueDays }).toString(),
    subject: { ...(await subjectOf(run)), ...correctionsFor(run, source) },
  };
  return {
    result: { asks: plan.kind, dueOn: wanted.dueOn },
    detail: { asks: plan.kind, dueOn: wanted.dueOn },
    together: async (inside) => {
      await askOnce(inside, run, wanted);
    },
  };
};

/** What is to be corrected there: of the categories that the system holds. */
function correctionsFor(run: CurrentRun, source: string): Pick<TaskSubject, 'corrections'> {
  const { plan } = run.record;
  if (plan.kind !== 'rectify') return {};
  const held = manualSource(run.policy, source)?.categories ?? [];
  const values = correctedValuesOf(run);
  return {
    corrections: plan.corrections.flatMap(({ category }, i) => {
      const value = values[i];
      return value !== undefined && held.includes(category) ? [{ category, ...value }] : [];
    }),
  };
}

async function askOnce(inside: StoreScope, run: CurrentRun, wanted: NewTask): Promise<Task> {
  const { caseId } = wanted;
  const known =
    (await taskOfRun(inside, wanted)) ??
    (caseId === null ? undefined : await takeOverTask(inside, { ...wanted, caseId }));
  if (known !== undefined) return known;
  const task = await makeTask(inside, wanted);
  const facts = { asks: task.asks, dueOn: task.dueOn };
  if (caseId !== null)
    await appendCaseEvent(inside, caseId, {
      kind: 'task-made',
      actor: 'system',
      detail: { taskId: task.id, ...facts },
    });
  await appendLedgerEntry(inside, {
    kind: 'task-made',
    subjects: { ...run.subjects, taskId: task.id, source: task.source },
    detail: facts,
  });
  return task;
}

/** By what they are recognised, and what they are called where the policy says that a column holds names. */
async function subjectOf(run: CurrentRun): Promise<TaskSubject> {
  const { store } = run.context;
  const identities = new Map<string, Identity>();
  const add = (identity: Identity) => {
    if (identity.value !== '') identities.set(identityKey(identity), identity);
  };
  const contact = run.caseFile === null ? undefined : await readContact(store, run.caseFile.id);
  if (contact !== undefined) provenIdentities(contact).forEach(add);
  for (const identity of (await readRunIdentities(store, run.held.id))?.identities ?? []) add(identity);
  const names = new Map<string, { readonly column: string; readonly value: string }>();
  for (const part of run.record.plan.sources) {
    if (part.byHand !== undefined) continue;
    const bindings = bindingsOf(run, part.source);
    const map = mapOf(run, part.source);
    const reading = identityReading(part, map, {
      bound: bindings,
      alsoOf: (category) => isName(run, category),
    });
    if (reading === null) continue;
    for await (const { table, values } of sourceOf(run, part.source).readAccess(reading.access, bindings)) {
      const columns = map.tables.get(table)?.columns ?? [];
      for (const { kind, column } of reading.subjects.get(table)?.identities ?? []) {
        const family = columns.find(({ name }) => name === column)?.family ?? 'other';
        if (isText(values[column])) add(identityIn({ family }, kind, String(values[column])));
      }
      for (const column of reading.more.get(table) ?? []) {
        const value = isText(values[column]) ? String(values[column]).trim() : '';
        if (value !== '') names.set(`${column}:${value}`, { column, value });
      }
    }
  }
  return { identities: [...identities.values()], names: [...names.values()] };
}

const nameTerms: ReadonlySet<string> = new Set([
  'pd:Name',
  'pd:FirstName',
  'pd:GivenName',
  'pd:MiddleName',
  'pd:LastName',
  'pd:FamilyName',
  'pd:FullName',
]);

function isName({ policy }: CurrentRun, category: string): boolean {
  return nameTerms.has(policy.categories.get(category)?.dpv ?? '');
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
