import type { CompiledSql } from './sql/dialect.ts';
import type { ScopedStatement } from './sql/scoped-statement.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface StatementResult {
  readonly rows: readonly Row[];
  /** Rows read or changed. */
  readonly count: number;
}

/** Where a statement runs: on a connection of its own, or on that of a transaction. */
export interface Session {
  run(statement: CompiledSql): Promise<StatementResult>;
  /** How a statement runs with what must run before it, where that is not simply one after the other. */
  readonly runScoped?: (statement: ScopedStatement) => Promise<StatementResult>;
}

/** `read`: one snapshot, and nothing may change. */
export type TransactionMode = 'read' | 'write';

/** A statement with what must run before and after it: on one connection, so a session of a transaction where it has such. */
export async function runScoped(session: Session, statement: ScopedStatement): Promise<StatementResult> {
  if (session.runScoped !== undefined) return session.runScoped(statement);
  for (const before of statement.prelude) await session.run(before);
  const result = await session.run(statement);
  for (const after of statement.cleanup) await session.run(after);
  return result;
}
