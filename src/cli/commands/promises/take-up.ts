import type { Command } from 'commander';
import { takeUpPromise } from '../../../app/promise-history.ts';
import { command } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface TakeUpOptions extends ProjectOptions, OutputOptions {
  readonly note: string;
}

export function takeUpCommand(shell: Shell): Command {
  return command('take-up', {
    description: 'Writes down that you see to a promise that is not kept, and what you do about it.',
    examples: [['promises take-up P25 --note "the old visits go tonight"', 'the history says who mended it']],
  })
    .argument('<promise>', 'its id, such as P25')
    .requiredOption('--note <text>', 'what you do about it; names nobody')
    .option('--json', 'print it as JSON')
    .action((promiseId: string, _: TakeUpOptions, itself: Command) => {
      const options = itself.optsWithGlobals<TakeUpOptions>();
      return withInstallation(shell, options, async (installation) => {
        const context = storeContext(installation, officerOf(installation));
        const state = await takeUpPromise(context, { promiseId, note: options.note });
        show(shell, options, {
          json: { promiseId, state },
          lines: [`${promiseId.toUpperCase()} is ${state}, and yours.`],
        });
      });
    });
}
