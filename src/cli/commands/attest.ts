import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { attestTask } from '../../app/attest-task.ts';
import { showTask } from '../../app/show-task.ts';
import { GestandError } from '../../base/error.ts';
import type { TaskId } from '../../base/ids.ts';
import { isoDate, projectCommand, taskId, wholeNumber } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface AttestOptions extends ProjectOptions, OutputOptions {
  readonly outcome: 'done' | 'nothing-found' | 'kept';
  readonly items?: number;
  readonly ground?: string;
  readonly until?: Temporal.PlainDate;
  readonly note?: string;
  readonly file?: string;
  readonly yes?: boolean;
}

export function attestCommand(shell: Shell): Command {
  return projectCommand('attest', {
    description:
      'Says in your name what you did of a task that goes by hand. The run that waits for it goes on.\nA note must name nobody: it stays.',
    examples: [
      [
        'attest task_01kb… --outcome done --items 3 --file found.pdf',
        'access: what you found goes into the package',
      ],
      ['attest task_01kb… --outcome done --items 3', 'erasure: three files are gone'],
      ['attest task_01kb… --outcome nothing-found', 'you looked, and there was nothing'],
      [
        'attest task_01kb… --outcome kept --items 1 --ground tax-records --until 2031-12-31',
        'a law keeps it',
      ],
    ],
  })
    .argument('<task>', 'the id of the task', taskId)
    .addOption(
      new Option('--outcome <outcome>', 'what came of it')
        .choices(['done', 'nothing-found', 'kept'])
        .makeOptionMandatory(),
    )
    .option('--items <number>', 'how many rows, files or letters it was about', wholeNumber(0, 1_000_000))
    .option('--ground <id>', 'kept: why, an id of the list of grounds')
    .option('--until <date>', 'kept: the last day, as 2031-12-31', isoDate)
    .option('--note <text>', 'what was done, not to whom')
    .option('--file <path>', 'access: what you found')
    .option('--yes', 'do not ask')
    .option('--json', 'print what was attested as JSON; needs --yes')
    .action((id: TaskId, options: AttestOptions) => run(shell, id, options));
}

async function run(shell: Shell, id: TaskId, options: AttestOptions): Promise<void> {
  const { terminal } = shell;
  const { outcome, items, ground, until, note } = options;
  if (options.yes !== true && (options.json === true || !terminal.interactive))
    throw new GestandError('bad-input', 'There is nobody to ask. Add --yes when it was done.');
  const file = options.file === undefined ? undefined : readFound(options.file);
  await withInstallation(shell, options, async (installation) => {
    const context = { ...storeContext(installation, officerOf(installation)), policy: installation.policy };
    const { task, system } = await showTask(context, id);
    shell.progress.done();
    if (options.yes !== true) {
      terminal.out(
        `${task.id}: ${task.asks} in ${system.en}. You attest: ${outcome}, ${items ?? 0} items.\n`,
      );
      const answer = (await terminal.ask('Is that so? Type yes or ja: ')).trim().toLowerCase();
      if (answer !== 'yes' && answer !== 'ja') {
        terminal.out('Not attested. Nothing was changed.\n');
        shell.exitCode = 1;
        return;
      }
    }
    // Whoever serves finds the run within seconds.
    const dispatch = async (): Promise<void> => undefined;
    const wish = { taskId: id, outcome, items, ground, until, note, file };
    const attested = await attestTask({ ...context, dispatch }, wish);
    show(shell, options, {
      json: attested,
      lines: [
        `Attested: ${attested.id}, ${outcome}.`,
        'A running "gestand serve" or "gestand worker" goes on within seconds.',
      ],
    });
  });
}

function readFound(path: string): { readonly name: string; readonly content: Uint8Array } {
  try {
    return { name: basename(path), content: readFileSync(path) };
  } catch (cause) {
    throw new GestandError(
      'bad-input',
      `The file of --file cannot be read. Check that it is there and yours.`,
      {
        cause,
      },
    );
  }
}
