import { present } from '../../base/assert.ts';
import { manualSource } from '../../plan/by-hand.ts';
import type { AccessPackageContent, PackagedFile } from './access-package-content.ts';
import { EntryPaths } from './entry-path.ts';
import { indexPage } from './index-page.ts';
import type { PackagedTable } from './packaged-table.ts';
import { readme } from './readme.ts';
import { schemaFile } from './schema-file.ts';
import { writeTables } from './table-files.ts';
import { type ZipWriter, zipOf } from './zip-writer.ts';

export interface AccessPackageOptions {
  /** For encrypted, nameless spool files. */
  readonly spoolFolder: string;
  /** After each table that held rows. */
  readonly onTable?: (table: {
    readonly source: string;
    readonly table: string;
    readonly rows: number;
  }) => void;
}

/**
 * The access package, a ZIP, as it is being made: see {@link writeTables}. The page comes last, when it is known what was
 * found. Who stops reading stops the sources too.
 *
 * @throws GestandError what a source throws. Error when a row is of another person, or holds what the plan hides.
 */
export function accessPackage(
  content: AccessPackageContent,
  options: AccessPackageOptions,
): AsyncGenerator<Buffer> {
  return zipOf(content.on, (zip) => writeEntries(zip, content, options));
}

async function writeEntries(
  zip: ZipWriter,
  content: AccessPackageContent,
  options: AccessPackageOptions,
): Promise<void> {
  await zip.add('README.txt', [readme(content)]);
  const paths = new EntryPaths();
  const tables: PackagedTable[] = [];
  const { policy, language, person } = content;
  const writing = { policy, language, person, paths, spoolFolder: options.spoolFolder };
  for (const source of content.sources) {
    for await (const { table } of writeTables(zip, source, writing)) {
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
