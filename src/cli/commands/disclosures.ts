import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { listDisclosures } from '../../app/list-disclosures.ts';
import { recordDisclosures } from '../../app/record-disclosures.ts';
import { legalDateOf } from '../../base/clock.ts';
import { adviceText, type Diagnostic } from '../../base/diagnostic.ts';
import { GestandError } from '../../base/error.ts';
import { identityKinds } from '../../domain/identity.ts';
import { lawfulBases } from '../../domain/lawful-basis.ts';
import { disclosureColumns, writeDisclosures } from '../../report/disclosures/disclosure-columns.ts';
import { csvLine } from '../../report/package/csv.ts';
import { command, isoDate, projectCommand, wholeNumber } from '../common-options.ts';
import { type Installation, officerOf, storeContext } from '../installation.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface ListOptions extends ProjectOptions, OutputOptions {
  readonly recipient?: string;
  readonly limit: number;
}

interface ExportOptions extends ProjectOptions {
  readonly recipient?: string;
}

interface RecordOptions extends ProjectOptions, OutputOptions {
  readonly recipient: string;
  readonly identityKind: string;
  readonly identity: string;
  readonly category: readonly string[];
  readonly basis: string;
  readonly on?: Temporal.PlainDate;
}

const mostFileBytes = 20_000_000;
const mostExported = 1_000_000;

export function disclosuresCommand(shell: Shell): Command {
  const disclosures = projectCommand('disclosures', {
    description:
      'Which recipients received data of whom: what they are told by when those data are corrected, erased or restricted.\nProcessors and joint controllers need no record: the policy says that they have everybody’s.',
    examples: [
      ['disclosures list', 'what is recorded, the newest first'],
      [
        'disclosures record --recipient bank --identity lotte.vandermeer@example.nl --category contact billing --basis contract',
        'one of them',
      ],
      ['disclosures import shared.csv', `a table with the columns ${disclosureColumns.join(', ')}`],
      ['disclosures export shared.csv', 'all of them, to a file of your own'],
    ],
  });
  disclosures.addCommand(listCommand(shell));
  disclosures.addCommand(recordCommand(shell));
  disclosures.addCommand(importCommand(shell));
  disclosures.addCommand(exportCommand(shell));
  return disclosures;
}

function listCommand(shell: Shell): Command {
  return command('list', {
    description: 'Lists what is recorded, the newest first. Of whom is shown on a screen only.',
    examples: [['disclosures list --recipient bank', 'what one of them received']],
  })
    .option('--recipient <id>', 'of this recipient of the policy alone')
    .option('--limit <number>', 'at most so many', wholeNumber(1, 1000), 100)
    .option('--json', 'print them as JSON, without whom they are about')
    .action((_: ListOptions, itself: Command) => list(shell, itself.optsWithGlobals<ListOptions>()));
}

function recordCommand(shell: Shell): Command {
  return command('record', {
    description: 'Records that a recipient received data of somebody.',
    examples: [
      [
        'disclosures record --recipient bank --identity lotte.vandermeer@example.nl --category contact billing --basis contract',
        'today; else add --on 2026-01-31',
      ],
    ],
  })
    .requiredOption('--recipient <id>', 'a recipient of the policy')
    .addOption(
      new Option('--identity-kind <kind>', 'what whom it is about is recognised by')
        .choices(identityKinds)
        .default('email'),
    )
    .requiredOption('--identity <value>', 'whom it is about')
    .requiredOption('--category <id...>', 'what was received: categories of the policy')
    .addOption(
      new Option('--basis <basis>', 'on which lawful basis').choices(lawfulBases).makeOptionMandatory(),
    )
    .option('--on <date>', 'when; today when not given', isoDate)
    .option('--json', 'print the result as JSON')
    .action((_: RecordOptions, itself: Command) => record(shell, itself.optsWithGlobals<RecordOptions>()));
}

function importCommand(shell: Shell): Command {
  return command('import', {
    description: `Records a table of disclosures: CSV with the columns ${disclosureColumns.join(', ')}. All of it, or nothing when a line is wrong.`,
    examples: [['disclosures import shared.csv', 'what was recorded before is not recorded again']],
  })
    .argument('<file>', 'the table')
    .option('--json', 'print the result as JSON')
    .action((file: string, _: OutputOptions, itself: Command) =>
      withInstallation(shell, itself.optsWithGlobals<ProjectOptions>(), (installation) =>
        keep(shell, installation, {
          options: itself.optsWithGlobals<OutputOptions>(),
          file,
          text: readTable(file),
        }),
      ),
    );
}

function exportCommand(shell: Shell): Command {
  return command('export', {
    description: 'Writes all that is recorded to a CSV file that only you can read, with whom it is about.',
    examples: [['disclosures export shared.csv', 'to look through, or to keep elsewhere']],
  })
    .argument('<file>', 'a file that is not there yet')
    .option('--recipient <id>', 'of this recipient of the policy alone')
    .action((file: string, _: ExportOptions, itself: Command) =>
      exportTo(shell, file, itself.optsWithGlobals<ExportOptions>()),
    );
}

async function list(shell: Shell, options: ListOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { recipient, limit } = options;
    const listed = await listDisclosures(contextOf(installation), { recipient, limit });
    const { screen } = shell.terminal;
    const rows = [
      ['RECIPIENT', 'OF', 'CATEGORIES', 'BASIS', 'ON'],
      ...listed.map((each) => [
        each.recipient,
        screen ? (each.identity?.value ?? 'erased') : each.identityKind,
        each.categories.join(' '),
        each.basis,
        each.disclosedOn,
      ]),
    ];
    show(shell, options, {
      // Whom it is about stays out: this may end in a file.
      json: listed.map(({ identity, ...rest }) => ({ ...rest, erased: identity === null })),
      lines: listed.length === 0 ? ['No disclosures are recorded.'] : table(rows),
    });
  });
}

async function record(shell: Shell, options: RecordOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const { recipient, identityKind, identity, category, basis } = options;
    const on = options.on ?? legalDateOf(installation.clock.now());
    const cells = [recipient, identityKind, identity, category.join(' '), basis, on.toString()];
    const text = csvLine(disclosureColumns, '') + csvLine(cells, '');
    // Nobody wrote that line: what is wrong is told at the option it came from.
    const ends = cells.map((_, i) => csvLine(cells.slice(0, i + 1), '').length);
    const tell = ({ place, message, ...rest }: Diagnostic): string =>
      `${recordOptions[ends.findIndex((end) => place.column < end)] ?? 'the options'}: ${message}${adviceText(rest)}`;
    await keep(shell, installation, { options, file: 'the options', text, tell });
  });
}

/** In the order of the columns. */
const recordOptions = ['--recipient', '--identity-kind', '--identity', '--category', '--basis', '--on'];

async function keep(
  shell: Shell,
  installation: Installation,
  { options, ...table }: Parameters<typeof recordDisclosures>[1] & { readonly options: OutputOptions },
): Promise<void> {
  const { read, added } = await recordDisclosures(
    { ...contextOf(installation), policy: installation.policy },
    table,
  );
  const known = read - added;
  show(shell, options, {
    json: { read, added },
    lines: [`Recorded: ${added}.${known === 0 ? '' : ` Recorded before: ${known}.`}`],
  });
}

async function exportTo(shell: Shell, file: string, { recipient, ...options }: ExportOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const all = await listDisclosures(contextOf(installation), { recipient, limit: mostExported });
    try {
      writeFileSync(file, writeDisclosures(all), { mode: 0o600, flag: 'wx' });
    } catch (cause) {
      throw new GestandError(
        'bad-input',
        'The file cannot be written. Name one that is not there yet, in a folder of yours.',
        { cause },
      );
    }
    show(
      shell,
      {},
      { json: {}, lines: [`Written: ${all.length}. It says whom each is about: keep it to yourself.`] },
    );
  });
}

function contextOf(installation: Installation) {
  return storeContext(installation, officerOf(installation));
}

function readTable(file: string): string {
  try {
    if (statSync(file).size > mostFileBytes)
      throw new GestandError('bad-input', 'The file is larger than 20 MB. Divide it.');
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    if (cause instanceof GestandError) throw cause;
    throw new GestandError(
      'bad-input',
      'The file cannot be read. Check that it is there, is yours, and is text in UTF-8.',
      { cause },
    );
  }
}
