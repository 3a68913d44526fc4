import { assert, present } from '../../base/assert.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AccessRow } from '../../sources/source.ts';
import type { PackagedSource } from './access-package-content.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import type { EntryPaths } from './entry-path.ts';
import { packageWords } from './package-words.ts';
import { PackagedTable } from './packaged-table.ts';
import { Spool } from './spool.ts';
import type { ZipEntry, ZipWriter } from './zip-writer.ts';

/** Whose rows are written, and how. */
export interface TableWriting {
  readonly policy: Policy;
  readonly language: Language;
  /** Number of the person in the plan; 0 in a plan for one. */
  readonly person: number;
  readonly paths: EntryPaths;
  /** For encrypted, nameless spool files: see {@link Spool}. */
  readonly spoolFolder: string;
}

/** A table that held rows, in the two forms in which it stands in the package. */
export interface WrittenTable {
  readonly table: PackagedTable;
  readonly csv: ZipEntry;
  readonly json: ZipEntry;
}

/**
 * Writes every table of a source that holds rows, as CSV and as JSON. Memory does not grow with a table: its rows go
 * straight into its CSV entry, and wait in a spool to become its JSON entry, because a ZIP can only be written one entry
 * after the other and a source is read only once.
 *
 * @throws Error when a row is of another person, or holds what the plan hides.
 */
export async function* writeTables(
  zip: ZipWriter,
  { plan, rows }: PackagedSource,
  { policy, language, person, paths, spoolFolder }: TableWriting,
): AsyncGenerator<WrittenTable> {
  const source = present(
    policy.sources.find(({ id }) => id === plan.source),
    'the source of a plan',
  );
  const done = new Set<string>();
  for await (const { table: id, rows: ofTable } of byTable(rows, person)) {
    assert(!done.has(id), `the rows of ${id} are not consecutive`);
    done.add(id);
    const table = new PackagedTable({
      source,
      table: present(
        source.tables.find((each) => each.id === id),
        'the table of a row',
      ),
      step: present(
        plan.steps.find((step) => step.table === id),
        'the step of a row',
      ),
      path: paths.pathOf(source.id, id),
    });
    await using spool = new Spool(spoolFolder);
    const csv = await zip.add(`${table.path}.csv`, csvOf(table, ofTable, { spool, language }));
    const json = await zip.add(`${table.path}.json`, spool.read());
    yield { table, csv, json };
  }
}

/** The table as CSV; on the way every row goes into the spool as JSON. */
async function* csvOf(
  table: PackagedTable,
  rows: AsyncIterable<AccessRow>,
  { spool, language }: { readonly spool: Spool; readonly language: Language },
): AsyncGenerator<string> {
  const { withheld } = packageWords[language];
  yield byteOrderMark + csvLine(table.columns, withheld);
  for await (const row of rows) {
    yield csvLine(table.take(row), withheld);
    await spool.write(`${table.rows === 1 ? '[\n' : ',\n'}${JSON.stringify(row.values)}`);
  }
  await spool.write('\n]\n');
}

/** Cuts a stream of rows where the table changes. Each part must be read to its end before the next is asked for. */
async function* byTable(
  rows: AsyncIterable<AccessRow>,
  person: number,
): AsyncGenerator<{ readonly table: string; readonly rows: AsyncIterable<AccessRow> }> {
  const iterator = rows[Symbol.asyncIterator]();
  let ahead = await iterator.next();
  const next = (): AccessRow | null => (ahead.done === true ? null : ahead.value);
  async function* rowsOf(table: string): AsyncGenerator<AccessRow> {
    for (let row = next(); row !== null && row.table === table; row = next()) {
      assert(row.person === person, 'a row of another person');
      yield row;
      ahead = await iterator.next();
    }
  }
  try {
    for (let row = next(); row !== null; row = next()) {
      const { table } = row;
      yield { table, rows: rowsOf(table) };
      assert(next()?.table !== table, 'a table was not read to its end');
    }
  } finally {
    await iterator.return?.();
  }
}
