import { type Command, Option } from 'commander';
import type { PromiseStanding } from '../../app/portal-services.ts';
import { checkPromises, promiseBoard } from '../../app/promise-board.ts';
import type { Language } from '../../domain/language.ts';
import { countStates, type PromiseState, promiseStates } from '../../domain/promise-state.ts';
import { language, projectCommand } from '../common-options.ts';
import { appContext, type Installation, officerOf, openSources, storeContext } from '../installation.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface PromisesOptions extends ProjectOptions, OutputOptions {
  readonly check?: boolean;
  readonly state?: PromiseState;
  readonly language: Language;
}

export function promisesCommand(shell: Shell): Command {
  return projectCommand('promises', {
    description: 'Says of every promise in the statement whether it is kept today.',
    examples: [
      ['promises', 'all of them, in the order of the statement, as last found'],
      ['promises --check', 'look now, at the records and the systems themselves'],
      ['promises --state broken --json', 'what must be mended, for a program'],
    ],
  })
    .option('--check', 'look now, before saying it')
    .addOption(new Option('--state <state>', 'only those in this state').choices([...promiseStates]))
    .option('--language <nl|en>', 'in which they are said', language, 'nl')
    .option('--json', 'print them as JSON')
    .action((options: PromisesOptions) => run(shell, options));
}

async function run(shell: Shell, options: PromisesOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const board = await boardOf(shell, installation, options);
    const counts = countStates(board.map(({ state }) => state));
    const asked = board.filter(({ state }) => options.state === undefined || state === options.state);
    show(shell, options, {
      json: { counts, promises: asked },
      lines: [
        ...linesOf(asked, options.language),
        '',
        promiseStates.map((state) => `${counts[state]} ${state}`).join(', '),
      ],
    });
  });
}

async function boardOf(
  { progress }: Shell,
  installation: Installation,
  { check }: PromisesOptions,
): Promise<readonly PromiseStanding[]> {
  const officer = officerOf(installation);
  if (check !== true) return promiseBoard(storeContext(installation, officer));
  progress.step('Looking whether the promises are kept');
  await using opened = openSources(installation);
  return await checkPromises(appContext(installation, opened, officer));
}

/** A line a promise; what must be mended has its reason below it. */
function linesOf(asked: readonly PromiseStanding[], spoken: Language): readonly string[] {
  const rows = table(asked.map(({ id, state, text }) => [id, state, text[spoken]]));
  return asked.flatMap(({ state, reason }, i) => {
    const row = rows[i] ?? '';
    return state === 'broken' || state === 'at-risk' ? [row, `     ${reason[spoken]}`] : [row];
  });
}
