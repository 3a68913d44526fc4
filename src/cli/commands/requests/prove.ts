import type { Command } from 'commander';
import { judgeIdentity } from '../../../app/judge-identity.ts';
import { asOfficer, command } from '../../common-options.ts';
import { officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface ProveOptions extends ProjectOptions, OutputOptions {
  readonly as?: string;
  readonly reason: string;
}

export function proveCommand(shell: Shell): Command {
  return command('prove', {
    description:
      'Writes down that you are sure who asks, and why. Never ask for a copy of an identity document or a citizen service number\n(BSN): call back on a number you had already, or ask two things that only the person knows.',
    examples: [
      [
        'requests prove GS-2026-7K3M9 --reason "Ik belde terug op het bekende nummer."',
        'the request goes on',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .requiredOption('--reason <text>', 'why you are sure')
    .option(...asOfficer)
    .option('--json', 'print the state as JSON')
    .action((reference: string, _: ProveOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<ProveOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: ProveOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = policyContext(installation, officerOf(installation, options.as));
    const { kind } = await judgeIdentity(context, { reference, reason: options.reason });
    show(shell, options, {
      json: { reference, state: kind },
      lines: [kind === 'taken-up' ? `Taken up: ${reference}. The receipt was mailed.` : 'Noted.'],
    });
  });
}
