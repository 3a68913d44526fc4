import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { GestandError } from '../../base/error.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Row, Session } from '../session.ts';
import { introspectSqlite } from '../sqlite/introspect.ts';
import { scriptParts, sqliteScript } from './script.ts';
import { type SchemaFile, sqliteRules, treat, withTables } from './statement-rules.ts';

/**
 * What a SQLite file would look like that a schema was loaded into: it is made in memory.
 *
 * @throws GestandError `bad-input` with the line, when the text holds more than a schema or SQLite refuses it.
 */
export async function sqliteSchema(schema: SchemaFile): Promise<Catalog> {
  const { source, file, text } = schema;
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  try {
    for (const part of scriptParts(text, sqliteScript)) {
      if (treat(part, sqliteRules, file) === 'skip') continue;
      try {
        database.prepare(part.text).run();
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : '';
        throw new GestandError(
          'bad-input',
          `${file}:${part.line}: SQLite does not take this statement: ${reason}.`,
          {
            cause,
          },
        );
      }
    }
    const session: Session = {
      run: async ({ sql, parameters }) => {
        const rows = database.prepare(sql).all(...(parameters as readonly SQLInputValue[])) as readonly Row[];
        return { rows, count: rows.length };
      },
    };
    const looked = await introspectSqlite(source, { transaction: (_mode, work) => work(session) });
    return withTables(looked, schema);
  } finally {
    database.close();
  }
}
