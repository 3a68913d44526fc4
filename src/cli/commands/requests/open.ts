import { type Command, Option } from 'commander';
import { openRequest } from '../../../app/open-request.ts';
import { GestandError } from '../../../base/error.ts';
import { type CaseKind, caseKinds } from '../../../domain/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import type { Channel } from '../../../domain/wish.ts';
import { asksNoProof } from '../../../law/identity-proofs.ts';
import { asOfficer, command, emailAddress, language } from '../../common-options.ts';
import { officerOf, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';
import { type Asking, askingOn, optionsOnly } from './asking.ts';
import { refuseForbidden } from './refuse-forbidden.ts';
import {
  type RepresentativeOptions,
  readRepresentative,
  representativeOptions,
} from './representative-options.ts';
import { readWish, refuseOthers, type WishOptions, wishOptions } from './wish-options.ts';

interface OpenOptions extends ProjectOptions, OutputOptions, WishOptions, RepresentativeOptions {
  readonly as?: string;
  readonly channel: Extract<Channel, 'telephone' | 'mail'>;
  readonly kind?: CaseKind;
  readonly email?: string;
  readonly customerNumber?: string;
  readonly language: Language;
  readonly sure?: string;
}

export function openCommand(shell: Shell): Command {
  const open = command('open', {
    description:
      'Writes down what somebody asks by telephone, or in a mail that reached you. What the options do not say is asked, when you\nsit at a terminal. The caller has it confirmed by mail; who they are is shown by a code, unless you are sure and say why.',
    examples: [
      ['requests open', 'somebody calls: answer the questions'],
      [
        'requests open --kind objection --email jan@example.nl --purposes newsletter --sure "Ik belde terug op het bekende nummer."',
        'all at once; taken up without a code',
      ],
      [
        'requests open --kind access --email advocaat@example.nl --mandate lawyer --for-email jan@example.nl',
        'a lawyer asks for a client: the mandate is asked for first',
      ],
    ],
  })
    .addOption(
      new Option('--channel <channel>', 'how it reached you')
        .choices(['telephone', 'mail'])
        .default('telephone'),
    )
    .addOption(new Option('--kind <kind>', 'what is asked').choices(caseKinds))
    .option('--email <address>', 'where the person reads mail', emailAddress)
    .option('--customer-number <number>', 'as the person says it: an extra check')
    .option('--language <nl|en>', 'in which the person is written to', language, 'nl')
    .option('--sure <reason>', 'why you are sure who it is; without it a code is mailed');
  for (const option of [...wishOptions(), ...representativeOptions()]) open.addOption(option);
  return open
    .option(...asOfficer)
    .option('--json', 'print the reference as JSON')
    .action((_: OpenOptions, itself: Command) => run(shell, itself.optsWithGlobals<OpenOptions>()));
}

async function run(shell: Shell, options: OpenOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    shell.progress.done();
    const { terminal } = shell;
    using asking =
      terminal.interactive && options.json !== true ? askingOn(terminal.converse()) : optionsOnly();
    const kind = options.kind ?? (await asking.choose('--kind', 'What is asked', caseKinds));
    refuseOthers(kind, options);
    const email = options.email ?? (await asking.ask('--email', 'E-mail address', checkedEmail));
    const wish = await readWish(kind, { options, asking, policy: installation.policy });
    const sure = options.sure ?? (await whySure(kind, asking));
    const onBehalfOf = readRepresentative(options);
    const customerNumber = options.customerNumber ?? null;
    // What came by mail cannot be sent back unread: it loses what may not be kept.
    if (options.channel !== 'mail')
      refuseForbidden({ wish, customerNumber, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) });
    const context = policyContext(installation, officerOf(installation, options.as));
    const opened = await openRequest(context, {
      wish,
      channel: options.channel,
      email,
      customerNumber,
      language: options.language,
      clientKey: null,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(sure === undefined ? {} : { proof: 'officer-judgement', proofReason: sure }),
    });
    if (opened.kind === 'too-many')
      throw new GestandError(
        'too-many',
        `That address had too many mails from us. Try again in ${Math.ceil(opened.retryAfterSeconds / 60)} minutes.`,
      );
    const { reference, state } = opened;
    show(shell, options, {
      json: { reference, kind, channel: options.channel, state },
      lines: [
        `Opened: ${reference}. Tell the caller this reference.`,
        state === 'identity' && sure !== undefined
          ? `It waits for proof or a mandate, which was asked for by mail: gestand requests`
          : state === 'identity'
            ? 'A code was mailed to them, with a link to the page where they fill it in; the request goes on when they did.'
            : 'The receipt was mailed.',
      ],
    });
  });
}

async function whySure(kind: CaseKind, asking: Asking): Promise<string | undefined> {
  if (asksNoProof(kind)) return undefined;
  return asking.askIfAny('Are you sure who it is? Write why, or nothing to mail a code');
}

function checkedEmail(text: string): string {
  try {
    return emailAddress(text);
  } catch {
    throw new GestandError('bad-input', 'Write a whole e-mail address, such as jan@example.nl.');
  }
}
