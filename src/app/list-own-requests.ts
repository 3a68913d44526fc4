import { legalDateOf } from '../base/clock.ts';
import { findCasesByEmail } from '../store/case-file.ts';
import type { OwnRequests } from './app-services.ts';
import type { PolicyContext } from './context.ts';
import { sessionOf, useOnce } from './open-app-request.ts';
import { permit } from './permissions.ts';
import { viewRequest } from './request-view.ts';
import { refusedSession, type SessionReader } from './session-token.ts';

/** The requests made from the address of whoever is signed in at the organisation's app; the newest first. */
export async function listOwnRequests(
  context: PolicyContext,
  { readSession, token }: { readonly readSession: SessionReader | null; readonly token: string },
): Promise<OwnRequests> {
  const { actor, store } = context;
  permit(actor, 'list-own-requests');
  const session = await sessionOf(context, readSession, token);
  if (session?.kind === 'refused') return session;
  if (session === null) return refusedSession('malformed');
  if (!(await useOnce(store, session))) return refusedSession('used-before');
  const requests = [];
  for (const file of await findCasesByEmail(store, session.email)) {
    const unproven = file.state === 'received' || file.state === 'identity';
    const { state } = await viewRequest(store, file);
    requests.push({
      reference: file.reference,
      kind: file.kind,
      state: unproven ? ('identity' as const) : state,
      receivedOn: legalDateOf(Temporal.Instant.from(file.receivedAt)),
      dueOn: Temporal.PlainDate.from(file.legalDate),
    });
  }
  return { kind: 'listed', requests };
}
