import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/base/hash.ts';
import { mailboxFaultPoints } from '../../src/mail/mailbox-fault-points.ts';
import { listMessages, readMessageContent } from '../../src/store/message.ts';
import { listAttachments, openAttachment } from '../../src/store/message-attachment.ts';
import type { Store } from '../../src/store/store.ts';
import type { MailServerKind } from '../mailbox/mail-server.ts';
import { mailText } from '../mailbox/mail-text.ts';
import { connectedAt, type MailboxWorld, mailboxWorld } from '../mailbox/mailbox-world.ts';
import { mailServers } from '../mailbox/servers.ts';
import { runUntilKilled } from './killed-child.ts';
import type { MailboxTask } from './mailbox-child.ts';

/** The mails come in turns: the first of one person, that of another, the second of the first. */
const faults = [
  'mail.fetching',
  'mail.fetched',
  'mail.fetched#3',
  'mail.storing',
  'mail.stored',
  'mail.stored#2',
  'mail.flagged',
];

test('every fault point of a mailbox has its kill', () => {
  const killed = new Set(faults.map((fault) => fault.split('#')[0]));
  expect(mailboxFaultPoints.filter((name) => !killed.has(name))).toEqual([]);
});

describe.each(mailServers)('on $name', (kind) => {
  const real = test.skipIf(kind.missing !== null);
  let undisturbed: EndOfReading;

  beforeAll(async () => {
    if (kind.missing !== null) return;
    await using world = await filledWorld(kind);
    await world.read();
    undisturbed = await endOfReading(world);
  }, 60_000);

  real('an undisturbed reading ends as it should, or the comparisons below say nothing', () => {
    expect(undisturbed).toMatchObject({
      messages: [
        ['joined', null, 'Mijn gegevens', 'zoe.bakker@mail.example'],
        ['joined', null, 'Nog iets', 'zoe.bakker@mail.example'],
        ['joined', null, 'A question', 'sam@mail.example'],
      ],
      cases: 2,
      receipts: ['sam@mail.example', 'zoe.bakker@mail.example'],
      unread: 0,
      arriving: 0,
    });
    expect(undisturbed.attachments).toHaveLength(2);
  });

  real.each(faults)(
    'killed at %s, no mail is lost and none is answered twice',
    async (fault) => {
      await using world = await filledWorld(kind);
      const task: MailboxTask = {
        storeUrl: world.test.url,
        mailUrl: world.server.url,
        now: connectedAt,
        fault,
      };
      await runUntilKilled(join(import.meta.dirname, 'mailbox-child.ts'), task);
      // By then nobody takes the dead reader for alive.
      world.test.clock.advance({ minutes: 2 });
      await world.read();
      expect(await endOfReading(world)).toEqual(undisturbed);
      // Whoever comes late finds nothing to do.
      await world.read();
      expect(await endOfReading(world)).toEqual(undisturbed);
    },
    60_000,
  );
});

async function filledWorld(kind: MailServerKind): Promise<MailboxWorld> {
  const world = await mailboxWorld(kind);
  const at = connectedAt;
  await world.server.deliver(
    mailText({
      subject: 'Mijn gegevens',
      messageId: '<first@mail.example>',
      attachments: [
        { name: 'brief.txt', type: 'text/plain', content: 'Een brief.' },
        { name: 'foto.png', type: 'image/png', content: Buffer.alloc(300_000, 'pixels') },
      ],
    }),
    { at },
  );
  await world.server.deliver(mailText({ subject: 'Nog iets', messageId: '<second@mail.example>' }), { at });
  await world.server.deliver(
    mailText({
      from: 'Sam <sam@mail.example>',
      subject: 'A question',
      messageId: '<sam@mail.example>',
      text: 'What do you do with the data that you have of me?',
    }),
    { at },
  );
  return world;
}

/** What a reading left behind, without what differs from world to world: identifiers and times. */
interface EndOfReading {
  readonly messages: readonly (readonly (string | null)[])[];
  readonly attachments: readonly (readonly (string | number | null)[])[];
  readonly cases: number;
  readonly receipts: readonly string[];
  readonly ledger: readonly string[];
  readonly unread: number;
  readonly arriving: number;
}

async function endOfReading({ store, server, outbox }: MailboxWorld): Promise<EndOfReading> {
  const messages = await listMessages(store, {
    states: ['joined', 'unmatched', 'automatic', 'counted', 'dismissed'],
    limit: 100,
  });
  const contents = await Promise.all(
    messages.map(async (message) => {
      const content = await readMessageContent(store, message.id);
      return [message.state, message.reason, content?.subject ?? null, content?.sender ?? null];
    }),
  );
  const attachments = await Promise.all(
    messages.map(async ({ id }) =>
      Promise.all(
        (await listAttachments(store, id)).map(async ({ ordinal, name, bytes }) => {
          const pieces: Buffer[] = [];
          for await (const piece of openAttachment(store, { messageId: id, ordinal })) pieces.push(piece);
          return [name, bytes, sha256Hex(Buffer.concat(pieces))];
        }),
      ),
    ),
  );
  const mails = await server.mails();
  return {
    messages: contents.toSorted((a, b) => order(a[2]) - order(b[2])),
    attachments: attachments.flat(),
    cases: await countOf(store, 'case_file'),
    receipts: (await outbox()).map(({ to }) => to).toSorted(),
    ledger: await ledgerKinds(store),
    unread: mails.filter(({ flags }) => !flags.has('\\Seen')).length,
    arriving: await arrivingOf(store),
  };
}

function order(subject: string | null | undefined): number {
  return ['Mijn gegevens', 'Nog iets', 'A question'].indexOf(subject ?? '');
}

async function countOf({ db }: Store, table: 'case_file'): Promise<number> {
  return (await db.selectFrom(table).select('case_id').execute()).length;
}

async function arrivingOf({ db }: Store): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from gestand.message where state = 'arriving'
  `.execute(db);
  return rows[0]?.count ?? -1;
}

async function ledgerKinds({ db }: Store): Promise<readonly string[]> {
  const rows = await db.selectFrom('ledger_entry').select('leaf').execute();
  return rows.map(({ leaf }) => (JSON.parse(leaf) as { kind: string }).kind).toSorted();
}
