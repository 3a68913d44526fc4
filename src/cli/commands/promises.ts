import { type Command, Option } from 'commander';
import { lookAndCheckPromises, promiseBoard } from '../../app/promise-board.ts';
import type { Language } from '../../domain/language.ts';
import { countStates, type PromiseState, promiseStates } from '../../domain/promise-state.ts';
import type { BoardEntry } from '../../promises/board.ts';
import { boardEnd, boardLines } from '../board-lines.ts';
import { language, projectCommand } from '../common-options.ts';
import { appContext, type Installation, officerOf, openSources, storeContext } from '../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';
import { historyCommand } from './promises/history.ts';
import { showCommand } from './promises/show.ts';
import { takeUpCommand } from './promises/take-up.ts';

interface PromisesOptions extends ProjectOptions, OutputOptions {
  readonly check?: boolean;
  readonly state?: PromiseState;
  readonly language: Language;
}

export function promisesCommand(shell: Shell): Command {
  const promises = projectCommand('promises', {
    description:
      'Says of every promise in the statement whether it is kept today. Ends with 1 when one of them is broken.',
    examples: [
      ['promises', 'all of them, by their number, as last found, with what was found'],
      ['promises --check', 'look now, at the records and the systems themselves'],
      ['promises --state broken --json', 'what must be mended, for a program'],
      ['promises show P25', 'what breaks one, what was found, and where'],
      ['promises history P25', 'when it broke, for how long, and who mended it'],
      ['promises take-up P25 --note "the old visits go tonight"', 'you see to it'],
    ],
  })
    .option('--check', 'look now, before saying it')
    .addOption(new Option('--state <state>', 'only those in this state').choices([...promiseStates]))
    .option('--language <nl|en>', 'in which they are said', language, 'nl')
    .option('--json', 'print them as JSON')
    .action((options: PromisesOptions) => run(shell, options));
  promises.addCommand(showCommand(shell));
  promises.addCommand(historyCommand(shell));
  promises.addCommand(takeUpCommand(shell));
  return promises;
}

async function run(shell: Shell, options: PromisesOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const board = await boardOf(shell, installation, options);
    const counts = countStates(board.map(({ state }) => state));
    const asked = board.filter(({ state }) => options.state === undefined || state === options.state);
    // A build that must not go live with a broken promise stops here.
    if (counts.broken > 0) shell.exitCode = 1;
    show(shell, options, {
      json: { counts, promises: asked },
      lines: [...boardLines(asked, options), '', ...boardEnd(board, { now: installation.store.clock.now() })],
    });
  });
}

async function boardOf(
  { progress }: Shell,
  installation: Installation,
  { check }: PromisesOptions,
): Promise<readonly BoardEntry[]> {
  const officer = officerOf(installation);
  if (check !== true) return promiseBoard(storeContext(installation, officer));
  progress.step('Looking whether the promises are kept');
  await using opened = openSources(installation);
  return await lookAndCheckPromises(appContext(installation, opened, officer));
}
