import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { assert, present } from '../../base/assert.ts';
import type { Language } from '../../domain/language.ts';
import { manualSource } from '../../plan/by-hand.ts';
import type { AccessRow } from '../../sources/source.ts';
import type { AccessPackageContent, PackagedFile, PackagedSource } from './access-package-content.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import { EntryPaths } from './entry-path.ts';
import { indexPage } from './index-page.ts';
import { packageWords } from './package-words.ts';
import { PackagedTable } from './packaged-table.ts';
import { readme } from './readme.ts';
import { schemaFile } from './schema-file.ts';
import { Spool } from './spool.ts';

export interface AccessPackageOptions {
  /** For encrypted, nameless spool files: see {@link Spool}. */
  readonly spoolFolder: string;
  /** After each table that held rows. */
  readonly onTable?: (table: {
    readonly source: string;
    readonly table: string;
    readonly rows: number;
  }) => void;
}

/**
 * The access package, a ZIP, as it is being made. Memory does not grow with a table: its rows go straight into
 * its CSV entry, and wait in a spool to become its JSON entry, because a ZIP can only be written one entry after
 * the other and a source is read only once. The page comes last, when it is known what was found. Who stops
 * reading stops the sources too.
 *
 * @throws GestandError what a source throws. Error when a row is of another person, or holds what the plan hides.
 */
export async function* accessPackage(
  content: AccessPackageContent,
  options: AccessPackageOptions,
): AsyncGenerator<Buffer> {
  const zip = new ZipWriter(content.on);
  const writing = writeEntries(zip, content, options).then(
    () => zip.end(),
    (error: unknown) => zip.abort(error),
  );
  try {
    for await (const chunk of zip.output) yield chunk;
  } finally {
    zip.abort(new Error('nobody reads the package any more'));
    await writing;
  }
}

async function writeEntries(
  zip: ZipWriter,
  content: AccessPackageContent,
  options: AccessPackageOptions,
): Promise<void> {
  await zip.add('README.txt', [readme(content)]);
  const paths = new EntryPaths();
  const tables: PackagedTable[] = [];
  for (const source of content.sources) {
    for await (const table of writeSource(zip, source, { content, options, paths })) {
      tables.push(table);
      options.onTable?.({ source: table.source.id, table: table.table.id, rows: table.rows });
    }
  }
  const files: PackagedFile[] = [];
  for (const file of content.files) {
    const { name, bytes } = file;
    const path = paths.fileOf(file.source, name);
    await zip.add(path, file.content);
    const source = present(manualSource(content.policy, file.source), 'the source of a file');
    files.push({ source, name, bytes, path });
  }
  await zip.add('schema.json', [schemaFile(content, tables)]);
  await zip.add('index.html', indexPage(content, { tables, files }));
}

interface Writing {
  readonly content: AccessPackageContent;
  readonly options: AccessPackageOptions;
  readonly paths: EntryPaths;
}

async function* writeSource(
  zip: ZipWriter,
  { plan, rows }: PackagedSource,
  { content, options, paths }: Writing,
): AsyncGenerator<PackagedTable> {
  const source = present(
    content.policy.sources.find(({ id }) => id === plan.source),
    'the source of a plan',
  );
  const done = new Set<string>();
  for await (const { table: id, rows: ofTable } of byTable(rows, content.person)) {
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
    await using spool = new Spool(options.spoolFolder);
    await zip.add(`${table.path}.csv`, csvOf(table, ofTable, { spool, language: content.language }));
    await zip.add(`${table.path}.json`, spool.read());
    yield table;
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

/** Text an entry collects before it is passed on: a stream has a cost for every piece. */
const chunkCharacters = 32 * 1024;

/** A ZIP written one entry after the other, with the pace of its reader. */
class ZipWriter {
  readonly #zip = new ZipFile();
  readonly #abort = new AbortController();
  readonly #mtime: Date;
  readonly output: Readable;

  constructor(on: string) {
    this.#mtime = new Date(`${on}T12:00:00Z`);
    assert(this.#zip.outputStream instanceof Readable, 'the ZIP is a stream');
    this.output = this.#zip.outputStream;
    this.#zip.on('error', (error) => this.abort(error));
  }

  /** Resolves when the content has been read, which is when the next entry can begin. */
  async add(path: string, content: AsyncIterable<string | Buffer> | Iterable<string>): Promise<void> {
    this.#abort.signal.throwIfAborted();
    const stream = Readable.from(inChunks(content), { objectMode: false, signal: this.#abort.signal });
    this.#zip.addReadStream(stream, path, { mtime: this.#mtime, mode: 0o100600 });
    await finished(stream);
  }

  end(): void {
    this.#zip.end();
  }

  /** Ends the output with an error, and the entry that is being written; nothing happens after the end. */
  abort(error: unknown): void {
    if (!this.output.destroyed)
      this.output.destroy(error instanceof Error ? error : new Error('not written'));
    this.#abort.abort(error);
  }
}

async function* inChunks(content: AsyncIterable<string | Buffer> | Iterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const piece of content) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < chunkCharacters) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}
