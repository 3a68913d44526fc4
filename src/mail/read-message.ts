import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';

/** What was in a mail beside its attachments. Personal data. */
export interface MessageContent {
  /** The header as it came, at most {@link longestHead} octets of it. */
  readonly head: string;
  /** What a person reads; of a mail that is HTML alone, its text. At most {@link longestText} characters. */
  readonly text: string;
  /** SHA-256 of everything behind the header. */
  readonly bodyHash: string;
  /** Octets that came. */
  readonly bytes: number;
}

export interface IncomingAttachment {
  /** As it was given: see {@link attachmentName}. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable;
}

const longestHead = 16 * 1024;
const longestText = 200_000;
/** HTML beyond this is left out: making text of it would hold up everything else. */
const longestHtml = 3_000_000;
/** Octets a header may have before a mail is taken for none. */
const mostHeadBytes = 256 * 1024;

/**
 * Reads a mail as it comes in. Each attachment is handed over while it comes, and what is not read of it is passed over: of
 * a mail of any size only its texts are in memory.
 *
 * @throws Error when the stream breaks, or what it brings is no mail.
 */
export async function readMessage(
  source: Readable,
  onAttachment: (attachment: IncomingAttachment) => Promise<void>,
): Promise<MessageContent> {
  const tap = new HeadTap();
  const parser = new MailParser({
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: longestHtml,
    keepDeliveryStatus: true,
  });
  const incoming: { content?: Readable } = {};
  const fed = pipeline(source, (pieces: AsyncIterable<Buffer>) => tap.pass(pieces), parser).catch(
    (error: Error) => {
      // Whoever reads the attachment that was coming in would wait for ever.
      incoming.content?.destroy(error);
      throw error;
    },
  );
  let text = '';
  const read = async (): Promise<void> => {
    for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (part.type === 'text') {
        text = (typeof part.text === 'string' ? part.text : '').slice(0, longestText);
        continue;
      }
      const content = part.content as Readable;
      incoming.content = content;
      await onAttachment({ name: part.filename ?? '', mediaType: part.contentType, content });
      // What was not read of it must still go by.
      if (!content.readableEnded) for await (const _ of content);
      part.release?.();
    }
  };
  await Promise.all([fed, read()]);
  return { head: tap.head, text, bodyHash: tap.bodyHash, bytes: tap.bytes };
}

/** Lets the octets through, keeps the header and hashes what comes behind it. */
class HeadTap {
  bytes = 0;
  readonly #hash = createHash('sha256');
  #head: Buffer | undefined;
  #pending: Buffer = Buffer.alloc(0);
  #digest: string | undefined;

  get head(): string {
    return (this.#head ?? this.#pending).subarray(0, longestHead).toString('utf8');
  }

  get bodyHash(): string {
    this.#digest ??= this.#hash.digest('hex');
    return this.#digest;
  }

  async *pass(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      this.bytes += piece.length;
      if (this.#head === undefined) this.#lookForBody(piece);
      else this.#hash.update(piece);
      yield piece;
    }
  }

  #lookForBody(piece: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, piece]);
    const end = this.#pending.indexOf('\r\n\r\n');
    if (end === -1) {
      if (this.#pending.length > mostHeadBytes) throw new Error('the header of a mail does not end');
      return;
    }
    this.#head = this.#pending.subarray(0, end + 2);
    this.#hash.update(this.#pending.subarray(end + 4));
    this.#pending = Buffer.alloc(0);
  }
}
