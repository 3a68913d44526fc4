import { describe, expect, test } from 'vitest';
import { classifyRequest } from '../../src/app/classify-request.ts';
import { dismissMessage, joinMessage, openMessage } from '../../src/app/decide-message.ts';
import { listReceivedMessages } from '../../src/app/list-messages.ts';
import { replyToRequest } from '../../src/app/reply-to-request.ts';
import { showMessage } from '../../src/app/show-message.ts';
import { present } from '../../src/base/assert.ts';
import { sha256Hex } from '../../src/base/hash.ts';
import { composeMessage } from '../../src/mail/message.ts';
import { type CaseFile, listCases, readCase, removeContact } from '../../src/store/case-file.ts';
import { listMessages } from '../../src/store/message.ts';
import type { OutboxMail } from '../../src/store/outbox-mail.ts';
import { mailText } from './mail-text.ts';
import { type MailboxWorld, mailboxWorld, ownAddress } from './mailbox-world.ts';
import { mailServers } from './servers.ts';

const at = '2026-11-02T10:00:00Z';
const later = '2026-11-02T14:00:00Z';
const officer = { kind: 'officer', id: 'officer_1' } as const;

describe.each(mailServers)('$name', (kind) => {
  const real = test.skipIf(kind.missing !== null);

  real(
    'an answer to a letter of ours joins its case, from whatever address, and is not answered',
    async () => {
      await using world = await mailboxWorld(kind);
      const { file, receipt } = await askedByMail(world);
      await world.server.deliver(
        mailText({
          from: 'partner@elders.example',
          subject: 'Re: iets',
          headers: [`In-Reply-To: ${messageIdOf(receipt)}`],
        }),
        { at: later },
      );
      await world.server.deliver(
        mailText({ headers: [`References: <x@y.example> ${messageIdOf(receipt)}`] }),
        { at: later },
      );
      await world.read();
      expect((await joined(world)).toSorted()).toEqual(
        ['false', 'true', 'true'].map((own) => `${file.id} ${own}`),
      );
      expect(await world.outbox()).toHaveLength(1);
    },
  );

  real('the number of a case joins from its own address alone; from another it reveals nothing', async () => {
    await using world = await mailboxWorld(kind);
    const { file } = await askedByMail(world);
    const { reference } = file;
    const invented = `${reference.slice(0, -5)}ZZZZZ`;
    await world.server.deliver(mailText({ subject: `Nog iets bij ${reference.toLowerCase()}` }), {
      at: later,
    });
    await world.server.deliver(
      mailText({ from: 'boef@elders.example', subject: `Stand van ${reference}?` }),
      { at: later },
    );
    await world.server.deliver(
      mailText({ from: 'gokker@elders.example', subject: `Stand van ${invented}?` }),
      { at: later },
    );
    // The head of the conversation can be made by whoever knows the number; it opens nothing.
    const thread = `<case-${sha256Hex(reference).slice(0, 32)}@carconnect.example>`;
    await world.server.deliver(
      mailText({ from: 'slim@elders.example', subject: 'Re: uw brief', headers: [`In-Reply-To: ${thread}`] }),
      { at: later },
    );
    await world.read();
    const own = await listMessages(world.store, { states: ['joined'], limit: 10 });
    expect(own.filter(({ caseId }) => caseId === file.id)).toHaveLength(2);
    expect(own).toHaveLength(3);
    const unmatched = await listMessages(world.store, { states: ['unmatched'], limit: 10 });
    expect(unmatched.map(({ reason, caseId }) => [reason, caseId])).toEqual([
      ['case-number', null],
      ['case-number', null],
    ]);
    const receipts = (await world.outbox()).filter(({ to }) => /boef|gokker/.test(to));
    expect(receipts).toHaveLength(2);
    const [real, wrong] = receipts.map(({ subject, text }) => `${subject}\n${text}`);
    expect(real).toBe(wrong);
    expect(real).not.toContain(reference);
  });

  real('an officer decides on what belongs nowhere, and the clock is that of the mail', async () => {
    await using world = await mailboxWorld(kind);
    const { file } = await askedByMail(world);
    for (const [n, from] of ['a', 'b', 'c'].entries())
      await world.server.deliver(
        mailText({ from: `${from}@elders.example`, subject: `Over ${file.reference} ${n}` }),
        { at: later },
      );
    await world.read();
    world.test.clock.advance({ days: 5 });
    const context = { ...world.context, actor: officer };
    const { messages } = await listReceivedMessages(context, { all: false, limit: 100 });
    const [a, b, c] = messages.filter(({ state }) => state === 'unmatched').map(({ id }) => id);
    expect(messages.find(({ id }) => id === a)?.dueOn?.toString()).toBe('2026-12-02');
    await joinMessage(context, { id: present(a, 'a'), reference: file.reference });
    const opened = await openMessage(context, { id: present(b, 'b') });
    expect(opened).toMatchObject({
      receivedAt: later,
      legalDate: '2026-12-02',
      channel: 'mail',
      kind: 'question',
    });
    await expect(
      dismissMessage(context, { id: present(c, 'c'), reason: 'van jan@elders.example' }),
    ).rejects.toThrow(expect.objectContaining({ code: 'bad-input' }));
    await dismissMessage(context, { id: present(c, 'c'), reason: 'reclame' });
    const left = await listReceivedMessages(context, { all: false, limit: 100 });
    expect(left.messages.filter(({ state }) => state === 'unmatched')).toEqual([]);
    await expect(listReceivedMessages(world.context, { all: false, limit: 1 })).rejects.toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  real('a wish in own words becomes a request of a kind: same clock, and a code to who asks', async () => {
    await using world = await mailboxWorld(kind);
    await world.server.deliver(
      mailText({ text: 'Ik wil graag inzage in mijn gegevens. En geen nieuwsbrief meer!' }),
      { at },
    );
    await world.read();
    const [file] = await listCases(world.store, { states: ['in-progress'], limit: 10 });
    const context = { ...world.context, actor: officer };
    const [message] = (await listReceivedMessages(context, { all: false, limit: 10 })).messages;
    expect(message).toMatchObject({ urgent: true });
    const shown = await showMessage(context, { id: present(message, 'message').id, text: false });
    expect(shown.proposed.map((each) => each.kind)).toEqual(['objection', 'access']);
    expect(shown.content).toBeUndefined();
    world.test.clock.advance({ days: 8 });
    const { reference } = present(file, 'case');
    const classified = await classifyRequest(context, { reference, wish: { kind: 'access' } });
    expect(classified).toMatchObject({
      kind: 'access',
      state: 'identity',
      receivedAt: at,
      legalDate: '2026-12-02',
    });
    const code = (await world.outbox()).at(-1);
    expect(code).toMatchObject({ to: 'zoe.bakker@mail.example', caseReference: reference });
    expect(code?.text).toMatch(/\d{3} \d{3}/);
    await expect(classifyRequest(context, { reference, wish: { kind: 'erasure' } })).rejects.toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
  });

  real('an officer replies in the conversation, and only to whose case it is', async () => {
    await using world = await mailboxWorld(kind);
    const { file, receipt } = await askedByMail(world);
    await world.server.deliver(
      mailText({
        from: 'partner@elders.example',
        messageId: '<partner@elders.example>',
        headers: [`In-Reply-To: ${messageIdOf(receipt)}`],
      }),
      { at: later },
    );
    await world.read();
    const context = { ...world.context, actor: officer };
    await replyToRequest(context, { reference: file.reference, text: 'Dat kan.\n\nTot dan.' });
    const reply = present(
      (await world.outbox()).find(({ automatic }) => automatic === 'no'),
      'reply',
    );
    expect(reply).toMatchObject({
      to: 'zoe.bakker@mail.example',
      answers: '<first@mail.example>',
      automatic: 'no',
    });
    expect(reply.text).toContain('Dat kan.\n\nTot dan.');
    const wire = composeMessage(
      {
        ...reply,
        caseReference: file.reference,
        answers: reply.answers ?? null,
        autoSubmitted: null,
        queuedAt: Temporal.Instant.from(at),
      },
      { name: 'CarConnect', address: ownAddress },
    );
    expect(wire?.inReplyTo).toBe('<first@mail.example>');
    expect(wire?.headers).toEqual({});
    expect((await readCase(world.store, file.id))?.state).toBe('in-progress');
    await removeContact(world.store, file.id);
    await expect(replyToRequest(context, { reference: file.reference, text: 'Nog iets' })).rejects.toThrow(
      expect.objectContaining({ code: 'gone' }),
    );
  });
});

async function askedByMail(
  world: MailboxWorld,
): Promise<{ readonly file: CaseFile; readonly receipt: OutboxMail }> {
  await world.server.deliver(mailText({ messageId: '<first@mail.example>' }), { at });
  await world.read();
  const [file] = await listCases(world.store, { states: ['in-progress'], limit: 1 });
  const [receipt] = await world.outbox();
  return { file: present(file, 'case'), receipt: present(receipt, 'receipt') };
}

function messageIdOf({ id }: OutboxMail): string {
  return `<${id}@carconnect.example>`;
}

async function joined(world: MailboxWorld) {
  const messages = await listMessages(world.store, { states: ['joined'], limit: 10 });
  return messages.map(({ caseId, fromContact }) => `${caseId} ${fromContact}`);
}
