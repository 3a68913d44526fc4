import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { acceptTransfer, refuseTransfer } from '../../app/decide-transfer.ts';
import { fetchTransfer } from '../../app/fetch-transfer.ts';
import { type ListedTransfers, listTransfers } from '../../app/list-transfers.ts';
import { type ShownTransfer, showTransfer } from '../../app/show-transfer.ts';
import { GestandError } from '../../base/error.ts';
import { command, projectCommand, wholeNumber } from '../common-options.ts';
import { type Installation, officerOf, storeContext } from '../installation.ts';
import { minuteText } from '../minute-text.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface ListOptions extends ProjectOptions, OutputOptions {
  readonly all?: boolean;
  readonly limit: number;
}

type OneOptions = ProjectOptions & OutputOptions;

export function transfersCommand(shell: Shell): Command {
  const transfers = projectCommand('transfers', {
    description:
      'Lists data that other organisations handed over and wait for you, and what is on its way to others.',
    examples: [
      ['transfers', 'what waits'],
      ['transfers --all --json', 'also what was decided or delivered, for a program'],
      ['transfers show inbound_01kb…', 'from whom, when, on which basis, and what'],
      ['transfers accept inbound_01kb…', 'and tell the person where their data came from'],
      ['transfers refuse inbound_01kb… --reason "no customer"', 'and remove it'],
      ['transfers fetch inbound_01kb… --to package.zip', 'to put what you need where it belongs'],
    ],
  })
    .option('--all', 'also those that have ended')
    .option('--limit <number>', 'at most so many of each', wholeNumber(1, 1000), 100)
    .option('--json', 'print them as JSON')
    .action((options: ListOptions) => list(shell, options));
  transfers.addCommand(showCommand(shell));
  transfers.addCommand(acceptCommand(shell));
  transfers.addCommand(refuseCommand(shell));
  transfers.addCommand(fetchCommand(shell));
  return transfers;
}

function showCommand(shell: Shell): Command {
  return command('show', {
    description: 'Shows what another organisation handed over; on a screen also whose it is.',
    examples: [['transfers show inbound_01kb…', 'from whom, when, on which basis, and what']],
  })
    .argument('<transfer>', 'the id of what came in')
    .option('--json', 'print it as JSON, without whose it is')
    .action((id: string, _: OneOptions, itself: Command) =>
      withInstallation(shell, itself.optsWithGlobals<OneOptions>(), async (installation) => {
        const shown = await showTransfer(contextOf(installation), id);
        show(shell, itself.optsWithGlobals<OneOptions>(), {
          json: jsonOf(shown),
          lines: linesOf(shown, { screen: shell.terminal.screen }),
        });
      }),
    );
}

interface AcceptOptions extends OneOptions {
  readonly yes?: boolean;
}

function acceptCommand(shell: Shell): Command {
  return command('accept', {
    description: 'Accepts what came in, knows its sender from now on, and tells the person.',
    examples: [['transfers accept inbound_01kb…', 'read, then answer yes']],
  })
    .argument('<transfer>', 'the id of what came in')
    .option('--yes', 'do not ask')
    .option('--json', 'print what was accepted as JSON; needs --yes')
    .action((id: string, _: AcceptOptions, itself: Command) =>
      accept(shell, id, itself.optsWithGlobals<AcceptOptions>()),
    );
}

async function accept(shell: Shell, id: string, options: AcceptOptions): Promise<void> {
  const { terminal } = shell;
  if (options.yes !== true && (options.json === true || !terminal.interactive))
    throw new GestandError('bad-input', 'There is nobody to ask. Add --yes when it may be accepted.');
  await withInstallation(shell, options, async (installation) => {
    const context = contextOf(installation);
    const shown = await showTransfer(context, id);
    if (options.yes !== true) {
      shell.progress.done();
      terminal.out(`${linesOf(shown, { screen: terminal.screen }).join('\n')}\n`);
      const answer = await terminal.ask('Accept it from this sender? Type yes or ja: ');
      if (!['yes', 'ja'].includes(answer.trim().toLowerCase())) {
        terminal.out('Not accepted. Nothing was changed.\n');
        shell.exitCode = 1;
        return;
      }
    }
    const accepted = await acceptTransfer(context, id);
    show(shell, options, {
      json: jsonOf({ ...shown, inbound: accepted }),
      lines: [
        `Accepted: ${id}. The person is written to.`,
        `Nothing was written into your systems. Fetch it: gestand transfers fetch ${id} --to package.zip`,
      ],
    });
  });
}

function refuseCommand(shell: Shell): Command {
  return command('refuse', {
    description: 'Refuses what came in, and removes it.',
    examples: [['transfers refuse inbound_01kb… --reason "no customer of ours"', 'it is removed at once']],
  })
    .argument('<transfer>', 'the id of what came in')
    .requiredOption('--reason <text>', 'why, without naming anybody')
    .option('--json', 'print what was refused as JSON')
    .action((id: string, _: OneOptions, itself: Command) => {
      const options = itself.optsWithGlobals<OneOptions & { readonly reason: string }>();
      return withInstallation(shell, options, async (installation) => {
        const refused = await refuseTransfer(contextOf(installation), { id, reason: options.reason });
        show(shell, options, {
          json: { id: refused.id, state: refused.state },
          lines: [`Refused and removed: ${id}.`],
        });
      });
    });
}

function fetchCommand(shell: Shell): Command {
  return command('fetch', {
    description: 'Writes what was accepted to a file: a ZIP with JSON and CSV. It holds personal data.',
    examples: [['transfers fetch inbound_01kb… --to package.zip', 'to put what you need where it belongs']],
  })
    .argument('<transfer>', 'the id of what came in')
    .requiredOption('--to <file>', 'where to; it must not be there yet')
    .action((id: string, _: ProjectOptions, itself: Command) => {
      const options = itself.optsWithGlobals<ProjectOptions & { readonly to: string }>();
      return withInstallation(shell, options, async (installation) => {
        const fetched = await fetchTransfer(contextOf(installation), id);
        try {
          await pipeline(fetched.content, createWriteStream(options.to, { flags: 'wx', mode: 0o600 }));
        } catch (cause) {
          if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
          throw new GestandError('bad-input', `${options.to} is there already. Name another file.`, {
            cause,
          });
        }
        shell.progress.done();
        shell.terminal.out(
          `${fetched.byteCount} bytes written to ${options.to}. Remove it when you are done.\n`,
        );
      });
    });
}

function contextOf(installation: Installation) {
  const { policy, config } = installation;
  return { ...storeContext(installation, officerOf(installation)), policy, publicUrl: config.publicUrl };
}

async function list(shell: Shell, options: ListOptions): Promise<void> {
  const { all = false, limit } = options;
  await withInstallation(shell, options, async (installation) => {
    const listed = await listTransfers(contextOf(installation), { all, limit });
    show(shell, options, { json: listJson(listed), lines: listLines(listed) });
  });
}

function listLines({ received, sent }: ListedTransfers): readonly string[] {
  if (received.length + sent.length === 0) return ['No transfers.'];
  const rows = [
    ['TRANSFER', 'WITH', 'STATE', 'SINCE', 'ROWS', 'TELL BY'],
    ...received.map(({ inbound, tellBy }) => [
      inbound.id,
      `from ${inbound.sender.name} (${inbound.sender.address})`,
      inbound.state,
      minuteText(inbound.receivedAt),
      String(inbound.rowCount ?? ''),
      inbound.toldAt === null && inbound.decidedAt === null ? tellBy.toString() : '',
    ]),
    ...sent.map(({ transfer, reference }) => [
      transfer.id,
      `to ${transfer.receiver.name} (${transfer.receiver.address})`,
      transfer.failure === null ? transfer.state : `${transfer.state}: ${transfer.failure}`,
      minuteText(transfer.createdAt),
      '',
      reference ?? '',
    ]),
  ];
  return table(rows);
}

function listJson({ received, sent }: ListedTransfers): object {
  return {
    received: received.map((viewed) => ({ ...viewed.inbound, tellBy: viewed.tellBy.toString() })),
    sent: sent.map(({ transfer, reference }) => ({ ...transfer, reference })),
  };
}

const senderWords = {
  known: 'accepted before, with this key',
  unknown: 'nobody of yours has accepted it before',
  'other-key': 'ACCEPTED BEFORE WITH ANOTHER KEY: ask them by telephone before you accept this',
} as const;

function linesOf(
  { inbound, manifest, senderIs, tellBy, keptUntil }: ShownTransfer,
  { screen }: { readonly screen: boolean },
): readonly string[] {
  const { sender } = inbound;
  return [
    `${inbound.id}: ${inbound.state}`,
    '',
    ...table([
      ['From', `${sender.name}, ${sender.address}`],
      ['Sender', senderWords[senderIs]],
      ['Key', sender.signingKey.thumbprint],
      ['Received', minuteText(inbound.receivedAt)],
      ['SHA-256', inbound.digest],
      ...(inbound.toldAt === null
        ? [['Tell the person by', tellBy.toString()]]
        : [['Person told', minuteText(inbound.toldAt)]]),
      ...(keptUntil === null ? [] : [['Kept until', keptUntil.toString()]]),
      ...(inbound.reason === null ? [] : [['Reason', inbound.reason]]),
    ]),
    ...(manifest === null ? ['', 'What was in it is no longer kept.'] : manifestLines(manifest, screen)),
  ];
}

function manifestLines(
  { basis, reference, person, categories, purposes, tables, leftOut }: NonNullable<ShownTransfer['manifest']>,
  screen: boolean,
): readonly string[] {
  const whose = screen ? (person?.email ?? '') : 'shown on a screen only, not in a file';
  return [
    '',
    ...table([
      ['Basis', `article ${basis.article} GDPR: ${basis.statement}`],
      ['Their reference', reference],
      ['Whose', whose],
      ['Categories', categories.map(({ name }) => name).join('; ')],
      ['Used there for', purposes.map(({ name, basis: on }) => `${name} (${on})`).join('; ')],
    ]),
    '',
    ...table([
      ['SYSTEM', 'TABLE', 'ROWS'],
      ...tables.map(({ sourceName, name, rows }) => [sourceName, name, String(rows)]),
    ]),
    ...(leftOut.length === 0 ? [] : ['', ...leftOut.map((sentence) => `- ${sentence}`)]),
  ];
}

// Whose it is stays out: this may end in a file.
function jsonOf({ inbound, manifest, senderIs, tellBy, keptUntil }: ShownTransfer): object {
  const { person: _, ...told } = manifest ?? {};
  return {
    ...inbound,
    senderIs,
    tellBy: tellBy.toString(),
    keptUntil: keptUntil?.toString() ?? null,
    manifest: manifest === null ? null : told,
  };
}
