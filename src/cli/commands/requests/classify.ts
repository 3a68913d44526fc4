import { type Command, Option } from 'commander';
import { classifyRequest, wordsOfRequest } from '../../../app/classify-request.ts';
import { type CaseKind, caseKinds } from '../../../domain/case-file.ts';
import { asOfficer, command } from '../../common-options.ts';
import { officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';
import { askingOn, optionsOnly } from './asking.ts';
import { refuseForbidden } from './refuse-forbidden.ts';
import { readWish, refuseOthers, type WishOptions, wishOptions } from './wish-options.ts';

interface ClassifyOptions extends ProjectOptions, OutputOptions, WishOptions {
  readonly kind: CaseKind;
  readonly as?: string;
}

export function classifyCommand(shell: Shell): Command {
  const classify = command('classify', {
    description:
      'Says what kind of request somebody’s own words are. The clock stays where it began; where the answer tells something about\nsomebody, a code goes to the address they wrote from.',
    examples: [
      ['requests classify GS-2026-7K3M9 --kind access', 'they ask for their data'],
      ['requests classify GS-2026-7K3M9 --kind objection --purposes own-offers', 'no more of those'],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .addOption(new Option('--kind <kind>', 'what it is').choices(caseKinds).makeOptionMandatory());
  for (const option of wishOptions()) classify.addOption(option);
  return classify
    .option(...asOfficer)
    .option('--json', 'print what became of it as JSON')
    .action((reference: string, _: ClassifyOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<ClassifyOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: ClassifyOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { policy } = installation;
    const { terminal, progress } = shell;
    progress.done();
    const context = policyContext(installation, officerOf(installation, options.as));
    using asking = terminal.interactive ? askingOn(terminal.converse()) : optionsOnly();
    // What is theirs to say in their own words, they have said.
    refuseOthers(options.kind, options);
    const text = options.text ?? (await wordsOfRequest(context, reference));
    const wish = await readWish(options.kind, { options: { ...options, text }, asking, policy });
    refuseForbidden({ wish, customerNumber: null });
    const { reference: name, kind, state, legalDate } = await classifyRequest(context, { reference, wish });
    show(shell, options, {
      json: { reference: name, kind, state, legalDate },
      lines: [
        `${name} is a request for ${kind} now, answer due on ${legalDate}.`,
        ...(state === 'identity' ? ['A code is on its way to the address they wrote from.'] : []),
      ],
    });
  });
}
