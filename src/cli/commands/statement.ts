import type { Command } from 'commander';
import { loadPolicy, mistakesText } from '../../app/load-policy.ts';
import { publishStatement } from '../../app/publish-statement.ts';
import { GestandError } from '../../base/error.ts';
import { command, projectCommand } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import { readPolicyFile, readStatementFiles } from '../project.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';
import { lintCommand } from './statement-lint.ts';
import { readCommand } from './statement-read.ts';

export function statementCommand(shell: Shell): Command {
  return command('statement', {
    description: 'The text people read.',
    examples: [
      ['statement lint privacy.html', 'what is missing, misleading or stale in any statement'],
      ['statement read privacy.html --out privacy', 'a first policy from any statement'],
      ['statement publish', 'what is in the folder of the policy is what holds from now on'],
    ],
  })
    .addCommand(lintCommand(shell))
    .addCommand(readCommand(shell))
    .addCommand(publishCommand(shell));
}

function publishCommand(shell: Shell): Command {
  return projectCommand('publish', {
    description:
      'Publishes the statement when a word or a figure of it changed. Every version is kept for ever.',
    examples: [
      ['statement publish', 'in the folder of policy.yaml'],
      ['statement publish --json', 'with numbers and hashes, for a program'],
    ],
  })
    .option('--json', 'print the versions as JSON')
    .action((options: ProjectOptions & OutputOptions) => run(shell, options));
}

async function run(shell: Shell, options: ProjectOptions & OutputOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { project, config } = installation;
    const context = storeContext(installation, officerOf(installation));
    const { policy } = await loadPolicy(context, readPolicyFile(project));
    const published = await publishStatement(
      { ...context, policy, publicUrl: config.publicUrl },
      readStatementFiles(project),
    );
    if (published.kind === 'mistakes')
      throw new GestandError('bad-configuration', mistakesText('The statement', published.diagnostics));
    const { kind, number, versions } = published;
    const said = kind === 'published' ? `Published version ${number}` : `Unchanged: version ${number} holds`;
    show(shell, options, {
      json: published,
      lines: [said, ...versions.map(({ language, date, hash }) => `${language}  ${date}  ${hash}`)],
    });
  });
}
