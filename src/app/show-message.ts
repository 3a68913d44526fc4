import { GestandError } from '../base/error.ts';
import type { MessageId } from '../base/ids.ts';
import { type ProposedKind, proposedKinds } from '../mail/proposed-kinds.ts';
import { readCase } from '../store/case-file.ts';
import {
  type Message,
  type MessageContent,
  markLookedAt,
  readMessage,
  readMessageContent,
} from '../store/message.ts';
import { listAttachments, type MessageAttachment, openAttachment } from '../store/message-attachment.ts';
import type { StoreContext } from './context.ts';
import { actorName, permit } from './permissions.ts';

/** A message for whoever decides on it. With `content` it holds personal data: it is shown, and neither kept nor logged. */
export interface ShownMessage {
  readonly message: Message;
  readonly reference: string | null;
  /** Undefined when it was not asked for, or is no longer kept. */
  readonly content: MessageContent | undefined;
  readonly attachments: readonly MessageAttachment[];
  readonly proposed: readonly ProposedKind[];
}

/**
 * Shows a message; with its text it counts as looked at.
 *
 * @throws GestandError `not-found`
 */
export async function showMessage(
  { actor, store }: StoreContext,
  { id, text }: { readonly id: MessageId; readonly text: boolean },
): Promise<ShownMessage> {
  permit(actor, 'show-message');
  const message = await knownMessage({ store }, id);
  const content = await readMessageContent(store, id);
  const file = message.caseId === null ? undefined : await readCase(store, message.caseId);
  if (text) await markLookedAt(store, [id], actorName(actor));
  return {
    message,
    reference: file?.reference ?? null,
    content: text ? content : undefined,
    attachments: await listAttachments(store, id),
    proposed: content === undefined ? [] : proposedKinds(`${content.subject}\n${content.text}`),
  };
}

/**
 * An attachment, a piece at a time. Whether it is harmful nobody looked.
 *
 * @throws GestandError `not-found`; `gone` when it was not kept.
 */
export async function openMessageAttachment(
  { actor, store }: StoreContext,
  { id, ordinal }: { readonly id: MessageId; readonly ordinal: number },
): Promise<{ readonly attachment: MessageAttachment; readonly content: AsyncGenerator<Buffer> }> {
  permit(actor, 'show-message');
  await knownMessage({ store }, id);
  const attachment = (await listAttachments(store, id)).find((each) => each.ordinal === ordinal);
  if (attachment === undefined)
    throw new GestandError(
      'not-found',
      `Message ${id} has no attachment ${ordinal}. See "gestand messages show".`,
    );
  if (attachment.setAside !== null)
    throw new GestandError(
      'gone',
      `That attachment was not kept (${attachment.setAside}). It is in the mailbox.`,
    );
  return { attachment, content: openAttachment(store, { messageId: id, ordinal }) };
}

/** @throws GestandError `not-found` */
export async function knownMessage({ store }: Pick<StoreContext, 'store'>, id: MessageId): Promise<Message> {
  const message = await readMessage(store, id);
  if (message === undefined || message.state === 'arriving')
    throw new GestandError('not-found', `There is no message ${id}. See "gestand messages".`);
  return message;
}
