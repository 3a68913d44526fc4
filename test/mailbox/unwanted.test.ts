import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { listCases } from '../../src/store/case-file.ts';
import { countCounted, listMessages, readMessageContent } from '../../src/store/message.ts';
import { listAttachments, openAttachment } from '../../src/store/message-attachment.ts';
import { listBouncedLetters } from '../../src/store/sent-letter.ts';
import { mailText } from './mail-text.ts';
import { mailboxWorld, ownAddress } from './mailbox-world.ts';
import { mailServers } from './servers.ts';

const at = '2026-11-02T10:00:00Z';
const floodSeconds = 300_000;

describe.each(mailServers)('$name', (kind) => {
  const real = test.skipIf(kind.missing !== null);

  real('what a program sent is never answered', async () => {
    await using world = await mailboxWorld(kind);
    const programs = [
      { headers: ['Auto-Submitted: auto-replied (vacation)'] },
      { headers: ['Precedence: bulk'] },
      { headers: ['List-Id: Nieuws <news.elders.example>'] },
      { headers: ['Return-Path: <>'] },
      { from: ownAddress },
      { from: 'MAILER-DAEMON@elders.example' },
    ];
    for (const program of programs) await world.server.deliver(mailText(program), { at });
    await world.server.deliver(mailText({ headers: ['X-Spam-Flag: YES'] }), { at });
    await world.server.deliver(mailText({ from: 'a@x.example, b@x.example' }), { at });
    await world.read();
    expect(await world.outbox()).toEqual([]);
    const messages = await listMessages(world.store, {
      states: ['automatic', 'unmatched', 'joined'],
      limit: 20,
    });
    expect(messages.map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual([
      'automatic auto-submitted',
      'automatic bulk',
      'automatic mailer',
      'automatic mailing-list',
      'automatic no-return-path',
      'automatic own-address',
      'unmatched no-sender',
      'unmatched spam',
    ]);
    // A person whose mail says that no program sent it is answered.
    await world.server.deliver(mailText({ headers: ['Auto-Submitted: no'] }), { at });
    await world.read();
    expect(await world.outbox()).toHaveLength(1);
  });

  real('a letter that a mail server could not deliver is marked on its case', async () => {
    await using world = await mailboxWorld(kind);
    await world.server.deliver(mailText(), { at });
    await world.read();
    const [receipt] = await world.outbox();
    const [file] = await listCases(world.store, { states: ['in-progress'], limit: 1 });
    const caseId = present(file, 'case').id;
    await world.server.deliver(deliveryReport(`<${receipt?.id}@carconnect.example>`, 'delayed', '4.4.1'), {
      at,
    });
    await world.read();
    expect(await listBouncedLetters(world.store, caseId)).toEqual([]);
    for (let twice = 0; twice < 2; twice++)
      await world.server.deliver(deliveryReport(`<${receipt?.id}@carconnect.example>`, 'failed', '5.1.1'), {
        at,
      });
    await world.read();
    expect(await listBouncedLetters(world.store, caseId)).toMatchObject([
      { mailId: receipt?.id, bounceStatus: '5.1.1' },
    ]);
    const events = await listCaseEvents(world.store, caseId);
    expect(events.filter(({ kind: event }) => event === 'letter-bounced')).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/zoe|mail\.example/i);
    expect(await world.outbox()).toHaveLength(1);
  });

  real(
    `${kind.flood} mails of one address become one case and at most one receipt, and others get through`,
    async () => {
      await using world = await mailboxWorld(kind);
      const flood = Array.from({ length: kind.flood }, (_, n) =>
        mailText({ from: 'vloed@elders.example', subject: `Nummer ${n}`, text: `Nummer ${n}` }),
      );
      await world.server.deliverAll(flood.slice(0, -1), { at });
      await world.server.deliverAll([mailText({ messageId: '<other@mail.example>' })], { at });
      await world.server.deliverAll(flood.slice(-1), { at });
      await world.read();
      const cases = await listCases(world.store, { states: ['in-progress'], limit: 100 });
      expect(cases).toHaveLength(2);
      const receipts = (await world.outbox()).map(({ to }) => to);
      expect(receipts.toSorted()).toEqual(['vloed@elders.example', 'zoe.bakker@mail.example']);
      const kept = await listMessages(world.store, { states: ['joined'], limit: 100 });
      expect(kept).toHaveLength(26);
      const counts = await Promise.all(cases.map(({ id }) => countCounted(world.store, id)));
      expect(counts.toSorted()).toEqual([0, kind.flood - 25]);
      // Nothing is lost: what is not kept here lies there, flagged.
      const mails = await world.server.mails();
      expect(mails).toHaveLength(kind.flood + 1);
      expect(mails.filter(({ flags }) => flags.has('\\Flagged'))).toHaveLength(kind.flood - 25);
    },
    floodSeconds,
  );

  real('three receipts a day go to an address, however often it writes', async () => {
    await using world = await mailboxWorld(kind);
    for (let n = 0; n < 5; n++) {
      await world.server.deliver(mailText(), { at: `2026-11-02T${10 + 2 * n}:30:00Z` });
      await world.read();
      world.test.clock.advance({ hours: 2 });
    }
    expect(await listCases(world.store, { states: ['in-progress'], limit: 10 })).toHaveLength(5);
    expect(await world.outbox()).toHaveLength(3);
  });

  real(
    'a mail of 30 MB stays in the mailbox, flagged, and its sender is told the limit and the way',
    async () => {
      await using world = await mailboxWorld(kind);
      const content = Buffer.alloc(22_500_000, 'x');
      await world.server.deliverAll([mailText({ attachments: [{ name: 'groot.bin', content }] })], { at });
      await world.read();
      const [message] = await listMessages(world.store, { states: ['unmatched'], limit: 10 });
      expect(message).toMatchObject({ reason: 'too-large', readable: true });
      expect(message?.bytes).toBeGreaterThan(30_000_000);
      const [receipt] = await world.outbox();
      expect(receipt?.to).toBe('zoe.bakker@mail.example');
      expect(receipt?.text).toContain('groter dan 25 MB');
      expect(receipt?.text).toContain('https://privacy.example.nl/request');
      const [mail] = await world.server.mails();
      expect([...(mail?.flags ?? [])].filter((flag) => /Flagged|Seen/.test(flag))).toEqual(['\\Flagged']);
      await world.read();
      expect(await world.outbox()).toHaveLength(1);
    },
    120_000,
  );

  real(
    'an attachment named ../../x is kept under a name that does no harm, byte for byte; so is every other',
    async () => {
      await using world = await mailboxWorld(kind);
      const photo = Buffer.from(Uint8Array.from({ length: 700_001 }, (_, n) => (n * 31) % 256));
      await world.server.deliver(
        mailText({
          attachments: [
            { name: '../../x', content: photo },
            { name: 'C:\\windows\\con.txt', content: 'een' },
            { name: 'fac\u202Egpj.exe', content: 'twee' },
            { name: `${'lang'.repeat(100)}.pdf`, content: 'drie' },
            { name: '..', content: 'vier' },
          ],
        }),
        { at },
      );
      await world.read();
      const id = present(
        (await listMessages(world.store, { states: ['joined'], limit: 1 }))[0],
        'message',
      ).id;
      const attachments = await listAttachments(world.store, id);
      expect(attachments.map(({ name }) => name)).toEqual([
        'x',
        '_con.txt',
        'facgpj.exe',
        `${'lang'.repeat(24)}.pdf`,
        'attachment',
      ]);
      const pieces: Buffer[] = [];
      for await (const piece of openAttachment(world.store, { messageId: id, ordinal: 0 }))
        pieces.push(piece);
      expect(Buffer.concat(pieces).equals(photo)).toBe(true);
    },
  );

  real(
    'a copy of an identity document and a citizen service number are not kept, and the person is told',
    async () => {
      await using world = await mailboxWorld(kind);
      await world.server.deliver(
        mailText({
          subject: 'Mijn BSN is 111222333',
          text: 'Mijn nummer is 111222333, mijn klantnummer 111222334.',
          attachments: [
            { name: 'PaspoortVoorkant.jpg', content: 'beeld' },
            {
              name: 'gegevens.csv',
              type: 'text/csv',
              content: `naam;nummer\r\n${'x;y\r\n'.repeat(60_000)}Zoë;111222333\r\n`,
            },
            { name: 'brief.txt', type: 'text/plain', content: 'Een gewone brief.' },
          ],
        }),
        { at },
      );
      await world.read();
      const [message] = await listMessages(world.store, { states: ['joined'], limit: 1 });
      const { id } = present(message, 'message');
      expect((await listAttachments(world.store, id)).map(({ setAside, name }) => [setAside, name])).toEqual([
        ['identity-document', null],
        ['citizen-number', null],
        [null, 'brief.txt'],
      ]);
      const content = await readMessageContent(world.store, id);
      expect(JSON.stringify(content)).not.toContain('111222333');
      expect(content?.text).toContain('111222334');
      const chunks = await world.store.db.selectFrom('message_chunk').select('attachment').execute();
      expect(chunks).toEqual([{ attachment: 2 }]);
      const [receipt] = await world.outbox();
      expect(receipt?.text).toContain('kopie van een identiteitsbewijs');
      expect(receipt?.text).toContain('burgerservicenummer');
      expect(receipt?.text).not.toMatch(/111222333|PaspoortVoorkant/);
    },
  );
});

/** RFC 3464. */
function deliveryReport(messageId: string, action: 'failed' | 'delayed', status: string): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@mail.example>',
    'To: privacy@carconnect.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${Math.random()}@mail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"',
    '',
    '--edge',
    'Content-Type: text/plain',
    '',
    'It did not arrive.',
    '--edge',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    'Final-Recipient: rfc822; zoe.bakker@mail.example',
    `Action: ${action}`,
    `Status: ${status}`,
    '--edge',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    'Subject: Wij hebben uw e-mail ontvangen',
    '--edge--',
    '',
  ].join('\r\n');
}
