import type { Connection } from 'mysql2/promise';
import type { SourceAccess, SourceErasure } from '../../src/plan/plan.ts';
import type { ErasureCount, Source } from '../../src/sources/source.ts';
import type { MariadbTestDatabase } from '../support/mariadb.ts';
import type { ActualRows, CopiedRow, OwnershipCase } from './case.ts';
import type { World, WorldReference } from './world.ts';
import { mariadbCollation } from './world-map.ts';
import { createTable, insertRows, readRow, selectRows } from './world-sql.ts';

/** A world in the one database of the run, worked on by the source itself; its tables are gone when it is disposed of. */
export class MariadbWorld implements AsyncDisposable {
  readonly #client: Connection;
  readonly #source: Source;
  readonly #subject: OwnershipCase;

  private constructor(client: Connection, source: Source, subject: OwnershipCase) {
    this.#client = client;
    this.#source = source;
    this.#subject = subject;
  }

  static async create(
    { client }: MariadbTestDatabase,
    source: Source,
    subject: OwnershipCase,
  ): Promise<MariadbWorld> {
    const { world } = subject;
    const text = `varchar(40) collate ${mariadbCollation}`;
    const tables = world.tables.map((table) =>
      createTable(world, table, { schema: '', inlineKeys: true, text }),
    );
    // Tables and rows that refer to each other are made without the checks; the keys hold all the same.
    await client.query(`set foreign_key_checks = 0; ${tables.join('; ')}`);
    for (const table of world.tables) {
      const insert = insertRows(world, table, () => '?');
      if (insert !== null) await client.execute(insert.sql, [...insert.values]);
    }
    await client.query('set foreign_key_checks = 1');
    return new MariadbWorld(client, source, subject);
  }

  count(plan: SourceErasure): Promise<readonly ErasureCount[]> {
    return this.#source.countErasure(plan, this.#subject.bindings);
  }

  access(plan: SourceAccess): Promise<readonly CopiedRow[]> {
    return Array.fromAsync(this.#source.readAccess(plan, this.#subject.bindings));
  }

  erase(plan: SourceErasure): Promise<readonly ErasureCount[]> {
    return this.#source.erase(plan, this.#subject.bindings, {
      marker: null,
      batchRows: 1_000,
      faultPoint: async () => undefined,
    });
  }

  async rows(): Promise<ActualRows> {
    const { world } = this.#subject;
    const all = new Map();
    for (const table of world.tables) {
      const [rows] = await this.#client.query(selectRows(world, table, (column) => column));
      all.set(
        table.name,
        (rows as Record<string, unknown>[]).map((cells) => readRow(world, table, cells)),
      );
    }
    return all;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const names = this.#subject.world.tables.map(({ name }) => `"${name.replaceAll('"', '""')}"`);
    await this.#client.query(
      `set foreign_key_checks = 0; drop table ${names.join(', ')}; set foreign_key_checks = 1`,
    );
  }
}

/**
 * Whether MariaDB must be able to delete these rows. It checks keys row by row, so a row goes only when none refers to
 * it that would stay for the moment; rows that refer by cascade go along. Rows that let go first do not count.
 */
export function canGoRowByRow(world: World, rows: ReadonlySet<string>): boolean {
  const left = new Set(rows);
  const references = world.tables.flatMap((table) =>
    (world.rows.get(table.name) ?? []).flatMap((row) =>
      table.references
        .filter((reference) => reference.enforced && !reference.nullable)
        .map((reference) => ({
          from: `${table.name} ${row.number}`,
          to: `${reference.to} ${row.refers[reference.name]}`,
          rule: reference.onDelete,
        })),
    ),
  );
  const referring = (to: ReadonlySet<string>, cascades: (rule: WorldReference['onDelete']) => boolean) =>
    references.filter((one) => to.has(one.to) && left.has(one.from) && cascades(one.rule));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const row of left) {
      const along = new Set([row]);
      // A set visits what is added while it is walked.
      for (const one of along) {
        for (const { from } of referring(new Set([one]), (rule) => rule === 'cascade')) along.add(from);
      }
      if (referring(along, (rule) => rule !== 'cascade').length > 0) continue;
      for (const one of along) left.delete(one);
    }
  }
  return left.size === 0;
}
