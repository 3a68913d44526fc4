import { GestandError } from '../base/error.ts';
import type { RunId, TaskId } from '../base/ids.ts';
import { decrypt, decryptText, encrypt } from './encryption.ts';
import type { StoreScope } from './store.ts';

/** The file that came with an attestation, for the package of the person it is about. */
export interface TaskFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncGenerator<Buffer>;
}

const pieceBytes = 1024 * 1024;

/** Keeps the file of a task, encrypted, in pieces. Belongs in the transaction of the attestation. */
export async function keepTaskFile(scope: StoreScope, id: TaskId, content: Uint8Array): Promise<void> {
  const pieces = Math.max(Math.ceil(content.length / pieceBytes), 1);
  for (let ordinal = 0; ordinal < pieces; ordinal++) {
    const plain = content.subarray(ordinal * pieceBytes, (ordinal + 1) * pieceBytes);
    await scope.db
      .insertInto('task_file')
      .values({
        organisation_id: scope.organisationId,
        task_id: id,
        ordinal,
        content: encrypt(scope.keys.encryption, plain, placeOf(id, ordinal)),
      })
      .execute();
  }
}

/** Undefined when none came with it, or it is in its package and no longer here. */
export async function openTaskFile(scope: StoreScope, id: TaskId): Promise<TaskFile | undefined> {
  const row = await scope.db
    .selectFrom('task')
    .select(['file_name', 'file_bytes'])
    .where('organisation_id', '=', scope.organisationId)
    .where('task_id', '=', id)
    .executeTakeFirst();
  if (row?.file_name == null || row.file_bytes === null) return undefined;
  return {
    name: decryptText(scope.keys, row.file_name, `task.file_name:${id}`),
    bytes: row.file_bytes,
    content: pieces(scope, id, Math.max(Math.ceil(row.file_bytes / pieceBytes), 1)),
  };
}

/** Removes the files of a run's tasks; what was attested stays. */
export async function removeTaskFiles({ db, organisationId }: StoreScope, runId: RunId): Promise<void> {
  const theirs = db
    .selectFrom('task')
    .select('task_id')
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', runId);
  await db
    .deleteFrom('task_file')
    .where('organisation_id', '=', organisationId)
    .where('task_id', 'in', theirs)
    .execute();
  await db
    .updateTable('task')
    .set({ file_name: null })
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', runId)
    .execute();
}

async function* pieces(scope: StoreScope, id: TaskId, count: number): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const row = await scope.db
      .selectFrom('task_file')
      .select('content')
      .where('organisation_id', '=', scope.organisationId)
      .where('task_id', '=', id)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (row === undefined) throw new GestandError('gone', `The file of task ${id} is not whole any more.`);
    yield decrypt(scope.keys.encryption, row.content, placeOf(id, ordinal));
  }
}

function placeOf(id: TaskId, ordinal: number): string {
  return `task_file.content:${id}:${ordinal}`;
}
