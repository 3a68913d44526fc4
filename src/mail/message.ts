import { sha256Hex } from '../base/hash.ts';
import type { MailId } from '../base/ids.ts';
import type { OutgoingMail } from './mailer.ts';

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** What nodemailer is given: a closed selection of its options, so that nothing else can reach a header. */
export interface Message {
  readonly from: Sender;
  readonly to: { readonly name: ''; readonly address: string };
  readonly envelope: { readonly from: string; readonly to: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}

/**
 * The mail as it goes on the wire: the same bytes of header on every attempt. `null` when the address is not one
 * plain address: with a comma or a line break in it, it could name other recipients or add a header.
 */
export function composeMessage(mail: OutgoingMail, from: Sender): Message | null {
  if (!isPlainAddress(mail.to)) return null;
  const domain = domainOf(from.address);
  const thread = mail.caseReference === null ? null : threadId(mail.caseReference, domain);
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: '', address: mail.to },
    envelope: { from: from.address, to: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    date: new Date(mail.queuedAt.epochMilliseconds),
    messageId: messageId(mail.id, domain),
    ...answered([thread, answeredId(mail.answers)].filter((id) => id !== null)),
    // RFC 3834: keeps holiday replies from answering us.
    headers: mail.autoSubmitted === null ? {} : { 'Auto-Submitted': mail.autoSubmitted },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * RFC 5322 § 3.6.4, from the mail's own id: a crash between the server's 250 and our commit sends the mail a
 * second time under the same Message-ID, which mail programs show once.
 */
export function messageId(id: MailId, domain: string): string {
  return `<${id}@${domain}>`;
}

/**
 * All letters of a case refer to one Message-ID that was never sent. A thread then needs no memory of what went
 * before, and no letter has to be the first. It is hashed because a reference may hold any character.
 */
function threadId(caseReference: string, domain: string): string {
  return `<case-${sha256Hex(caseReference).slice(0, 32)}@${domain}>`;
}

/** RFC 5322 § 3.6.4: the mail that is answered last, after the thread it is in. */
function answered(ids: readonly string[]): Pick<Message, 'inReplyTo' | 'references'> {
  const last = ids.at(-1);
  return last === undefined ? {} : { inReplyTo: last, references: ids.join(' ') };
}

/** A Message-ID of somebody else's making goes into our header only in its plain form. */
function answeredId(id: string | null): string | null {
  return id !== null && /^<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>$/.test(id) ? id : null;
}

const ownMessageId = /^<(mail_[0-9a-z]{26})@[^<>\s]{1,255}>$/;

/**
 * Which mail of ours a Message-ID names, by its form alone. Of the id eighty bits are chance: who names one has had it from
 * a letter of ours.
 */
export function mailIdOf(messageId: string): MailId | null {
  const [, id] = ownMessageId.exec(messageId) ?? [];
  return id === undefined ? null : (id as MailId);
}

/** One address as RFC 5321 carries it, without the quoted local parts and comments that RFC 5322 adds. */
export function isPlainAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    /^[^\s\p{Cc}"(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(address)
  );
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
