import { simpleParser } from 'mailparser';
import { isPlainAddress } from './message.ts';

/** The header fields that say whose a mail is, what it answers, and whether a person wrote it. */
export const headFields = [
  'from',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'content-type',
  'auto-submitted',
  'precedence',
  'list-id',
  'return-path',
  'x-spam-flag',
] as const;

/** Why nobody expects an answer to a mail (RFC 3834 § 2). */
export type AutomaticReason =
  | 'delivery-report'
  | 'no-return-path'
  | 'auto-submitted'
  | 'bulk'
  | 'mailing-list'
  | 'mailer'
  | 'own-address';

/** What the head of a mail says. All of it is personal data, and none of it is proof of who sent it. */
export interface MessageHead {
  /** The one plain address of `From`; null when there is none, or several. */
  readonly sender: string | null;
  readonly senderName: string;
  readonly subject: string;
  /** Of `Date`: what the sender's clock said. */
  readonly sentAt: string | null;
  /** With its angle brackets; null when the mail has none. */
  readonly messageId: string | null;
  /** The Message-IDs that it says to answer: what it names first is nearest. At most {@link mostAnswers}. */
  readonly answers: readonly string[];
  /** A program sent it. */
  readonly automatic: AutomaticReason | null;
  /** A filter before us takes it for spam. */
  readonly spam: boolean;
}

const mostAnswers = 50;
const longestLine = 1000;

/** Reads the fields of {@link headFields}; everything else of a mail is left to its body. */
export async function readMessageHead(
  head: Buffer,
  { ownAddresses }: { readonly ownAddresses: readonly string[] },
): Promise<MessageHead> {
  const { headerLines, from, subject, date, messageId, inReplyTo, references } = await simpleParser(
    Buffer.concat([head, Buffer.from('\r\n')]),
    { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true },
  );
  const field = (name: string): string =>
    headerLines
      .filter(({ key }) => key === name)
      .map(({ line }) => line.slice(name.length + 1).replace(/\s+/g, ' '))
      .join(' ')
      .trim();
  const senders = from?.value.flatMap((each) => each.group ?? [each]) ?? [];
  const address = senders.length === 1 ? (senders[0]?.address ?? '') : '';
  const sender = isPlainAddress(address) ? address : null;
  const named = [
    inReplyTo ?? '',
    ...(typeof references === 'string' ? [references] : (references ?? [])).toReversed(),
  ];
  return {
    sender,
    senderName: oneLine(senders[0]?.name ?? ''),
    subject: oneLine(subject ?? ''),
    sentAt: date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString(),
    messageId: messageId === undefined ? null : messageId.slice(0, longestLine),
    answers: named.flatMap((text) => text.match(/<[^<>\s]{3,250}>/g) ?? []).slice(0, mostAnswers),
    automatic: automaticReason(field, sender, ownAddresses),
    spam: /^yes\b/i.test(field('x-spam-flag')),
  };
}

/** The mails that are never answered: by what programs that send by themselves are known by. */
function automaticReason(
  field: (name: string) => string,
  sender: string | null,
  ownAddresses: readonly string[],
): AutomaticReason | null {
  if (/^multipart\/report\b.*delivery-status/i.test(field('content-type'))) return 'delivery-report';
  if (/^< ?>$/.test(field('return-path'))) return 'no-return-path';
  const submitted = field('auto-submitted').toLowerCase();
  if (submitted !== '' && !submitted.startsWith('no')) return 'auto-submitted';
  if (/^(bulk|junk|list)\b/i.test(field('precedence'))) return 'bulk';
  if (field('list-id') !== '') return 'mailing-list';
  if (sender === null) return null;
  if (ownAddresses.some((own) => own.toLowerCase() === sender.toLowerCase())) return 'own-address';
  return /^(mailer-daemon|postmaster)@/i.test(sender) ? 'mailer' : null;
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, longestLine);
}
