import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { dismissMessage, joinMessage, openMessage } from '../../app/decide-message.ts';
import { type ListedMessage, listReceivedMessages, type MessageList } from '../../app/list-messages.ts';
import { openMessageAttachment, type ShownMessage, showMessage } from '../../app/show-message.ts';
import { GestandError } from '../../base/error.ts';
import type { MessageId } from '../../base/ids.ts';
import { command, messageId, projectCommand, wholeNumber } from '../common-options.ts';
import { officerOf, policyContext, storeContext } from '../installation.ts';
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

interface ShowOptions extends ProjectOptions, OutputOptions {
  readonly text?: boolean;
}

export function messagesCommand(shell: Shell): Command {
  return projectCommand('messages', {
    description:
      'Lists the e-mails that wait for somebody: of no case, or new in one. With a word behind it: what is done with one.',
    examples: [
      ['messages', 'what waits, and until when the law lets it'],
      ['messages --all --json', 'also what programs sent, and what was decided on'],
      ['messages show msg_01kb… --text', 'read one: it holds personal data'],
      ['messages join msg_01kb… GS-2026-7K3M9', 'it belongs to that case'],
    ],
  })
    .option('--all', 'also those that wait for nobody')
    .option('--limit <number>', 'at most so many', wholeNumber(1, 1000), 100)
    .option('--json', 'print them as JSON')
    .addCommand(showCommand(shell))
    .addCommand(saveCommand(shell))
    .addCommand(joinCommand(shell))
    .addCommand(openCommand(shell))
    .addCommand(dismissCommand(shell))
    .action((options: ListOptions) => list(shell, options));
}

async function list(shell: Shell, options: ListOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = storeContext(installation, officerOf(installation));
    const { all = false, limit } = options;
    const listed = await listReceivedMessages(context, { all, limit });
    show(shell, options, { json: listed, lines: listLines(listed) });
  });
}

function listLines({ messages, mailboxes }: MessageList): readonly string[] {
  const [mailbox] = mailboxes;
  const health =
    mailbox === undefined
      ? 'No mailbox was ever read: set GESTAND_IMAP_URL.'
      : mailbox.failingSince === null
        ? `The mailbox was last read at ${mailbox.lookedAt ?? 'no time yet'}.`
        : `The mailbox cannot be read since ${mailbox.failingSince} (${mailbox.failureCode ?? 'unknown'}).`;
  const rows = [['MESSAGE', 'STATE', 'WHY', 'REQUEST', 'RECEIVED', 'DUE', ''], ...messages.map(rowOf)];
  return [...(messages.length === 0 ? ['No messages.'] : table(rows)), '', health];
}

function rowOf({
  id,
  state,
  reason,
  reference,
  receivedOn,
  dueOn,
  urgent,
}: ListedMessage): readonly string[] {
  return [
    id,
    state,
    reason ?? '',
    reference ?? '',
    receivedOn.toString(),
    dueOn?.toString() ?? '',
    urgent ? 'perhaps: no more marketing' : '',
  ];
}

function showCommand(shell: Shell): Command {
  return command('show', {
    description:
      'Shows a message: without --text what it may ask and what came with it, with it also who wrote what.',
    examples: [['messages show msg_01kb… --text', 'read it; it then counts as looked at']],
  })
    .argument('<message>', 'the id of the message', messageId)
    .option('--text', 'also who wrote it, and the text: personal data')
    .option('--json', 'print it as JSON')
    .action((id: MessageId, _: ShowOptions, itself: Command) => {
      const options = itself.optsWithGlobals<ShowOptions>();
      return withInstallation(shell, options, async (installation) => {
        const context = storeContext(installation, officerOf(installation));
        const shown = await showMessage(context, { id, text: options.text === true });
        show(shell, options, { json: shown, lines: messageLines(shown) });
      });
    });
}

/** A message as lines. */
export function messageLines({
  message,
  reference,
  content,
  attachments,
  proposed,
}: ShownMessage): readonly string[] {
  const reason = message.reason === null ? '' : ` (${message.reason})`;
  return [
    `${message.id}: ${message.state}${reason}, of ${reference ?? 'no request'}`,
    `Received: ${minuteText(message.receivedAt)}, ${message.bytes} bytes`,
    ...(message.caseId === null || message.fromContact
      ? []
      : ['From another address than that of the request.']),
    ...proposed.map(({ kind, words }) => `Perhaps: ${kind}, because of "${words}"`),
    ...attachments.map(({ ordinal, setAside, name, mediaType, bytes }) =>
      setAside === null
        ? `Attachment ${ordinal}: ${content === undefined ? '' : `${name} `}${mediaType}, ${bytes} bytes`
        : `Attachment ${ordinal}: not kept (${setAside})`,
    ),
    ...(content === undefined
      ? []
      : [
          '',
          `From: ${content.senderName} <${content.sender ?? 'nobody, or several'}>`,
          `Subject: ${content.subject}`,
          '',
          ...content.text.split(/\r?\n/),
        ]),
  ];
}

function saveCommand(shell: Shell): Command {
  return command('save', {
    description:
      'Writes an attachment to a file that is not there yet. Nobody looked whether it is harmful: scan it.',
    examples: [['messages save msg_01kb… 0 letter.pdf', 'the first attachment']],
  })
    .argument('<message>', 'the id of the message', messageId)
    .argument('<number>', 'of the attachment, as "gestand messages show" says it', wholeNumber(0, 1000))
    .argument('<file>', 'where it goes')
    .action((id: MessageId, ordinal: number, file: string, _: ProjectOptions, itself: Command) =>
      withInstallation(shell, itself.optsWithGlobals<ProjectOptions>(), async (installation) => {
        const context = storeContext(installation, officerOf(installation));
        const { attachment, content } = await openMessageAttachment(context, { id, ordinal });
        await writeNew(file, content);
        show(shell, {}, { json: null, lines: [`${attachment.bytes} bytes in ${file}.`] });
      }),
    );
}

async function writeNew(file: string, content: AsyncGenerator<Buffer>): Promise<void> {
  try {
    await pipeline(Readable.from(content), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new GestandError(
      'bad-input',
      `${file} cannot be written (${code}). Name a file that is not there yet.`,
      {
        cause,
      },
    );
  }
}

function joinCommand(shell: Shell): Command {
  return command('join', {
    description: 'Puts a message with a request, because you see that it belongs there.',
    examples: [['messages join msg_01kb… GS-2026-7K3M9', 'written from another address']],
  })
    .argument('<message>', 'the id of the message', messageId)
    .argument('<case>', 'the reference of the request')
    .action((id: MessageId, reference: string, _: ProjectOptions, itself: Command) =>
      withInstallation(shell, itself.optsWithGlobals<ProjectOptions>(), async (installation) => {
        const context = storeContext(installation, officerOf(installation));
        const file = await joinMessage(context, { id, reference });
        show(shell, {}, { json: null, lines: [`It is with ${file.reference} now.`] });
      }),
    );
}

function openCommand(shell: Shell): Command {
  return command('open', {
    description:
      'Opens a request for a message, with the clock from when it came in, and tells who wrote it.',
    examples: [['messages open msg_01kb…', 'then say what it is: gestand requests classify']],
  })
    .argument('<message>', 'the id of the message', messageId)
    .action((id: MessageId, _: ProjectOptions, itself: Command) =>
      withInstallation(shell, itself.optsWithGlobals<ProjectOptions>(), async (installation) => {
        const context = policyContext(installation, officerOf(installation));
        const file = await openMessage(context, { id });
        show(
          shell,
          {},
          {
            json: null,
            lines: [`${file.reference} is opened, answer due on ${file.legalDate}.`],
          },
        );
      }),
    );
}

function dismissCommand(shell: Shell): Command {
  return command('dismiss', {
    description: 'Says that a message is no request, and why. It stays in the mailbox.',
    examples: [['messages dismiss msg_01kb… --reason "an invoice"', 'nothing more is done with it']],
  })
    .argument('<message>', 'the id of the message', messageId)
    .requiredOption('--reason <text>', 'why, without naming anybody')
    .action((id: MessageId, _: ProjectOptions, itself: Command) => {
      const options = itself.optsWithGlobals<ProjectOptions & { readonly reason: string }>();
      return withInstallation(shell, options, async (installation) => {
        const context = storeContext(installation, officerOf(installation));
        await dismissMessage(context, { id, reason: options.reason });
        show(shell, {}, { json: null, lines: ['It waits for nobody any more.'] });
      });
    });
}
