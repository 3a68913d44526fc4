import { type Command, Option } from 'commander';
import { answerRequest } from '../../../app/answer-request.ts';
import { type ComplaintFinding, complaintFindings } from '../../../domain/complaint-finding.ts';
import { asOfficer, command } from '../../common-options.ts';
import { officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';
import { fileOption, type TextOptions, textOption, writtenText } from '../../written-text.ts';

interface AnswerOptions extends ProjectOptions, OutputOptions, TextOptions {
  readonly as?: string;
  readonly finding?: ComplaintFinding;
}

export function answerCommand(shell: Shell): Command {
  return command('answer', {
    description:
      'Answers a question, a request for security information or a complaint in your own words. The text goes to the person by\nmail; without --text or --file it is written in your editor.',
    examples: [
      ['requests answer GS-2026-7K3M9', 'write the answer in your editor'],
      ['requests answer GS-2026-7K3M9 --file answer.txt', 'the text is in a file; - reads standard input'],
      ['requests answer GS-2026-7K3M9 --finding upheld --file answer.txt', 'a complaint that is justified'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .addOption(new Option('--finding <finding>', 'what came of a complaint').choices(complaintFindings))
    .addOption(textOption())
    .addOption(fileOption())
    .option(...asOfficer)
    .option('--json', 'print what became of it as JSON')
    .action((reference: string, _: AnswerOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<AnswerOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: AnswerOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { config } = installation;
    shell.progress.done();
    const answer = await writtenText(shell, options, {
      config,
      about: [
        `The answer to ${reference}, as the person will read it. Lines that begin with # are left out.`,
      ],
    });
    const context = policyContext(installation, officerOf(installation, options.as));
    const finding = options.finding ?? null;
    const file = await answerRequest(context, { reference, answer, finding });
    show(shell, options, {
      json: { reference: file.reference, state: file.state, finding },
      lines: [`Answered: ${file.reference}. The letter is on its way.`],
    });
  });
}
