import { type Command, Option } from 'commander';
import { mayUse } from '../../app/may-use.ts';
import { type IdentityKind, identityKinds } from '../../domain/identity.ts';
import type { Language } from '../../domain/language.ts';
import { type Use, uses } from '../../domain/use-mark.ts';
import { useReasonText } from '../../policy/use-reason-text.ts';
import { language, projectCommand } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface MayUseOptions extends ProjectOptions, OutputOptions {
  readonly by: IdentityKind;
  readonly use: Use;
  readonly category?: string;
  readonly recipient?: string;
  readonly language: Language;
}

export function mayUseCommand(shell: Shell): Command {
  return projectCommand('may-use', {
    description:
      'Says whether somebody’s data may be used for a purpose of the policy, and why. Ends with 1 when they may not.',
    examples: [
      ['may-use lotte.vandermeer@example.nl own-offers', 'before a mailing'],
      ['may-use K-1000011 service --by customer-number', 'by another kind of identity'],
      ['may-use lotte.vandermeer@example.nl service --use legal-claims', 'what a restriction lets through'],
    ],
  })
    .argument('<identity>', 'by what the person is known')
    .argument('<purpose>', 'the id of a purpose of the policy')
    .addOption(
      new Option('--by <kind>', 'what kind of identity that is').choices(identityKinds).default('email'),
    )
    .addOption(new Option('--use <use>', 'what is to be done').choices(uses).default('use'))
    .option('--category <id>', 'the data that are meant; else all of the purpose')
    .option('--recipient <id>', 'to whom they would go; else nobody')
    .option('--language <nl|en>', 'in which the reasons are', language, 'nl')
    .option('--json', 'print it as JSON')
    .action((identity: string, purpose: string, options: MayUseOptions) =>
      run(shell, { identity, purpose }, options),
    );
}

async function run(
  shell: Shell,
  { identity, purpose }: { readonly identity: string; readonly purpose: string },
  options: MayUseOptions,
): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = { ...storeContext(installation, officerOf(installation)), policy: installation.policy };
    const { by, use, category, recipient } = options;
    const [decided] = await mayUse(context, [
      {
        who: [{ kind: by, value: identity }],
        purpose,
        use,
        ...(category === undefined ? {} : { category }),
        ...(recipient === undefined ? {} : { recipient }),
      },
    ]);
    const { decision, reasons } = decided ?? { decision: 'deny', reasons: [] };
    show(shell, options, {
      json: { decision, reasons: reasons.map(({ code, law }) => ({ code, law, ...useReasonText[code] })) },
      lines: [
        decision,
        ...reasons.map(({ code, law }) => {
          const text = useReasonText[code][options.language];
          return law === null ? `- ${text}` : `- ${text} (${law})`;
        }),
      ],
    });
    if (decision === 'deny') shell.exitCode = 1;
  });
}
