import type { Command } from 'commander';
import { type LiftedCase, liftMarks, previewLifting } from '../../../app/lift-marks.ts';
import { GestandError } from '../../../base/error.ts';
import { command } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface LiftOptions extends ProjectOptions, OutputOptions {
  readonly reason: string;
  readonly yes?: boolean;
}

export function liftCommand(shell: Shell): Command {
  return command('lift', {
    description:
      'Ends what stands against the use of somebody’s data since a request: a restriction, or a stop they changed their mind about.\nThe person is written to first; it ends when that letter has left. What another request of theirs stops as well stays stopped: that is shown, and asked, first.',
    examples: [
      [
        'requests lift GS-2026-7K3M9 --reason "uw gegevens zijn nagekeken en kloppen"',
        'the letter says this reason',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .requiredOption('--reason <text>', 'why, as the person reads it')
    .option('--yes', 'also where another request keeps it stopped, without being asked')
    .option('--json', 'print it as JSON')
    .action((reference: string, _: LiftOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<LiftOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: LiftOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { policy } = installation;
    const context = { ...storeContext(installation, officerOf(installation)), policy };
    if (options.yes !== true && !(await agreed(shell, options, await previewLifting(context, reference)))) {
      shell.exitCode = 1;
      return;
    }
    const lifted = await liftMarks(context, { reference, reason: options.reason });
    const { file, uses, staying } = lifted;
    show(shell, options, {
      json: {
        reference: file.reference,
        nothingGoesOn: uses === null,
        staying: staying.map((each) => ({ because: each.why, reference: each.reference })),
      },
      lines: [
        `${file.reference}: the letter that says so is in the outbox.`,
        ...stayingLines(lifted),
        ...(uses === null
          ? []
          : ['The use rests until that letter has left; a running "gestand serve" ends it then.']),
      ],
    });
  });
}

/** Where another request keeps something stopped, somebody sees that before the letter is written. */
async function agreed(shell: Shell, options: LiftOptions, lifting: LiftedCase): Promise<boolean> {
  if (lifting.staying.length === 0) return true;
  const { terminal } = shell;
  shell.progress.done();
  terminal.err(`${stayingLines(lifting).join('\n')}\n`);
  if (options.json === true || !terminal.interactive)
    throw new GestandError('bad-input', 'There is nobody to ask. Add --yes when that is what you mean.');
  const answer = (await terminal.ask('Lift it all the same? Type yes or ja: ')).trim().toLowerCase();
  if (answer === 'yes' || answer === 'ja') return true;
  terminal.out('Not lifted. Nothing was changed.\n');
  return false;
}

function stayingLines({ file, uses, staying }: LiftedCase): readonly string[] {
  if (staying.length === 0) return [];
  return [
    uses === null
      ? `Nothing is used again when ${file.reference} is lifted. This stays stopped:`
      : `Not all of it is used again when ${file.reference} is lifted. This stays stopped:`,
    ...staying.map(
      ({ uses: { purposes, categories, recipients }, why, reference }) =>
        `  ${purposes?.map((name) => name.en).join(', ') ?? 'Everything'}${part(
          'data',
          categories?.map((name) => name.en),
        )}${part('recipients', recipients)}: ${because[why]}, ${reference ?? 'a request that is no longer kept'}`,
    ),
  ];
}

const because: Readonly<Record<LiftedCase['staying'][number]['why'], string>> = {
  restricted: 'restricted',
  pending: 'an objection that was not weighed yet',
  objected: 'an objection',
  withdrawn: 'consent withdrawn',
};

function part(what: string, names: readonly string[] | null | undefined): string {
  return names == null ? '' : `, ${what}: ${names.join(', ')}`;
}
