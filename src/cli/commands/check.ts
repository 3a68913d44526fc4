import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { acceptCatalogs } from '../../app/accept-catalogs.ts';
import { type CheckInput, type CheckReport, check } from '../../app/check.ts';
import { legalDateOf, systemClock } from '../../base/clock.ts';
import { GestandError } from '../../base/error.ts';
import type { Catalog, DatabaseKind } from '../../catalog/catalog.ts';
import type { Config } from '../../config.ts';
import type { PolicySource } from '../../policy/policy.ts';
import { mariadbSchema } from '../../sources/schema-file/mariadb-schema.ts';
import { postgresqlSchema } from '../../sources/schema-file/postgresql-schema.ts';
import { sqliteSchema } from '../../sources/schema-file/sqlite-schema.ts';
import type { SchemaFile } from '../../sources/schema-file/statement-rules.ts';
import { temporaryDatabase } from '../../store/temporary-database.ts';
import { acceptedHere, acceptedIn } from '../accepted.ts';
import { checkJson, checkLines, checkSarif } from '../check-output.ts';
import { projectCommand } from '../common-options.ts';
import { clusterFolder, openDatabase } from '../database.ts';
import { exampleSecrets } from '../example.ts';
import { officerOf, openInstallation, storeContext } from '../installation.ts';
import { type Project, readPolicyFile, readStatementFiles } from '../project.ts';
import { readSchemaFile } from '../schema-file.ts';
import { type OutputOptions, openProject, type ProjectOptions, type Shell, show } from '../shell.ts';
import { programVersion } from '../version.ts';

interface CheckOptions extends ProjectOptions, OutputOptions {
  readonly sources: boolean;
  readonly sarif?: boolean;
  readonly accept?: boolean;
  readonly against?: string;
  readonly source?: string;
}

export function checkCommand(shell: Shell): Command {
  return projectCommand('check', {
    description:
      'Holds the policy, the statement and the live databases against each other, and says what changed in the\ndatabases since that was accepted. Ends with 1 when there is an error, such as a column that is in no policy.',
    examples: [
      ['check', 'in the folder of policy.yaml: the line for your own CI'],
      ['check --no-sources', 'the texts alone, without any database'],
      ['check --accept', 'what changed is right: compare with this from now on'],
      ['check --against schema.sql --source crm', 'a schema before it is live, without any database'],
      ['check --json', 'the findings for a program'],
      ['check --sarif', 'the findings for code scanning'],
    ],
  })
    .option('--no-sources', 'do not look at the databases')
    .option('--accept', 'when there is no error, take the databases as they are for right')
    .addOption(
      new Option('--against <file>', 'look at a schema in SQL instead of a database').conflicts('accept'),
    )
    .option('--source <id>', 'of which source of the policy that file is')
    .option('--json', 'print the findings as JSON')
    .addOption(new Option('--sarif', 'print the findings as SARIF 2.1.0').conflicts('json'))
    .action((options: CheckOptions) => run(shell, options));
}

async function run(shell: Shell, options: CheckOptions): Promise<void> {
  if (options.accept === true && !options.sources)
    throw new GestandError('bad-input', '--accept needs the databases: leave --no-sources out.');
  if (options.against !== undefined && !options.sources)
    throw new GestandError(
      'bad-input',
      '--against takes the place of the databases: leave --no-sources out.',
    );
  if (options.source !== undefined && options.against === undefined)
    throw new GestandError(
      'bad-input',
      '--source says of which source a file is: name the file with --against FILE.',
    );
  const { config, project } = openProject(options);
  const report = await reportOf({ shell, config, project }, options);
  show(shell, options.sarif === true ? { json: true } : options, {
    json: options.sarif === true ? checkSarif(report, programVersion()) : checkJson(report),
    lines: [...checkLines(report), ...(options.accept === true ? [acceptanceLine(report)] : [])],
  });
  shell.exitCode = report.errors > 0 ? 1 : 0;
}

interface Desk {
  readonly shell: Shell;
  readonly config: Config;
  readonly project: Project;
}

async function reportOf(
  desk: Desk,
  { sources, accept, against, source }: CheckOptions,
): Promise<CheckReport> {
  const { config, project } = desk;
  if (against !== undefined) return checkAgainst(desk, { against, source });
  if (accept === true) return checkAndAccept(desk);
  if (!sources) return look(desk, { secretValue: null });
  const onStart = () => desk.shell.progress.step('Starting PostgreSQL');
  const { example } = project;
  if (example === null) {
    const accepted = await acceptedHere(config, onStart);
    return look(desk, { secretValue: (name) => config.secretValue(name), accepted });
  }
  // The databases of the example are on the store's own server, which may have to be started for this.
  await using database = await openDatabase(config, { beside: true, onStart });
  const accepted = await acceptedIn(config, database);
  const secretValue = exampleSecrets(config, { storeUrl: database.url, example });
  return await look(desk, { secretValue, accepted });
}

async function checkAndAccept(desk: Desk): Promise<CheckReport> {
  const { config, project, shell } = desk;
  const onStep = shell.progress.step;
  await using installation = await openInstallation({ config, project, beside: true, onStep });
  const { secretValue, database } = installation;
  const accepted = await acceptedIn(config, database);
  const report = await look(desk, { secretValue, accepted });
  if (report.errors === 0)
    await acceptCatalogs(storeContext(installation, officerOf(installation)), report.catalogs);
  return report;
}

const withoutSchemaFile: Readonly<Record<Exclude<PolicySource['kind'], DatabaseKind>, string>> = {
  http: 'an HTTP API',
  manual: 'kept by hand',
};

/** The server that Gestand brings along is started at most once for this, and not for a SQLite schema. */
async function checkAgainst(
  desk: Desk,
  { against, source }: { readonly against: string; readonly source: string | undefined },
): Promise<CheckReport> {
  const { config, shell } = desk;
  const text = readSchemaFile(against);
  const onStart = () => shell.progress.step('Starting PostgreSQL');
  await using opened = new AsyncDisposableStack();
  const ownServer = { ...config, databaseUrl: undefined };
  const open = async () => opened.use(await openDatabase(ownServer, { beside: true, onStart }));
  const here =
    config.databaseUrl === undefined && existsSync(clusterFolder(config)) ? await open() : undefined;
  const accepted = here === undefined ? await acceptedHere(config, onStart) : await acceptedIn(config, here);
  const catalog = async ({ id, kind, tables }: PolicySource): Promise<Catalog> => {
    const schema = { source: id, file: against, text };
    if (kind === 'sqlite') return sqliteSchema(schema);
    if (kind === 'mariadb') return mariadbTables(schema, tables, accepted.get(id)?.catalog);
    if (kind !== 'postgresql')
      throw new GestandError(
        'bad-input',
        `${id} is ${withoutSchemaFile[kind]}, which has no schema that could be read from a file. Check the source itself.`,
      );
    const { url } = here ?? (await open());
    await using database = await temporaryDatabase(url);
    return await postgresqlSchema(database.url, schema);
  };
  return await look(desk, { secretValue: null, accepted, dump: { source, catalog } });
}

/** @throws GestandError `bad-input` when the policy maps a view: a dump does not tell what its columns are. */
function mariadbTables(
  schema: SchemaFile,
  declared: PolicySource['tables'],
  accepted: Catalog | undefined,
): Catalog {
  const { catalog, views } = mariadbSchema(schema);
  const view = declared.find(({ id }) => views.has(id));
  // A view that is there still is taken as it was: that it changed, the file cannot tell.
  const known = accepted?.tables.filter(({ kind, id }) => kind === 'view' && views.has(id)) ?? [];
  if (view === undefined) return { ...catalog, tables: [...catalog.tables, ...known] };
  throw new GestandError(
    'bad-input',
    `${schema.file}:${views.get(view.id) ?? 1}: the policy maps ${view.id}, which is a view, and a dump of MariaDB does not tell the types of its columns. Map the tables that it reads, or check the database itself.`,
  );
}

function look(
  { shell, project }: Desk,
  where: Pick<CheckInput, 'secretValue' | 'accepted' | 'dump'>,
): Promise<CheckReport> {
  return check({
    policy: readPolicyFile(project),
    statements: readStatementFiles(project),
    on: legalDateOf(systemClock.now()),
    onProgress: (source) => shell.progress.step(`Looking at ${source}`),
    ...where,
  });
}

function acceptanceLine({ errors, sources }: CheckReport): string {
  return errors === 0
    ? `Accepted: ${sources.join(', ')} as they are now.`
    : 'Not accepted: there are errors. What was accepted before stays.';
}
