import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';
import type { Database } from './schema.ts';

// A connection has at most one transaction.
const lastStatements = new WeakMap<DatabaseConnection, string[]>();

/**
 * Has the transaction send a statement in one message with its commit, which spares the round trip of its own; call it inside one.
 * What the statement writes is not seen before the commit. When it fails, nothing of the transaction happened.
 */
export async function sendWithCommit(db: Kysely<Database>, statement: string): Promise<void> {
  await db.getExecutor().provideConnection(async (connection) => {
    const others = lastStatements.get(connection);
    if (others === undefined) lastStatements.set(connection, [statement]);
    else others.push(statement);
  });
}

/** PostgreSQL, with the statements of {@link sendWithCommit}. */
export class CommitDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new CommitDriver(this.#config);
  }
}

class CommitDriver extends PostgresDriver {
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const statements = lastStatements.get(connection);
    if (statements === undefined) return super.commitTransaction(connection);
    lastStatements.delete(connection);
    // Without parameters several statements are one message. The first that fails ends it, so that the commit is not reached.
    await connection.executeQuery(CompiledQuery.raw([...statements, 'commit'].join(';')));
  }

  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    lastStatements.delete(connection);
    await super.rollbackTransaction(connection);
  }
}
