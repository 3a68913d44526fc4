import { type Command, Option } from 'commander';
import { weighObjection } from '../../../app/weigh-objection.ts';
import { command } from '../../common-options.ts';
import { appContext, officerOf, openSources } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface WeighOptions extends ProjectOptions, OutputOptions {
  readonly outcome: 'upheld' | 'rejected';
  readonly reason: string;
}

export function weighCommand(shell: Shell): Command {
  return command('weigh', {
    description:
      'Records what was decided on an objection, and answers it. Until then the use rests; rejected, it goes on when the letter has left.',
    examples: [
      [
        'requests weigh GS-2026-7K3M9 --outcome upheld --reason "their interest weighs more"',
        'the use is refused',
      ],
      [
        'requests weigh GS-2026-7K3M9 --outcome rejected --reason "zonder dit is een terugroepactie niet veilig"',
        'the letter says this reason, in the person’s language',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .addOption(
      new Option('--outcome <outcome>', 'what was decided')
        .choices(['upheld', 'rejected'])
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why: of a rejection the compelling grounds, as the person reads them')
    .option('--json', 'print it as JSON')
    .action((reference: string, _: WeighOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<WeighOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: WeighOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const context = appContext(installation, opened, officerOf(installation));
    const { outcome, reason } = options;
    shell.progress.step('Looking at the databases');
    const { file, runId } = await weighObjection(context, { reference, outcome, reason });
    show(shell, options, {
      json: { reference: file.reference, outcome, runId },
      lines: [
        `${file.reference}: ${outcome}. The letter that says so is in the outbox.`,
        outcome === 'upheld'
          ? 'The use stays stopped.'
          : 'The use rests until that letter has left; a running "gestand serve" ends it then.',
      ],
    });
  });
}
