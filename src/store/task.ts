import { type Selectable, sql } from 'kysely';
import { GestandError } from '../base/error.ts';
import { type CaseId, newId, type RunId, type TaskId } from '../base/ids.ts';
import type { Identity } from '../domain/identity.ts';
import type { Correction } from '../domain/wish.ts';
import type { PlanKind } from '../plan/plan.ts';
import { decryptText, encryptText } from './encryption.ts';
import type { Database, TaskOutcome, TaskState } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';

/** What a person is asked to do in a system that no program can look into. No personal data. */
export interface Task {
  readonly id: TaskId;
  readonly runId: RunId;
  readonly caseId: CaseId | null;
  readonly source: string;
  readonly asks: PlanKind;
  readonly state: TaskState;
  readonly madeAt: string;
  /** ISO date. */
  readonly dueOn: string;
  /** Null until somebody attests. */
  readonly attested: Attested | null;
}

export interface Attested {
  readonly at: string;
  /** The id of a member of staff. */
  readonly by: string;
  readonly outcome: TaskOutcome;
  /** Rows, files, letters: whatever is counted there. */
  readonly items: number;
  /** For `kept`: an id of the list of grounds. */
  readonly ground: string | null;
  /** For `kept`: ISO date of the last day; null when it is not known. */
  readonly keptUntil: string | null;
  readonly hasFile: boolean;
}

/** Whom a task is about: personal data, kept encrypted until it is attested. */
export interface TaskSubject {
  readonly identities: readonly Identity[];
  /** What systems call them, with the name of the column. */
  readonly names: readonly { readonly column: string; readonly value: string }[];
  /** What is wrong and what it should be, where something is to be corrected. */
  readonly corrections?: readonly Pick<Correction, 'category' | 'now' | 'wanted'>[];
}

export interface NewTask {
  readonly runId: RunId;
  readonly caseId: CaseId | null;
  readonly source: string;
  readonly asks: PlanKind;
  readonly dueOn: string;
  readonly subject: TaskSubject;
}

export interface Attestation {
  readonly by: string;
  readonly outcome: TaskOutcome;
  readonly items: number;
  readonly ground: string | null;
  readonly keptUntil: string | null;
  readonly note: string | null;
  readonly file: { readonly name: string; readonly bytes: number } | null;
}

export async function makeTask(scope: StoreScope, task: NewTask): Promise<Task> {
  const id: TaskId = newId('task', scope.clock.now());
  const row = await scope.db
    .insertInto('task')
    .values({
      organisation_id: scope.organisationId,
      task_id: id,
      run_id: task.runId,
      case_id: task.caseId,
      source: task.source,
      asks: task.asks,
      state: 'open',
      made_at: nowOf(scope),
      due_on: task.dueOn,
      subject: encryptText(scope.keys, JSON.stringify(task.subject), `task.subject:${id}`),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/**
 * The task that an earlier run of the same case made for the same, taken over by a run: what a person did or is doing
 * is not asked of them again because another system failed. Marks come and go in one case: who set one by hand is asked again to lift
 * it, so that only what a failed run asked is taken over. Undefined when there is none.
 */
export async function takeOverTask(
  scope: StoreScope,
  { runId, caseId, source, asks }: Pick<NewTask, 'runId' | 'source' | 'asks'> & { readonly caseId: CaseId },
): Promise<Task | undefined> {
  const row = await scope.db
    .updateTable('task')
    .set({ run_id: runId })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', caseId)
    .where('source', '=', source)
    .where('asks', '=', asks)
    .where('state', 'in', ['open', 'attested'])
    .$if(asks === 'gate', (task) =>
      task.where(
        sql<boolean>`exists (select from gestand.run
          where organisation_id = ${scope.organisationId} and run_id = task.run_id and state = 'failed')`,
      ),
    )
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function readTask(scope: StoreScope, id: TaskId): Promise<Task | undefined> {
  const row = await tasks(scope).where('task_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** The task of a run for a source; undefined before it was made. */
export async function taskOfRun(
  scope: StoreScope,
  { runId, source }: { readonly runId: RunId; readonly source: string },
): Promise<Task | undefined> {
  const row = await tasks(scope)
    .where('run_id', '=', runId)
    .where('source', '=', source)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Tasks in some states, the earliest due first. */
export async function listTasks(
  scope: StoreScope,
  { states, limit }: { readonly states: readonly TaskState[]; readonly limit: number },
): Promise<readonly Task[]> {
  const rows = await tasks(scope)
    .where('state', 'in', states)
    .orderBy('due_on')
    .orderBy('task_id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Whom an open task is about. @throws GestandError `gone` when that is no longer kept. */
export async function readTaskSubject(scope: StoreScope, id: TaskId): Promise<TaskSubject> {
  const row = await tasks(scope).where('task_id', '=', id).executeTakeFirst();
  if (row?.subject == null)
    throw new GestandError(
      'gone',
      `Whom task ${id} was about is no longer kept: it was attested or cancelled.`,
    );
  return JSON.parse(decryptText(scope.keys, row.subject, `task.subject:${id}`)) as TaskSubject;
}

/** What somebody wrote beside their attestation. */
export async function readTaskNote(scope: StoreScope, id: TaskId): Promise<string | null> {
  const row = await tasks(scope).where('task_id', '=', id).executeTakeFirst();
  return row?.note == null ? null : decryptText(scope.keys, row.note, `task.note:${id}`);
}

/**
 * Writes down what somebody attests of an open task; whom it was about goes with it.
 *
 * @throws GestandError `conflict` when it is not open any more; `not-found`.
 */
export async function attestTask(scope: StoreScope, id: TaskId, attestation: Attestation): Promise<Task> {
  const { note, file, keptUntil } = attestation;
  const sealed = (text: string, column: string) => encryptText(scope.keys, text, `task.${column}:${id}`);
  const row = await scope.db
    .updateTable('task')
    .set({
      state: 'attested',
      subject: null,
      attested_at: nowOf(scope),
      attested_by: attestation.by,
      outcome: attestation.outcome,
      items: attestation.items,
      ground: attestation.ground,
      kept_until: keptUntil,
      note: note === null ? null : sealed(note, 'note'),
      file_name: file === null ? null : sealed(file.name, 'file_name'),
      file_bytes: file?.bytes ?? null,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('task_id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return fromRow(row);
  const task = await readTask(scope, id);
  if (task === undefined) throw new GestandError('not-found', `There is no task ${id}.`);
  throw new GestandError('conflict', `Task ${id} is ${task.state} already.`);
}

/** Closes open tasks that nobody needs to do any more, and lets go of whom they were about. Returns which. */
export async function cancelTasks(
  scope: StoreScope,
  of: { readonly caseId: CaseId } | { readonly runId: RunId },
): Promise<readonly Task[]> {
  const [column, id] = 'caseId' in of ? (['case_id', of.caseId] as const) : (['run_id', of.runId] as const);
  const rows = await scope.db
    .updateTable('task')
    .set({ state: 'cancelled', subject: null })
    .where('organisation_id', '=', scope.organisationId)
    .where(column, '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .execute();
  return rows.map(fromRow);
}

function tasks(scope: StoreScope) {
  return scope.db.selectFrom('task').selectAll().where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: Selectable<Database['task']>): Task {
  return {
    id: row.task_id as TaskId,
    runId: row.run_id as RunId,
    caseId: row.case_id as CaseId | null,
    source: row.source,
    asks: row.asks,
    state: row.state,
    madeAt: row.made_at,
    dueOn: row.due_on,
    attested:
      row.attested_at === null || row.attested_by === null || row.outcome === null
        ? null
        : {
            at: row.attested_at,
            by: row.attested_by,
            outcome: row.outcome,
            items: row.items ?? 0,
            ground: row.ground,
            keptUntil: row.kept_until,
            hasFile: row.file_bytes !== null,
          },
  };
}
