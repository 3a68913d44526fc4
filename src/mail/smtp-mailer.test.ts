import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Postbox } from '../../test/support/postbox.ts';
import type { MailId } from '../base/ids.ts';
import type { OutgoingMail } from './mailer.ts';
import { smtpMailer } from './smtp-mailer.ts';

const sender = { name: 'CarConnect — privacy', address: 'privacy@carconnect.example' };
const shortTimeouts = { connect: 500, greeting: 500, idle: 500 };

const longLine = 'Een heel lange regel met accenten: é ï ü, een apostrof in ’s-Hertogenbosch en €. '.repeat(
  30,
);

function mail(change: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: 'mail_01example' as MailId,
    to: 'zoe.van-t-hof@example.org',
    subject: 'Uw verzoek om inzage: Zoë, één antwoord',
    text: `Beste Zoë,\n\n${longLine}\n.\nEen regel met alleen een punt ervoor.\n`,
    html: `<!doctype html><html lang="nl"><head><title>Zoë</title></head><body><p>${longLine}</p></body></html>`,
    answers: null,
    autoSubmitted: 'auto-generated',
    caseReference: 'CC-2026-0042',
    queuedAt: Temporal.Instant.from('2026-11-09T10:00:00Z'),
    ...change,
  };
}

async function deliver(url: string, ...mails: OutgoingMail[]) {
  const mailer = smtpMailer(url, sender, shortTimeouts);
  try {
    const deliveries = [];
    for (const each of mails) deliveries.push(await mailer.send(each));
    return deliveries;
  } finally {
    await mailer.close();
  }
}

describe('what arrives', () => {
  test('is what was written: accents, long lines, a lonely dot, both parts', async () => {
    await using postbox = await new Postbox().open();
    expect(await deliver(postbox.url, mail())).toEqual([{ kind: 'sent' }]);
    const [arrived] = postbox.received;
    expect(arrived?.parsed.subject).toBe(mail().subject);
    expect(arrived?.parsed.text?.trimEnd()).toBe(mail().text.trimEnd());
    expect(arrived?.parsed.html).toContain(longLine.trim());
    expect(arrived?.parsed.from?.value).toEqual([sender]);
    expect(arrived?.recipients).toEqual([mail().to]);
    for (const line of arrived?.raw.split('\r\n') ?? []) expect(line.length).toBeLessThanOrEqual(998);
  });

  test('says that no person wrote it, and belongs to the other letters of its case', async () => {
    await using postbox = await new Postbox().open();
    await deliver(
      postbox.url,
      mail(),
      mail({ id: 'mail_02example' as MailId }),
      mail({ id: 'mail_03example' as MailId, caseReference: null }),
    );
    const [first, second, loose] = postbox.received.map(({ parsed }) => parsed);
    expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(first?.inReplyTo).toMatch(/^<case-[0-9a-f]{32}@carconnect\.example>$/);
    expect(second?.inReplyTo).toBe(first?.inReplyTo);
    expect(second?.messageId).not.toBe(first?.messageId);
    expect(loose?.inReplyTo).toBeUndefined();
  });

  test('twice, after a crash, is one message to a mail program', async () => {
    await using postbox = await new Postbox().open();
    await deliver(postbox.url, mail());
    await deliver(postbox.url, mail());
    const ids = postbox.received.map(({ parsed }) => parsed.messageId);
    expect(ids).toEqual(['<mail_01example@carconnect.example>', '<mail_01example@carconnect.example>']);
  });

  test('holds no header that text brought in', async () => {
    await using postbox = await new Postbox().open();
    const subject = 'Uw verzoek\r\nBcc: spy@example.org\r\n\r\n<b>hello</b>';
    await deliver(postbox.url, mail({ subject, caseReference: 'X>\r\nBcc: spy@example.org' }));
    const [arrived] = postbox.received;
    expect(arrived?.parsed.bcc).toBeUndefined();
    expect(arrived?.recipients).toEqual([mail().to]);
    expect(arrived?.parsed.subject).toBe('Uw verzoek Bcc: spy@example.org <b>hello</b>');
  });

  test.each([
    'zoe@example.org, spy@example.org',
    'zoe@example.org\r\nBcc: spy@example.org',
    'Zoë <zoe@example.org>',
    '"a b"@example.org',
    'group:zoe@example.org;',
    'zoe@@example.org',
    'nobody',
    '',
  ])('never goes to what is not one address: %j', async (to) => {
    await using postbox = await new Postbox().open();
    expect(await deliver(postbox.url, mail({ to }))).toEqual([{ kind: 'refused', code: 'address-unusable' }]);
    expect(postbox.received).toEqual([]);
  });
});

describe('what a server may answer', () => {
  test('451 is for later, and later it is sent', async () => {
    await using postbox = await new Postbox({ recipient: [451] }).open();
    const deliveries = await deliver(postbox.url, mail(), mail());
    expect(deliveries).toEqual([{ kind: 'deferred', code: 'smtp-451' }, { kind: 'sent' }]);
    expect(postbox.received).toHaveLength(1);
  });

  test('451 after the message itself is for later too', async () => {
    await using postbox = await new Postbox({ data: [451] }).open();
    expect(await deliver(postbox.url, mail())).toEqual([{ kind: 'deferred', code: 'smtp-451' }]);
  });

  test('550 is for ever, and does not repeat the address it refused', async () => {
    await using postbox = await new Postbox({ recipient: [550] }).open();
    const [delivery] = await deliver(postbox.url, mail());
    expect(delivery).toEqual({ kind: 'refused', code: 'smtp-550' });
  });

  test('a wrong password of ours gives up no letter', async () => {
    await using postbox = await new Postbox({ authentication: [535] }).open();
    const url = `smtp://gestand:wrong@127.0.0.1:${postbox.port}`;
    expect(await deliver(url, mail())).toEqual([{ kind: 'unreachable', code: 'smtp-535' }]);
  });

  test('nobody there is for later', async () => {
    const port = await (async () => {
      await using postbox = await new Postbox().open();
      return postbox.port;
    })();
    const [delivery] = await deliver(`smtp://127.0.0.1:${port}`, mail());
    expect(delivery?.kind).toBe('unreachable');
  });

  test('a server that never speaks is not waited for', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      const address = silent.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const started = performance.now();
      const [delivery] = await deliver(`smtp://127.0.0.1:${port}`, mail());
      expect(delivery?.kind).toBe('unreachable');
      expect(performance.now() - started).toBeLessThan(5_000);
    } finally {
      silent.close();
    }
  });

  test('a server without TLS gets no letter when TLS is asked for', async () => {
    await using postbox = await new Postbox().open();
    const [delivery] = await deliver(`${postbox.url}?tls=required`, mail());
    expect(delivery?.kind).toBe('unreachable');
    expect(postbox.received).toEqual([]);
  });
});
