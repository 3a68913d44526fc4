import { createTransport } from 'nodemailer';
import { GestandError } from '../base/error.ts';
import type { Delivery, Mailer } from './mailer.ts';
import { composeMessage, isPlainAddress, type Sender } from './message.ts';
import { parseSmtpUrl } from './smtp-url.ts';

/** In milliseconds: a mail server that says nothing for this long is not there. */
export interface SmtpTimeouts {
  readonly connect: number;
  readonly greeting: number;
  readonly idle: number;
}

const usualTimeouts: SmtpTimeouts = { connect: 10_000, greeting: 10_000, idle: 30_000 };

/** Two connections serve a company's letters, and no shared mail server minds two. */
const maxConnections = 2;
const maxMessagesPerConnection = 100;

/**
 * Hands mail to an SMTP server over a few kept connections. See {@link parseSmtpUrl} for the address.
 *
 * @throws GestandError `bad-configuration` when the address or the sender cannot be read.
 */
export function smtpMailer(url: string, from: Sender, timeouts: SmtpTimeouts = usualTimeouts): Mailer {
  const server = parseSmtpUrl(url);
  if (!isPlainAddress(from.address)) {
    throw new GestandError('bad-configuration', 'The sender of mail must be one plain e-mail address.');
  }
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'required',
    ...(server.auth === null ? {} : { auth: { user: server.auth.user, pass: server.auth.pass } }),
    maxConnections,
    maxMessages: maxMessagesPerConnection,
    // Repeating is the outbox's work: it remembers across a restart.
    maxRequeues: 0,
    connectionTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.idle,
    tls: { minVersion: 'TLSv1.2' },
    logger: false,
  });
  return {
    send: async (mail) => {
      const message = composeMessage(mail, from);
      if (message === null) return { kind: 'refused', code: 'address-unusable' };
      try {
        await transport.sendMail({ ...message, headers: { ...message.headers } });
        return { kind: 'sent' };
      } catch (error) {
        return classifyFailure(error);
      }
    },
    close: async () => transport.close(),
  };
}

/**
 * Whose fault was it? Only an answer to the recipient or to the message itself is about this mail. Whatever
 * goes wrong before (the network, TLS, our password, our sender address) is ours to mend and holds for all mail,
 * so that no letter is given up for it, not even on a 5xx.
 */
function classifyFailure(error: unknown): Delivery {
  const { code, command, responseCode } = smtpFailure(error);
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode !== null && aboutThisMail) {
    const answer = `smtp-${responseCode}`;
    return responseCode >= 500 && responseCode !== 503
      ? { kind: 'refused', code: answer }
      : { kind: 'deferred', code: answer };
  }
  return { kind: 'unreachable', code: responseCode === null ? code : `smtp-${responseCode}` };
}

interface SmtpFailure {
  readonly code: string;
  readonly command: string | null;
  readonly responseCode: number | null;
}

function smtpFailure(error: unknown): SmtpFailure {
  const fields = error instanceof Error ? (error as Error & Record<string, unknown>) : {};
  const code = 'code' in fields && typeof fields.code === 'string' ? fields.code : '';
  return {
    code: /^E[A-Z0-9]+$/.test(code) ? `smtp-${code.toLowerCase()}` : 'smtp-failed',
    command: 'command' in fields && typeof fields.command === 'string' ? fields.command : null,
    responseCode:
      'responseCode' in fields && typeof fields.responseCode === 'number' ? fields.responseCode : null,
  };
}
