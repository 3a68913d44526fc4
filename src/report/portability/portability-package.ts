import { assert, present } from '../../base/assert.ts';
import type { Language } from '../../domain/language.ts';
import { isPortableBasis } from '../../plan/portable.ts';
import { categoriesOf } from '../../policy/column-categories.ts';
import type { Category, Policy, Purpose } from '../../policy/policy.ts';
import { isoDateText } from '../date-text.ts';
import type { PackagedSource } from '../package/access-package-content.ts';
import { personalColumn, purposesOf } from '../package/article-15.ts';
import { EntryPaths } from '../package/entry-path.ts';
import type { PackagedTable } from '../package/packaged-table.ts';
import { type WrittenTable, writeTables } from '../package/table-files.ts';
import { type ZipEntry, type ZipWriter, zipOf } from '../package/zip-writer.ts';
import {
  type Manifest,
  manifestPath,
  manifestShape,
  packagedSchemaPath,
  portabilityFormat,
  portabilityVersion,
} from './manifest.ts';
import { portabilityWords } from './portability-words.ts';
import { portabilitySchema } from './schema.ts';

/** What one person takes along (GDPR art. 20). */
export interface PortabilityContent {
  readonly policy: Policy;
  readonly language: Language;
  readonly created: Temporal.Instant;
  /** ISO date of `created`. */
  readonly on: string;
  /** Of the case. */
  readonly reference: string;
  /** Where this installation publishes the schema. */
  readonly schemaAddress: string;
  /** For another controller: the address by which the person is known. Null: it is for the person. */
  readonly forReceiver: { readonly personEmail: string } | null;
  /** The plan's own sentences about what stays out. */
  readonly leftOut: readonly string[];
  readonly sources: readonly PackagedSource[];
}

export interface PortabilityOptions {
  /** For encrypted, nameless spool files. */
  readonly spoolFolder: string;
  /** When the package is whole, but for the end of the ZIP. */
  readonly onManifest?: (manifest: Manifest) => void;
}

/**
 * The portability package, a ZIP, as it is being made, in memory that does not grow with it. The manifest comes last,
 * when the hash of every file is known. Who stops reading stops the sources too.
 *
 * @throws GestandError what a source throws. Error when a row is of another person, or holds what the plan leaves out.
 */
export function portabilityPackage(
  content: PortabilityContent,
  options: PortabilityOptions,
): AsyncGenerator<Buffer> {
  return zipOf(content.on, (zip) => writeEntries(zip, content, options));
}

async function writeEntries(
  zip: ZipWriter,
  content: PortabilityContent,
  { spoolFolder, onManifest }: PortabilityOptions,
): Promise<void> {
  const files: File[] = [
    { ...(await zip.add('README.txt', [readme(content)])), mediaType: 'text/plain' },
    { ...(await zip.add(packagedSchemaPath, [portabilitySchema])), mediaType: 'application/schema+json' },
  ];
  const tables: PackagedTable[] = [];
  const { policy, language } = content;
  const writing = { policy, language, person: 0, paths: new EntryPaths(), spoolFolder };
  for (const source of content.sources)
    for await (const written of writeTables(zip, source, writing)) {
      tables.push(written.table);
      files.push(...filesOf(written));
    }
  // What others are to be able to read, we read first.
  const manifest = manifestShape.parse(manifestOf(content, tables, files));
  await zip.add(manifestPath, [`${JSON.stringify(manifest, null, 2)}\n`]);
  onManifest?.(manifest);
}

interface File extends ZipEntry {
  readonly mediaType: Manifest['files'][number]['mediaType'];
}

function filesOf({ csv, json }: WrittenTable): readonly File[] {
  return [
    { ...csv, mediaType: 'text/csv' },
    { ...json, mediaType: 'application/json' },
  ];
}

function manifestOf(
  content: PortabilityContent,
  tables: readonly PackagedTable[],
  files: readonly File[],
): Manifest {
  const { policy, language, forReceiver } = content;
  const { name, legalName, tradeRegister, address, website, email, phone } = policy.controller;
  const article = forReceiver === null ? '20(1)' : '20(2)';
  const told = portableContent(policy, tables);
  return {
    $schema: content.schemaAddress,
    format: portabilityFormat,
    version: portabilityVersion,
    created: content.created.toString({ smallestUnit: 'second' }),
    reference: content.reference,
    language,
    basis: { article, statement: portabilityWords[language].basis[article](name) },
    controller: { name, legalName, tradeRegister, address, website },
    contact: { email, phone },
    ...(forReceiver === null ? {} : { person: { email: forReceiver.personEmail } }),
    categories: told.categories.map(({ id, name, dpv, special }) => ({
      id,
      name: name[language],
      dpv,
      special,
    })),
    purposes: told.purposes.map(({ id, name, basis, ground }) => {
      assert(basis === 'consent' || basis === 'contract', 'a purpose on consent or contract');
      return { id, name: name[language], basis, ground: ground[language] };
    }),
    counts: { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) },
    leftOut: [...content.leftOut],
    tables: tables.map((table) => tableOf(policy, table, language)),
    files: files.map(({ path, mediaType, bytes, sha256 }) => ({ path, mediaType, bytes, sha256 })),
  };
}

function tableOf(policy: Policy, packaged: PackagedTable, language: Language): Manifest['tables'][number] {
  const { source, table, path, rows, columns } = packaged;
  return {
    source: source.id,
    sourceName: source.name[language],
    table: table.id,
    name: table.name[language],
    use: table.use === 'context' ? 'context' : 'personal',
    rows,
    json: `${path}.json`,
    csv: `${path}.csv`,
    columns: columns.map((name) => columnOf(policy, packaged, name)),
  };
}

function columnOf(
  policy: Policy,
  table: PackagedTable,
  name: string,
): Manifest['tables'][number]['columns'][number] {
  const column = personalColumn(table, name);
  if (column === null) return { name, personal: false };
  const { category, origin } = column;
  assert(origin !== 'derived', 'nothing derived is taken along');
  const purposes = purposesOf(table, column).filter((id) => isPortable(policy, id));
  return { name, personal: true, category, origin, purposes: [...purposes] };
}

/** The categories and purposes of what was found, in the order of the policy. */
function portableContent(
  policy: Policy,
  tables: readonly PackagedTable[],
): { readonly categories: readonly Category[]; readonly purposes: readonly Purpose[] } {
  const cells = tables.flatMap((table) =>
    table.columns.flatMap((name) => {
      const column = table.filled.has(name) ? personalColumn(table, name) : null;
      return column === null ? [] : [{ table, column }];
    }),
  );
  const categories = new Set(cells.flatMap(({ column }) => categoriesOf(column)));
  const purposes = new Set(cells.flatMap(({ table, column }) => purposesOf(table, column)));
  return {
    categories: [...policy.categories.values()].filter(({ id }) => categories.has(id)),
    purposes: [...policy.purposes.values()].filter(({ id }) => purposes.has(id) && isPortable(policy, id)),
  };
}

function isPortable(policy: Policy, purpose: string): boolean {
  return isPortableBasis(present(policy.purposes.get(purpose), purpose).basis);
}

/** For who opens the package without knowing what it is. */
function readme({ policy, language, on, reference, forReceiver, leftOut }: PortabilityContent): string {
  const words = portabilityWords[language];
  const { controller } = policy;
  return `${[
    words.title(controller.name),
    `${words.reference}: ${reference}\n${words.date}: ${isoDateText(on, language)}`,
    words.basis[forReceiver === null ? '20(1)' : '20(2)'](controller.name),
    ...words.files,
    ...(leftOut.length === 0 ? [] : [[words.leftOut, ...leftOut.map((each) => `- ${each}`)].join('\n')]),
    `${controller.legalName}\n${controller.address}\n${controller.email}\n${controller.phone}`,
  ].join('\n\n')}\n`;
}
