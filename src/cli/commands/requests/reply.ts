import type { Command } from 'commander';
import { replyToRequest } from '../../../app/reply-to-request.ts';
import { asOfficer, command } from '../../common-options.ts';
import { officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';
import { fileOption, type TextOptions, textOption, writtenText } from '../../written-text.ts';

interface ReplyOptions extends ProjectOptions, OutputOptions, TextOptions {
  readonly as?: string;
}

export function replyCommand(shell: Shell): Command {
  return command('reply', {
    description:
      'Writes to the person of a request in the conversation they began. It answers nothing by itself: the request stays open.',
    examples: [
      ['requests reply GS-2026-7K3M9 --file reply.txt', 'the text is in a file; - reads standard input'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .addOption(textOption())
    .addOption(fileOption())
    .option(...asOfficer)
    .option('--json', 'print what became of it as JSON')
    .action((reference: string, _: ReplyOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<ReplyOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: ReplyOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    shell.progress.done();
    const about = [`What the person of ${reference} will read. Lines that begin with # are left out.`];
    const text = await writtenText(shell, options, { config: installation.config, about });
    const context = policyContext(installation, officerOf(installation, options.as));
    const mailId = await replyToRequest(context, { reference, text });
    show(shell, options, { json: { mailId }, lines: ['The letter is on its way.'] });
  });
}
