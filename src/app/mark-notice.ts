import { GestandError } from '../base/error.ts';
import type { NoticeId } from '../base/ids.ts';
import type { NoticeExcuse } from '../domain/notice.ts';
import { recordNoticeEvent, settle } from '../notices/settle.ts';
import { type Notice, readNotice, retryNotice } from '../store/notice.ts';
import { withTransaction } from '../store/transaction.ts';
import type { PolicyContext } from './context.ts';
import { refuseUnfitNote } from './note.ts';
import { actorName, permit } from './permissions.ts';

export interface MarkNoticeInput {
  readonly noticeId: NoticeId;
  /** `told`: they know, and confirmed it to whoever marks it. `again`: send it once more. */
  readonly outcome: 'told' | NoticeExcuse | 'again';
  /** How they confirmed it, or why it cannot be done; without personal data. Required but for `again`. */
  readonly note?: string | undefined;
}

/**
 * Writes down in the name of somebody of ours that a recipient was told, or why not: art. 19 knows two reasons, that it
 * is impossible, and that it takes a disproportionate effort. Or lets one that failed go out again.
 *
 * @throws GestandError `bad-input` without a reason; `conflict` when it had ended already, or cannot be sent; `not-found`.
 */
export async function markNotice(
  { actor, store, policy }: Pick<PolicyContext, 'actor' | 'store' | 'policy'>,
  { noticeId, outcome, note }: MarkNoticeInput,
): Promise<Notice> {
  permit(actor, 'mark-notice');
  const by = actorName(actor);
  refuseUnfitNote(note);
  if (outcome !== 'again' && (note ?? '').trim() === '')
    throw new GestandError(
      'bad-input',
      outcome === 'told'
        ? 'Say how they confirmed it: --note "confirmed by telephone by their privacy desk".'
        : 'Say why: --note "the company no longer exists".',
    );
  return withTransaction(store, async (inside) => {
    const notice = await readNotice(inside, noticeId);
    if (notice === undefined)
      throw new GestandError('not-found', `There is no notice ${noticeId}. See "gestand notices --all".`);
    if (outcome === 'again') {
      const way = policy.recipients.get(notice.recipient)?.notify?.kind;
      if (way === undefined)
        throw new GestandError(
          'conflict',
          `The policy has no address for ${notice.recipient}. Add "notify" to it, or tell them by hand.`,
        );
      if (!(await retryNotice(inside, noticeId, way)))
        throw new GestandError(
          'conflict',
          `Notice ${noticeId} is ${notice.state}; only one that failed goes out again.`,
        );
      await recordNoticeEvent(inside, notice, {
        kind: 'notice-sent',
        actor: by,
        detail: { way, again: true, by },
      });
    } else {
      const excuse = outcome === 'told' ? null : outcome;
      const done = await settle(inside, notice, { by, excuse, receipt: null, note: note ?? null });
      if (!done) throw new GestandError('conflict', `Notice ${noticeId} is ${notice.state} already.`);
    }
    return (await readNotice(inside, noticeId)) ?? notice;
  });
}
