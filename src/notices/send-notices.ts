import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { Log } from '../base/log.ts';
import { maxAttempts, retryDelaySeconds } from '../mail/outbox.ts';
import type { Policy, RecipientAddress } from '../policy/policy.ts';
import { writeRecipientLetter } from '../report/recipients/recipient-letter.ts';
import {
  claimNotice,
  deferNotice,
  markNoticeSent,
  type Notice,
  noticeToken,
  readNoticePeople,
} from '../store/notice.ts';
import { queueMail } from '../store/outbox-mail.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import type { RecipientCaller } from './call-recipient.ts';
import { callContent, letterContent, type NoticeParts } from './notice-content.ts';
import { languageOfNotices, noticeLink } from './notice-link.ts';
import { leaveToDesk, recordNoticeEvent, settle } from './settle.ts';

export interface NoticeContext {
  /** Outside any transaction: none is held while a recipient is called. */
  readonly store: StoreScope;
  readonly policy: Policy;
  /** The address people see, without a slash at the end. */
  readonly publicUrl: string;
  /** @throws GestandError `bad-configuration` when it is not set. */
  readonly secretValue: (name: string) => string;
  readonly call: RecipientCaller;
  readonly log: Log;
}

/** Longer than one call can take. */
const leaseSeconds = 5 * 60;
const longestAskedSeconds = 24 * 60 * 60;

/**
 * One round: claims at most `limit` notices that are to go out, and tries each once. A letter enters the outbox in the
 * transaction that says so. A call may be made twice when a worker dies between the answer and the commit; its id is then
 * the same, and who receives it takes it for one. Returns how many were tried.
 *
 * @throws GestandError `store-unreachable`.
 */
export async function sendNotices(
  context: NoticeContext,
  { limit }: { readonly limit: number },
): Promise<number> {
  for (let tried = 0; tried < limit; tried++) {
    const notice = await claimNotice(context.store, { ways: ['email', 'api'], leaseSeconds });
    if (notice === undefined) return tried;
    await send(context, notice);
  }
  return limit;
}

/** As the policy of today says: who has moved since it was made is told at the new address. */
async function send(context: NoticeContext, notice: Notice): Promise<void> {
  const { store, policy } = context;
  const recipient = policy.recipients.get(notice.recipient);
  const people = await readNoticePeople(store, notice.id);
  if (recipient?.notify == null || people === null) {
    await withTransaction(store, (inside) => leaveToDesk(inside, notice, 'no-address'));
    return;
  }
  const parts: NoticeParts = { policy, recipient, notice, people };
  const { notify } = recipient;
  if (notify.kind === 'email') await sendLetter(context, parts, { to: notify.email, again: false });
  else await callOnce(context, parts, notify);
}

/** Puts the letter of a notice in the outbox, or the reminder of it. */
export async function sendLetter(
  { store, policy, publicUrl }: Pick<NoticeContext, 'store' | 'policy' | 'publicUrl'>,
  parts: NoticeParts,
  { to, again }: { readonly to: string; readonly again: boolean },
): Promise<void> {
  const { notice } = parts;
  const language = languageOfNotices(policy);
  const link = noticeLink(publicUrl, noticeToken(store, notice.id), language);
  const written = writeRecipientLetter(letterContent(parts, { language, link, again }), {
    controller: policy.controller,
    language,
    reference: notice.id,
    on: legalDateOf(store.clock.now()).toString(),
  });
  await withTransaction(store, async (inside) => {
    const mailId = await queueMail(inside, { to, ...written, caseReference: notice.id });
    if (!again) await markNoticeSent(inside, notice.id, mailId);
    await recordNoticeEvent(inside, notice, {
      kind: 'notice-sent',
      actor: 'system',
      detail: { way: 'email', again },
    });
  });
}

async function callOnce(
  context: NoticeContext,
  parts: NoticeParts,
  { url, secret }: Extract<RecipientAddress, { readonly kind: 'api' }>,
): Promise<void> {
  const { store, log } = context;
  const { notice } = parts;
  const key = keyOf(context, secret);
  const at = store.clock.now();
  const outcome =
    key === null
      ? ({ kind: 'deferred', code: 'no-key', seconds: null } as const)
      : await context.call({ url, key, noticeId: notice.id, at, content: callContent(parts) });
  await withTransaction(store, async (inside) => {
    switch (outcome.kind) {
      case 'receipt':
        await settle(inside, notice, { by: 'recipient', excuse: null, receipt: outcome.id, note: null });
        return;
      case 'refused':
        await leaveToDesk(inside, notice, outcome.code);
        return;
      case 'deferred': {
        const { code } = outcome;
        if (notice.attempts >= maxAttempts) await leaveToDesk(inside, notice, code);
        else await deferNotice(inside, notice.id, { code, seconds: pauseOf(notice, outcome.seconds) });
      }
    }
  });
  log(outcome.kind === 'receipt' ? 'info' : 'warn', 'recipient called', {
    noticeId: notice.id,
    attempt: notice.attempts,
    state: outcome.kind,
    ...('code' in outcome ? { code: outcome.code } : {}),
  });
}

function pauseOf({ attempts }: Notice, asked: number | null): number {
  return Math.max(retryDelaySeconds(attempts), Math.min(asked ?? 0, longestAskedSeconds));
}

/** Null: the setting is not there. It may be tomorrow, and the desk sees why it waits. */
function keyOf({ secretValue }: NoticeContext, name: string): string | null {
  try {
    return secretValue(name);
  } catch (error) {
    if (error instanceof GestandError && error.code === 'bad-configuration') return null;
    throw error;
  }
}
