import type { Command } from 'commander';
import { liftMarks } from '../../../app/lift-marks.ts';
import { projectCommand } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface LiftOptions extends ProjectOptions, OutputOptions {
  readonly reason: string;
}

export function liftCommand(shell: Shell): Command {
  return projectCommand('lift', {
    description:
      'Ends what stands against the use of somebody’s data since a request: a restriction, or a stop they changed their mind about.\nThe person is written to first; it ends when that letter has left.',
    examples: [
      [
        'requests lift GS-2026-7K3M9 --reason "uw gegevens zijn nagekeken en kloppen"',
        'the letter says this reason',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .requiredOption('--reason <text>', 'why, as the person reads it')
    .option('--json', 'print it as JSON')
    .action((reference: string, options: LiftOptions) => run(shell, reference, options));
}

async function run(shell: Shell, reference: string, options: LiftOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { policy } = installation;
    const context = { ...storeContext(installation, officerOf(installation)), policy };
    const file = await liftMarks(context, { reference, reason: options.reason });
    show(shell, options, {
      json: { reference: file.reference },
      lines: [
        `${file.reference}: the letter that says so is in the outbox.`,
        'The use rests until that letter has left; a running "gestand serve" ends it then.',
      ],
    });
  });
}
