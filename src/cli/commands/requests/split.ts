import type { Command } from 'commander';
import { splitRequest } from '../../../app/split-request.ts';
import { command } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface SplitOptions extends ProjectOptions, OutputOptions {}

export function splitCommand(shell: Shell): Command {
  return command('split', {
    description:
      'Takes a request up again that was joined with an earlier one. It has its own clock and gets its own answer; they are not joined again by themselves.',
    examples: [['requests split GS-2026-9Q2WB', 'they want something else after all']],
  })
    .argument('<case>', 'the reference of the request that was joined')
    .option('--json', 'print it as JSON')
    .action((reference: string, _: SplitOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<SplitOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: SplitOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = storeContext(installation, officerOf(installation));
    const { reference: name, state, legalDate } = await splitRequest(context, { reference });
    show(shell, options, {
      json: { reference: name, state, legalDate },
      lines: [`${name} is worked on by itself again, answer due on ${legalDate}.`],
    });
  });
}
