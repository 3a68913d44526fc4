import { type Command, Option } from 'commander';
import { acceptCatalogs } from '../../app/accept-catalogs.ts';
import { type CheckInput, type CheckReport, check } from '../../app/check.ts';
import { legalDateOf, systemClock } from '../../base/clock.ts';
import { GestandError } from '../../base/error.ts';
import type { Config } from '../../config.ts';
import { acceptedHere, acceptedIn } from '../accepted.ts';
import { checkJson, checkLines, checkSarif } from '../check-output.ts';
import { projectCommand } from '../common-options.ts';
import { openDatabase } from '../database.ts';
import { exampleSecrets } from '../example.ts';
import { officerOf, openInstallation, storeContext } from '../installation.ts';
import { type Project, readPolicyFile, readStatementFiles } from '../project.ts';
import { type OutputOptions, openProject, type ProjectOptions, type Shell, show } from '../shell.ts';
import { programVersion } from '../version.ts';

interface CheckOptions extends ProjectOptions, OutputOptions {
  readonly sources: boolean;
  readonly sarif?: boolean;
  readonly accept?: boolean;
}

export function checkCommand(shell: Shell): Command {
  return projectCommand('check', {
    description:
      'Holds the policy, the statement and the live databases against each other, and says what changed in the\ndatabases since that was accepted. Ends with 1 when there is an error, such as a column that is in no policy.',
    examples: [
      ['check', 'in the folder of policy.yaml: the line for your own CI'],
      ['check --no-sources', 'the texts alone, without any database'],
      ['check --accept', 'what changed is right: compare with this from now on'],
      ['check --json', 'the findings for a program'],
      ['check --sarif', 'the findings for code scanning'],
    ],
  })
    .option('--no-sources', 'do not look at the databases')
    .option('--accept', 'when there is no error, take the databases as they are for right')
    .option('--json', 'print the findings as JSON')
    .addOption(new Option('--sarif', 'print the findings as SARIF 2.1.0').conflicts('json'))
    .action((options: CheckOptions) => run(shell, options));
}

async function run(shell: Shell, options: CheckOptions): Promise<void> {
  if (options.accept === true && !options.sources)
    throw new GestandError('bad-input', '--accept needs the databases: leave --no-sources out.');
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

async function reportOf(desk: Desk, { sources, accept }: CheckOptions): Promise<CheckReport> {
  const { config, project } = desk;
  if (accept === true) return checkAndAccept(desk);
  if (!sources) return look(desk, { secretValue: null });
  const onStart = () => desk.shell.progress.step('Starting PostgreSQL');
  if (!project.example) {
    const accepted = await acceptedHere(config, onStart);
    return look(desk, { secretValue: (name) => config.secretValue(name), accepted });
  }
  // The databases of the example are on the store's own server, which may have to be started for this.
  await using database = await openDatabase(config, { beside: true, onStart });
  const accepted = await acceptedIn(config, database);
  return await look(desk, { secretValue: exampleSecrets(config, database.url), accepted });
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

function look(
  { shell, project }: Desk,
  where: Pick<CheckInput, 'secretValue' | 'accepted'>,
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
