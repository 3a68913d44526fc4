import { DatabaseSync } from 'node:sqlite';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { fromBufferPromise } from 'yauzl';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { type ShownRequest, showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import type { Language } from '../../src/domain/language.ts';
import type { WishOf } from '../../src/domain/wish.ts';
import { answerDeadline } from '../../src/law/deadlines.ts';
import { type CaseFile, moveCase, openCase } from '../../src/store/case-file.ts';
import { type Company, officer } from '../app/company.ts';

export type Cells = Readonly<Record<string, unknown>>;

/** A request of somebody who proved who they are, to take their data along. */
export async function portabilityCase(
  { app }: Company,
  wanted: {
    readonly email: string;
    readonly to: WishOf<'portability'>['to'];
    readonly language?: Language;
  },
): Promise<{ readonly file: CaseFile; readonly accessToken: string }> {
  const { store } = app;
  const deadline = answerDeadline(store.clock.now());
  const { file, accessToken } = await openCase(store, {
    wish: { kind: 'portability', to: wanted.to },
    language: wanted.language ?? 'nl',
    channel: 'portal',
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
    contact: { email: wanted.email },
    actor: 'person',
  });
  const taken = await moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  return { file: taken, accessToken };
}

/** Plans a case and shows the officer its plan. */
export async function planned({ app }: Company, { id, reference }: CaseFile): Promise<ShownRequest> {
  const planning = await planRequest(app, { caseId: id });
  if (planning.kind !== 'planned') throw new Error('several people');
  return showRequest(actingAs(app, officer), { reference, language: 'nl' });
}

/** Approves what was shown, which carries it out. */
export async function approved({ app }: Company, { file, plan }: ShownRequest): Promise<void> {
  const { id: planId, sealedHash } = present(plan, 'a plan').record;
  await approvePlan(actingAs(app, officer), { caseId: file.id, planId, sealedHash });
}

/** The files of a package, by their paths. */
export async function filesOf(
  content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(await buffer(content));
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

/** Rows of one of the example's databases, straight from it. */
export async function queryExample(
  { secrets }: Company,
  source: 'crm' | 'billing' | 'newsletter',
  { sql, values }: { readonly sql: string; readonly values: readonly string[] },
): Promise<readonly Cells[]> {
  if (source === 'newsletter') {
    const database = new DatabaseSync(present(secrets['NEWSLETTER_FILE'], 'newsletter'), { readOnly: true });
    try {
      return database.prepare(sql.replaceAll(/\$\d/g, '?')).all(...values) as Cells[];
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: present(secrets[`${source.toUpperCase()}_URL`], source) });
  await client.connect();
  try {
    // As JSON, as a package has it: a driver would make of a date what it likes.
    const { rows } = await client.query<{ row: Cells }>(
      `select to_jsonb(hers) as row from (${sql}) as hers`,
      [...values],
    );
    return rows.map(({ row }) => row);
  } finally {
    await client.end();
  }
}
