import { GestandError } from '../base/error.ts';
import type { MessageId } from '../base/ids.ts';
import { personalDataIn } from '../ledger/personal-data-guard.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import type { CaseFile } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { type Message, type MessageOutcome, moveMessage, readMessageContent } from '../store/message.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase } from './case-in-hand.ts';
import type { PolicyContext, StoreContext } from './context.ts';
import { defaultInboxLimits } from './inbox-context.ts';
import { queueReceipt } from './message-receipt.ts';
import { languageOfMessage, openCaseForMessage, wishOfMessage } from './open-from-message.ts';
import { actorName, permit } from './permissions.ts';
import { knownMessage } from './show-message.ts';

const longestReason = 200;

/**
 * Puts a message with a case, because a member of staff sees that it belongs there. Who wrote it is told nothing by that.
 *
 * @throws GestandError `not-found`
 */
export async function joinMessage(
  context: StoreContext,
  { id, reference }: { readonly id: MessageId; readonly reference: string },
): Promise<CaseFile> {
  const { actor, store } = context;
  permit(actor, 'decide-message');
  const message = await knownMessage(context, id);
  const file = await namedCase(store, reference);
  await withTransaction(store, (inside) => put({ ...context, store: inside }, message, file, 'officer'));
  return file;
}

/**
 * Opens a case for a message, with the clock from when the mail server took it in, and tells who wrote it. A message that is in a
 * case leaves that for its own.
 *
 * @throws GestandError `not-found`; `conflict` when nobody can be answered, or its text is no longer kept.
 */
export async function openMessage(
  context: PolicyContext,
  { id }: { readonly id: MessageId },
): Promise<CaseFile> {
  const { actor, store } = context;
  permit(actor, 'decide-message');
  const message = await knownMessage(context, id);
  const content = await readMessageContent(store, id);
  if (content === undefined)
    throw new GestandError(
      'conflict',
      `What was in message ${id} is no longer kept. Open a request by hand.`,
    );
  const { sender } = content;
  if (sender === null)
    throw new GestandError(
      'conflict',
      `Message ${id} names nobody to answer. Find out who wrote it, and open a request by hand.`,
    );
  return withTransaction(store, async (inside) => {
    const within = { ...context, store: inside };
    const language = languageOfMessage(content);
    const receivedAt = Temporal.Instant.from(message.receivedAt);
    const opened = await openCaseForMessage(within, {
      wish: wishOfMessage(content),
      language,
      sender,
      receivedAt,
      actor: actorName(actor),
    });
    await put(within, message, opened.file, 'officer');
    await queueReceipt(within, {
      to: sender,
      language,
      receivedAt,
      messageId: content.messageId,
      opened,
      notTakenIn: [],
      mostBytes: defaultInboxLimits.mostBytes,
    });
    return opened.file;
  });
}

/**
 * Says that a message is no request, and why. It stays in the mailbox.
 *
 * @throws GestandError `not-found`; `bad-input` for a reason that is missing, too long or names somebody.
 */
export async function dismissMessage(
  context: StoreContext,
  { id, reason }: { readonly id: MessageId; readonly reason: string },
): Promise<void> {
  const { actor, store } = context;
  permit(actor, 'decide-message');
  const message = await knownMessage(context, id);
  const why = reason.trim();
  if (why === '' || why.length > longestReason)
    throw new GestandError(
      'bad-input',
      `Say why in at most ${longestReason} characters: --reason "an invoice".`,
    );
  const found = personalDataIn(why);
  if (found !== null)
    throw new GestandError('bad-input', `The reason holds what looks like ${found}. Say why, not of whom.`);
  await withTransaction(store, async (inside) => {
    await move(
      inside,
      message,
      { state: 'dismissed', reason: why, caseId: null, fromContact: false },
      actorName(actor),
    );
  });
}

async function put(
  { actor, store }: StoreContext,
  message: Message,
  file: CaseFile,
  by: string,
): Promise<void> {
  const who = actorName(actor);
  await move(
    store,
    message,
    { state: 'joined', reason: null, caseId: file.id, fromContact: message.fromContact },
    who,
  );
  await appendCaseEvent(store, file.id, {
    kind: 'message-received',
    actor: who,
    detail: { messageId: message.id, state: 'joined', by },
  });
}

async function move(store: StoreScope, message: Message, outcome: MessageOutcome, by: string): Promise<void> {
  const { id, caseId: before } = message;
  const moved = await moveMessage(store, id, {
    ...outcome,
    from: ['unmatched', 'joined', 'automatic', 'dismissed'],
    by,
  });
  if (!moved)
    throw new GestandError(
      'conflict',
      `Message ${id} was only counted and is not here. It is in the mailbox.`,
    );
  if (before !== null && before !== outcome.caseId)
    await appendCaseEvent(store, before, { kind: 'message-moved', actor: by, detail: { messageId: id } });
  await appendLedgerEntry(store, {
    kind: 'message-moved',
    subjects: { messageId: id, ...(outcome.caseId === null ? {} : { caseId: outcome.caseId }) },
    detail: { state: outcome.state, by },
  });
}
