import type { Command } from 'commander';
import { mergeRequests } from '../../../app/merge-requests.ts';
import { command } from '../../common-options.ts';
import { appContext, officerOf, openSources } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface MergeOptions extends ProjectOptions, OutputOptions {
  readonly into: string;
}

export function mergeCommand(shell: Shell): Command {
  return command('merge', {
    description:
      'Lets the first of two requests of one person for the same answer the other too. Both are looked up again, and must lead to the same rows.\nThe person is written to.',
    examples: [['requests merge GS-2026-9Q2WB --into GS-2026-7K3M9', 'the first to come in is answered']],
  })
    .argument('<case>', 'the reference of the request that came in later')
    .requiredOption('--into <case>', 'the one that came in first, and answers both')
    .option('--json', 'print it as JSON')
    .action((reference: string, _: MergeOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<MergeOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: MergeOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    shell.progress.step('Looking at the databases');
    const { later, first } = await mergeRequests(context, { reference, into: options.into });
    show(shell, options, {
      json: { reference: later.reference, into: first.reference },
      lines: [
        `${first.reference} answers ${later.reference} too, by ${first.legalDate}. The letter that says so is in the outbox.`,
        `Not one person after all? gestand requests split ${later.reference}`,
      ],
    });
  });
}
