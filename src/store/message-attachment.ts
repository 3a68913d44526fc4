import { GestandError } from '../base/error.ts';
import type { MessageId } from '../base/ids.ts';
import { decrypt, decryptText, encrypt, encryptText } from './encryption.ts';
import type { SetAsideReason } from './mailbox-tables.ts';
import type { StoreScope } from './store.ts';

export interface MessageAttachment {
  /** From 0, in the order of the mail. */
  readonly ordinal: number;
  /** Why it is not kept; null: it is. */
  readonly setAside: SetAsideReason | null;
  /** Null when it is not kept: a name can say as much as what it names. */
  readonly name: string | null;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Where an attachment goes while it comes in. */
export interface AttachmentPlace {
  readonly messageId: MessageId;
  readonly ordinal: number;
}

const pieceBytes = 256 * 1024;

/** Keeps an attachment piece by piece, encrypted, as it comes in; nothing more of it is in memory than a piece. */
export class AttachmentWriter {
  bytes = 0;
  readonly #scope: StoreScope;
  readonly #place: AttachmentPlace;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #pieces = 0;

  constructor(scope: StoreScope, place: AttachmentPlace) {
    this.#scope = scope;
    this.#place = place;
  }

  async write(content: Buffer): Promise<void> {
    this.bytes += content.length;
    this.#pending.push(content);
    this.#pendingBytes += content.length;
    if (this.#pendingBytes >= pieceBytes) await this.#flush();
  }

  /** It is whole: from now on it belongs to its mail. */
  async keep({ name, mediaType }: { readonly name: string; readonly mediaType: string }): Promise<void> {
    if (this.#pendingBytes > 0) await this.#flush();
    const { messageId, ordinal } = this.#place;
    await this.#describe({
      set_aside: null,
      name: encryptText(this.#scope.keys, name, nameBoundTo(messageId, ordinal)),
      media_type: mediaType,
      chunk_count: this.#pieces,
    });
  }

  /** It is not kept: what is here of it goes. */
  async setAside(reason: SetAsideReason, { mediaType }: { readonly mediaType: string }): Promise<void> {
    const { db, organisationId } = this.#scope;
    const { messageId, ordinal } = this.#place;
    await db
      .deleteFrom('message_chunk')
      .where('organisation_id', '=', organisationId)
      .where('message_id', '=', messageId)
      .where('attachment', '=', ordinal)
      .execute();
    await this.#describe({ set_aside: reason, name: null, media_type: mediaType, chunk_count: 0 });
  }

  async #flush(): Promise<void> {
    const { db, organisationId, keys } = this.#scope;
    const { messageId, ordinal } = this.#place;
    const piece = this.#pieces++;
    const plain = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    await db
      .insertInto('message_chunk')
      .values({
        organisation_id: organisationId,
        message_id: messageId,
        attachment: ordinal,
        ordinal: piece,
        content: encrypt(keys.encryption, plain, pieceBoundTo(this.#place, piece)),
      })
      .execute();
  }

  async #describe(columns: {
    readonly set_aside: SetAsideReason | null;
    readonly name: Buffer | null;
    readonly media_type: string;
    readonly chunk_count: number;
  }): Promise<void> {
    await this.#scope.db
      .insertInto('message_attachment')
      .values({
        organisation_id: this.#scope.organisationId,
        message_id: this.#place.messageId,
        ordinal: this.#place.ordinal,
        byte_count: this.bytes,
        ...columns,
      })
      .execute();
  }
}

export async function listAttachments(
  scope: StoreScope,
  messageId: MessageId,
): Promise<readonly MessageAttachment[]> {
  const rows = await scope.db
    .selectFrom('message_attachment')
    .select(['ordinal', 'set_aside', 'name', 'media_type', 'byte_count'])
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', '=', messageId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    setAside: row.set_aside,
    name: row.name === null ? null : decryptText(scope.keys, row.name, nameBoundTo(messageId, row.ordinal)),
    mediaType: row.media_type,
    bytes: row.byte_count,
  }));
}

/** An attachment, a piece at a time. @throws GestandError `gone` when it is not whole any more. */
export async function* openAttachment(scope: StoreScope, place: AttachmentPlace): AsyncGenerator<Buffer> {
  const { messageId, ordinal } = place;
  const { chunk_count: pieces } = await scope.db
    .selectFrom('message_attachment')
    .select('chunk_count')
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', '=', messageId)
    .where('ordinal', '=', ordinal)
    .executeTakeFirstOrThrow();
  for (let piece = 0; piece < pieces; piece++) {
    const row = await scope.db
      .selectFrom('message_chunk')
      .select('content')
      .where('organisation_id', '=', scope.organisationId)
      .where('message_id', '=', messageId)
      .where('attachment', '=', ordinal)
      .where('ordinal', '=', piece)
      .executeTakeFirst();
    if (row === undefined)
      throw new GestandError('gone', `Attachment ${ordinal} of message ${messageId} is not whole any more.`);
    yield decrypt(scope.keys.encryption, row.content, pieceBoundTo(place, piece));
  }
}

function nameBoundTo(messageId: MessageId, ordinal: number): string {
  return `message_attachment.name:${messageId}:${ordinal}`;
}

function pieceBoundTo({ messageId, ordinal }: AttachmentPlace, piece: number): string {
  return `message_chunk.content:${messageId}:${ordinal}:${piece}`;
}
