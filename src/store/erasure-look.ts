import type { RunId } from '../base/ids.ts';
import type { LookOutcome } from './schema.ts';
import type { StoreScope } from './store.ts';

/** What the last look through a source for people who were erased came to. No personal data. */
export interface ErasureLook {
  readonly source: string;
  /** When it began: what was erased since may not have been looked for. */
  readonly lookedAt: string;
  readonly outcome: LookOutcome;
  /** Rows that were looked at. */
  readonly rows: number;
  /** Rows of whom was erased, that are back. */
  readonly returned: number;
  /** Rows of which somebody must say whether they are. */
  readonly unclear: number;
  /** The erasures that they were erased by; some of them. */
  readonly runIds: readonly RunId[];
}

/** Keeps what a look came to, in place of the one before. */
export async function keepErasureLook(scope: StoreScope, look: ErasureLook): Promise<void> {
  const found = {
    looked_at: look.lookedAt,
    outcome: look.outcome,
    rows_seen: look.rows,
    returned: look.returned,
    unclear: look.unclear,
    run_ids: JSON.stringify(look.runIds),
  };
  await scope.db
    .insertInto('erasure_look')
    .values({ organisation_id: scope.organisationId, source: look.source, ...found })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'source']).doUpdateSet(found))
    .execute();
}

/** The last look through each source. */
export async function listErasureLooks(scope: StoreScope): Promise<readonly ErasureLook[]> {
  const rows = await scope.db
    .selectFrom('erasure_look')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('source')
    .execute();
  return rows.map((row) => ({
    source: row.source,
    lookedAt: row.looked_at,
    outcome: row.outcome,
    rows: row.rows_seen,
    returned: row.returned,
    unclear: row.unclear,
    // Written by keepErasureLook.
    runIds: row.run_ids as unknown as readonly RunId[],
  }));
}
