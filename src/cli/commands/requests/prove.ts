import { type Command, InvalidArgumentError, Option } from 'commander';
import { hearFacts } from '../../../app/compare-facts.ts';
import { judgeIdentity } from '../../../app/judge-identity.ts';
import { GestandError } from '../../../base/error.ts';
import { type Identity, identityKinds, normaliseIdentity } from '../../../domain/identity.ts';
import { asOfficer, command } from '../../common-options.ts';
import { appContext, type Installation, officerOf, openSources, policyContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface ProveOptions extends ProjectOptions, OutputOptions {
  readonly as?: string;
  readonly reason?: string;
  readonly fact?: readonly Identity[];
}

const factNames = identityKinds.filter((kind) => kind !== 'email');

export function proveCommand(shell: Shell): Command {
  return command('prove', {
    description:
      'Writes down that you are sure who asks, and why. Never ask for a copy of an identity document or a citizen service number\n(BSN): call back on a number you had already, or ask two things that only the person knows.',
    examples: [
      [
        'requests prove GS-2026-7K3M9 --reason "Ik belde terug op het bekende nummer."',
        'the request goes on',
      ],
      [
        'requests prove GS-2026-7K3M9 --fact customer-number=K-20417 --fact phone=0612345678',
        'compares what the caller says; tells nobody which was wrong',
      ],
    ],
  })
    .argument('<case>', 'the reference of the request')
    .addOption(new Option('--reason <text>', 'why you are sure').conflicts('fact'))
    .addOption(
      new Option(
        '--fact <kind=value>',
        `what the person says: two of ${factNames.join(', ')}; five tries a day`,
      ).argParser((text: string, before: readonly Identity[] = []) => [...before, factIn(text)]),
    )
    .option(...asOfficer)
    .option('--json', 'print the state as JSON')
    .action((reference: string, _: ProveOptions, itself: Command) =>
      run(shell, reference, itself.optsWithGlobals<ProveOptions>()),
    );
}

async function run(shell: Shell, reference: string, options: ProveOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { fact, reason } = options;
    if (fact !== undefined) return compare(shell, installation, { reference, facts: fact, options });
    if (reason === undefined)
      throw new GestandError('bad-input', 'Give --reason, or what the person says with --fact, twice.');
    const context = policyContext(installation, officerOf(installation, options.as));
    const { kind } = await judgeIdentity(context, { reference, reason });
    show(shell, options, {
      json: { reference, state: kind },
      lines: [kind === 'taken-up' ? `Taken up: ${reference}. The receipt was mailed.` : 'Noted.'],
    });
  });
}

function factIn(text: string): Identity {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  const kind = factNames.find((each) => each === name);
  if (kind === undefined || value === undefined)
    throw new InvalidArgumentError(`Write kind=value, with one of ${factNames.join(', ')}.`);
  return normaliseIdentity(kind, value);
}

async function compare(
  shell: Shell,
  installation: Installation,
  {
    reference,
    facts,
    options,
  }: { readonly reference: string; readonly facts: readonly Identity[]; readonly options: ProveOptions },
): Promise<void> {
  await using opened = openSources(installation);
  const context = appContext(installation, opened, officerOf(installation, options.as));
  shell.progress.step('Comparing with the databases');
  const proven = await hearFacts(context, { reference, facts });
  if (proven === null) shell.exitCode = 1;
  show(shell, options, {
    json: { reference, state: proven?.kind ?? 'wrong' },
    lines: [
      proven === null
        ? 'Not enough: two facts of different kinds are needed, and all of them right. Which was wrong is not told.'
        : proven.kind === 'taken-up'
          ? `Taken up: ${reference}. The receipt was mailed.`
          : 'Noted.',
    ],
  });
}
