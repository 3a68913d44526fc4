import { type Command, Option } from 'commander';
import type { PromiseStanding } from '../../app/portal-services.ts';
import { promiseBoard } from '../../app/promise-board.ts';
import type { Language } from '../../domain/language.ts';
import { countStates, type PromiseState, promiseStates } from '../../domain/promise-state.ts';
import { language, projectCommand } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface PromisesOptions extends ProjectOptions, OutputOptions {
  readonly state?: PromiseState;
  readonly language: Language;
}

export function promisesCommand(shell: Shell): Command {
  return projectCommand('promises', {
    description: 'Says of every promise in the statement whether it is kept today.',
    examples: [
      ['promises', 'all of them, in the order of the statement'],
      ['promises --state broken --json', 'what must be mended, for a program'],
    ],
  })
    .addOption(new Option('--state <state>', 'only those in this state').choices([...promiseStates]))
    .option('--language <nl|en>', 'in which they are said', language, 'nl')
    .option('--json', 'print them as JSON')
    .action((options: PromisesOptions) => run(shell, options));
}

async function run(shell: Shell, options: PromisesOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const board = await promiseBoard(storeContext(installation, officerOf(installation)));
    const counts = countStates(board.map(({ state }) => state));
    const asked = board.filter(({ state }) => options.state === undefined || state === options.state);
    show(shell, options, {
      json: { counts, promises: asked },
      lines: [
        ...table(asked.map((standing) => rowOf(standing, options.language))),
        '',
        promiseStates.map((state) => `${counts[state]} ${state}`).join(', '),
      ],
    });
  });
}

function rowOf({ id, state, text }: PromiseStanding, spoken: Language): readonly string[] {
  return [id, state, text[spoken]];
}
