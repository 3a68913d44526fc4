import type { Command } from 'commander';
import { check } from '../../app/check.ts';
import type { SecretValue } from '../../app/connect-sources.ts';
import { legalDateOf, systemClock } from '../../base/clock.ts';
import { type Diagnostic, formatDiagnostic } from '../../base/diagnostic.ts';
import type { Config } from '../../config.ts';
import { projectCommand } from '../common-options.ts';
import { openDatabase } from '../database.ts';
import { exampleSecrets } from '../example.ts';
import { readPolicyFile, readStatementFiles } from '../project.ts';
import { type OutputOptions, openProject, type ProjectOptions, type Shell, show } from '../shell.ts';

interface CheckOptions extends ProjectOptions, OutputOptions {
  readonly sources: boolean;
}

export function checkCommand(shell: Shell): Command {
  return projectCommand('check', {
    description:
      'Holds the policy, the statement and the live databases against each other.\nEnds with 1 when there is an error, such as a column that is in no policy.',
    examples: [
      ['check', 'in the folder of policy.yaml: the line for your own CI'],
      ['check --no-sources', 'the texts alone, without any database'],
      ['check --json', 'the findings for a program'],
    ],
  })
    .option('--no-sources', 'do not look at the databases')
    .option('--json', 'print the findings as JSON')
    .action((options: CheckOptions) => run(shell, options));
}

async function run(shell: Shell, options: CheckOptions): Promise<void> {
  const { config, project } = openProject(options);
  const look = async (secretValue: SecretValue | null) =>
    check({
      policy: readPolicyFile(project),
      statements: readStatementFiles(project),
      secretValue,
      on: legalDateOf(systemClock.now()),
      onProgress: (source) => shell.progress.step(`Looking at ${source}`),
    });
  const report =
    options.sources && project.example
      ? await withExample(shell, config, look)
      : await look(options.sources ? (name) => config.secretValue(name) : null);
  const { findings, errors, warnings, sources } = report;
  const seen = sources.length === 0 ? 'no sources looked at' : `sources: ${sources.join(', ')}`;
  show(shell, options, {
    json: { findings: findings.map(asJson), errors, warnings, sources },
    lines: [
      ...findings.map(formatDiagnostic),
      `${count(errors, 'error')}, ${count(warnings, 'warning')}; ${seen}`,
    ],
  });
  shell.exitCode = errors > 0 ? 1 : 0;
}

// The databases of the example are on the store's own server, which may have to be started for this.
async function withExample<T>(
  shell: Shell,
  config: Config,
  look: (secretValue: SecretValue) => Promise<T>,
): Promise<T> {
  const onStart = () => shell.progress.step('Starting PostgreSQL');
  await using database = await openDatabase(config, { beside: true, onStart });
  return await look(exampleSecrets(config, database.url));
}

function asJson({ place, ...finding }: Diagnostic): object {
  // A finding about a database names its column too; the place has one of its own.
  return { ...finding, place };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
