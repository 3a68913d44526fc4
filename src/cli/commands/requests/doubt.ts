import type { Command } from 'commander';
import { doubtIdentity } from '../../../app/doubt-identity.ts';
import { asOfficer, command } from '../../common-options.ts';
import { officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface DoubtOptions extends ProjectOptions, OutputOptions {
  readonly as?: string;
  readonly reason: string;
  readonly ask?: string;
}

export function doubtCommand(shell: Shell): Command {
  return command('doubt', {
    description:
      'Writes down that you doubt who asks, and why (art. 12(6) GDPR). The person is asked for two facts, or for what you write; until\nthey answer nothing is done or told. The clock stands still when you doubt in time, and runs on when you do not.',
    examples: [
      [
        'requests doubt GS-2026-7K3M9 --reason "Het adres is gisteren in het account gewijzigd."',
        'the letter asks for two facts',
      ],
      [
        'requests doubt GS-2026-7K3M9 --reason "Twee klanten met dit adres." --ask "Wat kocht u bij ons, en wanneer?"',
        'the letter asks this',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .requiredOption('--reason <text>', 'why: kept with the request, and not told to the person')
    .option('--ask <text>', 'what the person is asked, in their language; never an identity document')
    .option(...asOfficer)
    .option('--json', 'print the state as JSON')
    .action((reference: string, _: DoubtOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<DoubtOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: DoubtOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = policyContext(installation, officerOf(installation, options.as));
    const { reason, ask = null } = options;
    const { file, clockStandsStill } = await doubtIdentity(context, { reference, reason, ask });
    show(shell, options, {
      json: { reference: file.reference, state: file.state, clockStandsStill, legalDate: file.legalDate },
      lines: [
        `Asked: ${file.reference} waits for who asks. Sure later? gestand requests prove ${file.reference}`,
        clockStandsStill
          ? 'The clock stands still until there is an answer.'
          : `It is too late for the clock to stand still: the answer stays due on ${file.legalDate}.`,
      ],
    });
  });
}
