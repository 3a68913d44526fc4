import { legalDateOf } from '../base/clock.ts';
import type { IdentityProof } from '../domain/identity-proof.ts';
import {
  extendedDeadline,
  type IdentityPause,
  type MonthDeadline,
  pausedDeadline,
} from '../law/deadlines.ts';
import type { CaseEvent } from '../store/case-event.ts';
import { type CaseFile, moveCase, readContact, renewAccessToken } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { queueLetter, statusLink } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import { requestKinds } from './request-kind.ts';

/**
 * Goes on with a case after the doubt about who asks was removed. Its legal date moves by the days that this took (EDPB Guidelines
 * 01/2022, on art. 12(6)); the date to plan on stays. Call it in the transaction that proves it.
 *
 * @returns the token of the new link.
 */
export async function resumeCase(
  context: Pick<PolicyContext, 'policy' | 'publicUrl'> & { readonly store: StoreScope },
  { file, events }: { readonly file: CaseFile; readonly events: readonly CaseEvent[] },
  { proof, actor }: { readonly proof: IdentityProof; readonly actor: string },
): Promise<string> {
  const { store, policy, publicUrl } = context;
  const now = store.clock.now();
  const legalDate = pausedDeadline(
    baseDeadline(file, events),
    pausesOf(events, now),
    now,
  ).legalDate.toString();
  await moveCase(store, file.id, {
    from: ['identity'],
    to: 'in-progress',
    actor,
    detail: { proof, legalDate },
    legalDate,
    identityAsked: false,
  });
  await appendLedgerEntry(store, {
    kind: 'identity-proven',
    subjects: { caseId: file.id },
    detail: { by: proof, state: 'in-progress' },
  });
  const { reference, language } = file;
  const token = await renewAccessToken(store, file.id);
  const contact = await readContact(store, file.id);
  if (contact !== undefined)
    await queueLetter(
      { store, policy },
      { file, to: contact.email },
      {
        kind: 'request-received',
        request: file.kind,
        receivedOn: legalDateOf(Temporal.Instant.from(file.receivedAt)).toString(),
        legalDate,
        statusLink: statusLink(publicUrl, { reference, token, language }),
      },
    );
  return token;
}

function baseDeadline({ kind, receivedAt }: CaseFile, events: readonly CaseEvent[]): MonthDeadline {
  const received = Temporal.Instant.from(receivedAt);
  return events.some((event) => event.kind === 'extended')
    ? extendedDeadline(received)
    : requestKinds[kind].deadline(received);
}

/** From each doubt to when the case went on; the last one to now. */
function pausesOf(events: readonly CaseEvent[], now: Temporal.Instant): readonly IdentityPause[] {
  return events
    .filter(({ kind }) => kind === 'identity-doubted')
    .map(({ ordinal, at }) => {
      const went = events.find((later) => later.ordinal > ordinal && later.kind === 'in-progress');
      return {
        askedAt: Temporal.Instant.from(at),
        answeredAt: went === undefined ? now : Temporal.Instant.from(went.at),
      };
    });
}
