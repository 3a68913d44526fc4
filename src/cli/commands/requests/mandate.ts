import { type Command, Option } from 'commander';
import { type AcceptedMandate, acceptMandate, showMandate } from '../../../app/decide-mandate.ts';
import { proposeRefusal } from '../../../app/refuse-request.ts';
import { asOfficer, command } from '../../common-options.ts';
import { appContext, type Installation, officerOf, openSources, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface MandateOptions extends ProjectOptions, OutputOptions {
  readonly as?: string;
  readonly accept?: string;
  readonly reject?: string;
}

export function mandateCommand(shell: Shell): Command {
  return command('mandate', {
    description:
      'Shows for whom somebody asks and what to look at, or writes down whether they may. Nothing is looked up about the other person\nbefore a mandate was accepted; that person then hears of it at an address you had already. A rejection is a refusal: another\nofficer confirms it.',
    examples: [
      ['requests mandate GS-2026-7K3M9', 'for whom, by what right, and what to look at'],
      ['requests mandate GS-2026-7K3M9 --accept "Machtiging van 3 november gezien."', 'the request goes on'],
      [
        'requests mandate GS-2026-7K3M9 --reject "De machtiging is verlopen."',
        'proposed; the letter says this',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .addOption(
      new Option('--accept <reason>', 'they may: what you saw, without copying it').conflicts('reject'),
    )
    .option('--reject <reason>', 'they may not: why, as they will read it')
    .option(...asOfficer)
    .option('--json', 'print it as JSON, without whom it is about')
    .action((reference: string, _: MandateOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<MandateOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: MandateOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { accept, reject } = options;
    if (accept !== undefined) return acceptIt(shell, installation, { reference, reason: accept, options });
    const context = policyContext(installation, officerOf(installation, options.as));
    if (reject === undefined) return showIt(shell, context, { reference, options });
    const { file } = await proposeRefusal(context, {
      reference,
      ground: 'mandate-not-shown',
      explanation: reject,
    });
    show(shell, options, {
      json: { reference: file.reference, state: file.state, proposed: 'mandate-not-shown' },
      lines: [
        `Proposed to refuse ${file.reference}.`,
        `Another officer confirms it: gestand requests refuse ${file.reference} --confirm`,
      ],
    });
  });
}

interface Asked {
  readonly reference: string;
  readonly options: MandateOptions;
}

async function showIt(
  shell: Shell,
  context: Parameters<typeof showMandate>[0],
  { reference, options }: Asked,
): Promise<void> {
  const { file, onBehalfOf, rule, accepted } = await showMandate(context, reference);
  const { mandate, identities, birthDate } = onBehalfOf;
  const whom = [
    ...identities.map(({ kind, value }) => `  ${kind} ${value}`),
    ...(birthDate === null ? [] : [`  born ${birthDate}`]),
  ];
  show(shell, options, {
    json: { reference: file.reference, mandate, accepted, source: rule.source },
    lines: [
      `${file.reference}: asked as ${mandate} (${rule.source})${accepted ? ', accepted' : ''}`,
      ...(shell.terminal.screen ? ['For:', ...whom] : ['For whom is shown on a screen alone.']),
      rule.lookAt.en,
    ],
  });
}

const toldLines: Readonly<Record<AcceptedMandate['person'], string>> = {
  told: 'The person concerned is told, at an address you had already.',
  'no-address': 'No address of the person concerned is known, or several people fit: tell them yourself.',
  'not-told-by-law': 'A child is not told: the parent acts in its place.',
};

const waitLines = {
  'more-proof': 'The representative must still show who they are.',
  mandate: 'The mandate is still looked for.',
} as const;

async function acceptIt(
  shell: Shell,
  installation: Installation,
  { reference, reason, options }: Asked & { readonly reason: string },
): Promise<void> {
  await using opened = openSources(installation);
  const context = appContext(installation, opened, officerOf(installation, options.as));
  shell.progress.step('Looking for an address of the person concerned');
  const accepted = await acceptMandate(context, { reference, reason });
  show(shell, options, {
    json: { reference, state: accepted.kind, person: accepted.person },
    lines: [
      accepted.kind === 'taken-up'
        ? `Taken up: ${reference}. The receipt was mailed to the representative.`
        : `Accepted. ${waitLines[accepted.for]}`,
      toldLines[accepted.person],
    ],
  });
}
