import { type Command, Option } from 'commander';
import { extendAnswer } from '../../../app/extend-answer.ts';
import { type ExtensionReason, extensionReasons } from '../../../law/deadlines.ts';
import { asOfficer, command } from '../../common-options.ts';
import { officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';
import { fileOption, type TextOptions, textOption, writtenText } from '../../written-text.ts';

interface ExtendOptions extends ProjectOptions, OutputOptions, TextOptions {
  readonly as?: string;
  readonly reason: ExtensionReason;
}

export function extendCommand(shell: Shell): Command {
  return command('extend', {
    description:
      'Gives an answer two months more, once and within the first month, for one of the two reasons of art. 12(3) GDPR. The\nperson is told at the same moment, with what you write about it.',
    examples: [
      [
        'requests extend GS-2026-7K3M9 --reason complexity --text "Wij zoeken ook in het papieren archief."',
        'the letter goes out with it',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .addOption(
      new Option('--reason <reason>', 'why: the law knows no other')
        .choices(extensionReasons)
        .makeOptionMandatory(),
    )
    .addOption(textOption())
    .addOption(fileOption())
    .option(...asOfficer)
    .option('--json', 'print the new dates as JSON')
    .action((reference: string, _: ExtendOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<ExtendOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: ExtendOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    shell.progress.done();
    const explanation = await writtenText(shell, options, {
      config: installation.config,
      about: [
        `Why ${reference} takes longer, as the person will read it. Lines that begin with # are left out.`,
      ],
    });
    const context = policyContext(installation, officerOf(installation, options.as));
    const file = await extendAnswer(context, { reference, reason: options.reason, explanation });
    show(shell, options, {
      json: {
        reference: file.reference,
        state: file.state,
        safeDate: file.safeDate,
        legalDate: file.legalDate,
      },
      lines: [`Extended: ${file.reference} is due on ${file.legalDate}. The letter is on its way.`],
    });
  });
}
