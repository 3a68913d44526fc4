import { GestandError } from '../../base/error.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { Session } from '../session.ts';
import { compileKnots, type KnotTable } from '../sql/knots.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import type { MariadbConnection } from './connection.ts';

/**
 * Refuses in the dry run already what would be refused when it is done: see sql/knots.ts.
 *
 * @throws GestandError `source-failed`
 */
export async function refuseKnots(
  source: string,
  connection: MariadbConnection,
  { plan, bindings }: { readonly plan: SourceErasure; readonly bindings: SourceBindings },
): Promise<void> {
  const knots = compileKnots(mariadbDialect, plan, bindings);
  if (knots === null) return;
  await connection.prepared(knots, async (session) => {
    for (const circle of knots.circles) {
      if (await isKnotted(session, circle)) throw knotted(source, circle);
    }
  });
}

async function isKnotted(session: Session, circle: readonly KnotTable[]): Promise<boolean> {
  // Each round but the last takes a row out.
  for (let loose = -1; loose !== 0; ) {
    loose = 0;
    for (const { loosen } of circle) loose += (await session.run(loosen)).count;
  }
  for (const { left } of circle) {
    if (Number((await session.run(left)).rows[0]?.['rows']) > 0) return true;
  }
  return false;
}

/** Rows that refer to each other and cannot let go, in a database that checks keys row by row. */
export function knotted(source: string, circle: readonly { readonly table: string }[]): GestandError {
  const tables = circle.map(({ table }) => table).join(', ');
  return new GestandError(
    'source-failed',
    `source ${source}: rows of ${tables} refer to each other in a circle in which no column may be NULL, and MariaDB checks foreign keys row by row; nothing was changed. Let one of these columns be NULL, or make their keys ON DELETE CASCADE`,
  );
}
