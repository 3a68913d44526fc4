import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { readCase, readContact, readWish } from '../../src/store/case-file.ts';
import { listMessages, readMessageContent } from '../../src/store/message.ts';
import { mailText } from './mail-text.ts';
import { mailboxWorld } from './mailbox-world.ts';
import { mailServers } from './servers.ts';

describe.each(mailServers)('$name', (kind) => {
  const real = test.skipIf(kind.missing !== null);

  real('a mail becomes a case whose clock began when the server took it in', async () => {
    await using world = await mailboxWorld(kind);
    world.test.clock.advance({ days: 3 });
    await world.server.deliver(mailText({ messageId: '<one@mail.example>' }), { at: '2026-11-02T22:30:00Z' });
    await world.read();
    const [message] = await listMessages(world.store, { states: ['joined'], limit: 10 });
    const file = present(await readCase(world.store, present(message?.caseId, 'case')), 'case');
    // In Amsterdam it was half past eleven in the evening of the second.
    expect(file).toMatchObject({
      kind: 'question',
      state: 'in-progress',
      channel: 'mail',
      language: 'nl',
      receivedAt: '2026-11-02T22:30:00Z',
      legalDate: '2026-12-02',
    });
    expect(await readContact(world.store, file.id)).toEqual({ email: 'zoe.bakker@mail.example' });
    expect(await readWish(world.store, { id: file.id, kind: 'question' })).toEqual({
      kind: 'question',
      text: 'Vraag over mijn gegevens\n\nBeste mensen,\n\nWelke gegevens hebben jullie van mij?\n\nGroet, Zoë',
    });
    expect(await readMessageContent(world.store, present(message, 'message').id)).toMatchObject({
      sender: 'zoe.bakker@mail.example',
      senderName: 'Zoë Bakker',
      subject: 'Vraag over mijn gegevens',
      messageId: '<one@mail.example>',
    });
    const [mail] = await world.server.mails();
    expect(mail?.flags).toContain('\\Seen');

    const [receipt, ...others] = await world.outbox();
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({
      to: 'zoe.bakker@mail.example',
      caseReference: file.reference,
      answers: '<one@mail.example>',
      automatic: 'replied',
    });
    // Whoever reads that mailbox learns nothing of who wrote, or what.
    expect(`${receipt?.subject} ${receipt?.text} ${receipt?.html}`).not.toMatch(
      /zo[eë]|bakker|welke gegevens/i,
    );

    // Read again, nothing is new.
    await world.read();
    expect(await world.outbox()).toHaveLength(1);
  });

  real('a mailbox that is numbered anew brings nothing in twice, and what is new in it once', async () => {
    await using world = await mailboxWorld(kind);
    for (const name of ['a', 'b', 'c'])
      await world.server.deliver(
        mailText({
          from: `${name}@mail.example`,
          messageId: `<${name}@mail.example>`,
          text: `Hallo ${name}`,
        }),
        { at: '2026-11-02T10:00:00Z' },
      );
    await world.read();
    expect(await listMessages(world.store, { states: ['joined'], limit: 10 })).toHaveLength(3);
    await world.server.renumber();
    await world.server.deliver(mailText({ from: 'd@mail.example' }), { at: '2026-11-02T11:00:00Z' });
    await world.read();
    expect(await listMessages(world.store, { states: ['joined'], limit: 10 })).toHaveLength(4);
    expect(await world.outbox()).toHaveLength(4);
    // The same Message-ID with something else in it is another mail.
    await world.server.deliver(
      mailText({ from: 'a@mail.example', messageId: '<a@mail.example>', text: 'Iets heel anders' }),
      { at: '2026-11-02T11:10:00Z' },
    );
    await world.read();
    expect(await listMessages(world.store, { states: ['joined'], limit: 10 })).toHaveLength(5);
  });

  real(
    'what was read before the mailbox was connected is left alone, what was not is not answered',
    async () => {
      await using world = await mailboxWorld(kind);
      await world.server.deliver(mailText(), { at: '2026-10-20T10:00:00Z', flags: ['\\Seen'] });
      await world.server.deliver(mailText(), { at: '2026-10-20T10:00:00Z' });
      // Somebody was quicker than we are, and opened it.
      await world.server.deliver(mailText({ from: 'snel@mail.example' }), {
        at: '2026-11-02T09:30:00Z',
        flags: ['\\Seen'],
      });
      await world.read();
      const messages = await listMessages(world.store, {
        states: ['joined', 'unmatched', 'automatic', 'counted'],
        limit: 10,
      });
      expect(messages.map(({ state, reason }) => [state, reason])).toEqual([
        ['unmatched', 'before-connection'],
        ['joined', null],
      ]);
      expect((await world.outbox()).map(({ to }) => to)).toEqual(['snel@mail.example']);
    },
  );
});

test('the suites ran against both servers, or say why not', () => {
  for (const { name, missing } of mailServers)
    if (missing !== null) process.stderr.write(`${name}: skipped, ${missing}\n`);
  expect(mailServers.some(({ missing }) => missing === null)).toBe(true);
});
