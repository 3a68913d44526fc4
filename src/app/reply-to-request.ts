import { GestandError } from '../base/error.ts';
import type { MailId } from '../base/ids.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { readContact } from '../store/case-file.ts';
import { listMessagesOfCase, markLookedAt, readMessageContent } from '../store/message.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase, wordsToPerson } from './case-in-hand.ts';
import { queueLetter } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import { actorName, permit } from './permissions.ts';

const mostMessages = 1000;

/**
 * Writes to the person of a case in the conversation they began, whatever address the last message came from. It answers nothing
 * by itself: the case stays open.
 *
 * @throws GestandError `not-found`; `bad-input` for a text that cannot be sent; `gone` when nobody knows any more whose it is.
 */
export async function replyToRequest(
  { actor, store, policy }: PolicyContext,
  { reference, text }: { readonly reference: string; readonly text: string },
): Promise<MailId> {
  permit(actor, 'reply-to-request');
  const words = wordsToPerson(text);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const file = await namedCase(inside, reference);
    const contact = await readContact(inside, file.id);
    if (contact === undefined)
      throw new GestandError('gone', `Whose case ${file.reference} was is no longer kept.`);
    const messages = await listMessagesOfCase(inside, file.id, mostMessages);
    const last = messages.findLast(({ fromContact, readable }) => fromContact && readable);
    const answers = last === undefined ? null : (await readMessageContent(inside, last.id))?.messageId;
    const mailId = await queueLetter(
      { store: inside, policy },
      { file, to: contact.email },
      { kind: 'written-reply', paragraphs: words.split(/\n{2,}/) },
      { automatic: 'no', ...(answers == null ? {} : { answers }) },
    );
    await markLookedAt(
      inside,
      messages.map(({ id }) => id),
      by,
    );
    await appendCaseEvent(inside, file.id, { kind: 'reply-sent', actor: by, detail: { mailId } });
    return mailId;
  });
}
