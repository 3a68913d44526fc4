import type { Command } from 'commander';
import {
  confirmRefusal,
  type ProposedRefusal,
  proposeRefusal,
  readProposedRefusal,
  withdrawRefusal,
} from '../../../app/refuse-request.ts';
import { GestandError } from '../../../base/error.ts';
import { asOfficer, command } from '../../common-options.ts';
import { type Installation, officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';
import { fileOption, type TextOptions, textOption, writtenText } from '../../written-text.ts';

interface RefuseOptions extends ProjectOptions, OutputOptions, TextOptions {
  readonly as?: string;
  readonly ground?: string;
  readonly confirm?: boolean;
  readonly withdraw?: boolean;
  readonly yes?: boolean;
}

export function refuseCommand(shell: Shell): Command {
  return command('refuse', {
    description:
      'Refuses a request, on a ground of the closed list, by two officers: the first proposes with the ground and the explanation,\nthe second reads both and confirms. Then the letter goes out.',
    examples: [
      [
        'requests refuse GS-2026-7K3M9 --ground excessive --file why.txt',
        'propose it; a wrong ground lists those there are',
      ],
      ['requests refuse GS-2026-7K3M9 --confirm', 'another officer: read it, then answer yes'],
      ['requests refuse GS-2026-7K3M9 --withdraw', 'take back what was proposed: the request goes on'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .option('--ground <id>', 'propose: the ground in law')
    .option('--confirm', 'confirm what another officer proposed')
    .option('--withdraw', 'take back what you or another officer proposed')
    .option('--yes', 'confirm without being asked')
    .addOption(textOption())
    .addOption(fileOption())
    .option(...asOfficer)
    .option('--json', 'print what became of it as JSON; with --confirm it needs --yes')
    .action((reference: string, _: RefuseOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<RefuseOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: RefuseOptions): Promise<void> {
  const { ground } = options;
  if (
    [ground !== undefined, options.confirm === true, options.withdraw === true].filter(Boolean).length !== 1
  )
    throw new GestandError(
      'bad-input',
      'Propose it with --ground, confirm it with --confirm, or take a proposal back with --withdraw: one of these.',
    );
  await withInstallation(shell, options, async (installation) => {
    if (options.withdraw === true) return withdraw(shell, installation, { reference, options });
    if (ground === undefined) return confirm(shell, installation, { reference, options });
    shell.progress.done();
    const explanation = await writtenText(shell, options, {
      config: installation.config,
      about: [
        `Why ${reference} is refused, as the person will read it. Lines that begin with # are left out.`,
      ],
    });
    const context = policyContext(installation, officerOf(installation, options.as));
    const proposed = await proposeRefusal(context, { reference, ground, explanation });
    show(shell, options, {
      json: jsonOf(proposed),
      lines: [
        `Proposed to refuse ${proposed.file.reference}: ${proposed.ground.article}.`,
        `Another officer confirms it: gestand requests refuse ${proposed.file.reference} --confirm`,
      ],
    });
  });
}

interface Deciding {
  readonly reference: string;
  readonly options: RefuseOptions;
}

async function withdraw(
  shell: Shell,
  installation: Installation,
  { reference, options }: Deciding,
): Promise<void> {
  const context = policyContext(installation, officerOf(installation, options.as));
  const { file, ground } = await withdrawRefusal(context, { reference });
  show(shell, options, {
    json: { reference: file.reference, withdrawn: ground.id },
    lines: [`Taken back: ${file.reference} is not refused, and goes on. See "gestand requests".`],
  });
}

async function confirm(
  shell: Shell,
  installation: Installation,
  { reference, options }: Deciding,
): Promise<void> {
  const { terminal } = shell;
  const context = policyContext(installation, officerOf(installation, options.as));
  const proposed = await readProposedRefusal(context, reference);
  shell.progress.done();
  if (options.yes !== true && (options.json === true || !terminal.interactive))
    throw new GestandError('bad-input', 'There is nobody to ask. Add --yes when you have read it.');
  if (options.yes !== true) {
    const { file, ground, explanation, proposedBy } = proposed;
    terminal.out(
      `${file.reference}: ${file.kind}, proposed by ${proposedBy}\n\n${ground.article}\n${ground.text[file.language]}\n\n${explanation}\n\n`,
    );
    const answer = (await terminal.ask('Refuse this request? Type yes or ja: ')).trim().toLowerCase();
    if (answer !== 'yes' && answer !== 'ja') {
      terminal.out('Not refused. Nothing was changed.\n');
      shell.exitCode = 1;
      return;
    }
  }
  const refused = await confirmRefusal(context, { reference });
  show(shell, options, {
    json: jsonOf(refused),
    lines: [`Refused: ${refused.file.reference}. The letter is on its way.`],
  });
}

function jsonOf({ file, ground, proposedBy }: ProposedRefusal): unknown {
  return { reference: file.reference, state: file.state, ground: ground.id, proposedBy };
}
