import { canonicalJson, type Json } from '../base/canonical-json.ts';
import { legalDateOf } from '../base/clock.ts';
import type { CaseId } from '../base/ids.ts';
import { answerOnce } from '../store/repeatable-answer.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { useTokenOnce } from '../store/used-token.ts';
import type { AppOpened, AppRequest, RefusedSession, RequestMistake } from './app-services.ts';
import { mandateMistake } from './check-mandate.ts';
import { mistakesIn } from './check-wish.ts';
import { actingAs, type PolicyContext } from './context.ts';
import { openRequest } from './open-request.ts';
import { refusedSession, type Session, type SessionReader } from './session-token.ts';

/** What came of it, with the case when its plan can be made. */
export interface AppOpening {
  readonly opened: AppOpened;
  readonly caseId: CaseId | null;
}

type Opened = Extract<AppOpened, { readonly kind: 'opened' }>;

/**
 * Opens a request from the organisation's own app. With a session that a key of the app signed, who asks is proven at once; without
 * one a code is mailed, as on the pages. Nothing of it is kept when any of it cannot be taken.
 */
export async function openAppRequest(
  context: PolicyContext,
  { readSession, request }: { readonly readSession: SessionReader | null; readonly request: AppRequest },
): Promise<AppOpening> {
  const session = await sessionOf(context, readSession, request.sessionToken);
  if (session?.kind === 'refused') return { opened: session, caseId: null };
  const work = async (store: StoreScope) => {
    const opening = await openOnce({ ...context, store }, session, request);
    return { answer: toJson(opening), final: opening.opened.kind === 'opened' };
  };
  const { idempotencyKey, clientKey } = request;
  if (idempotencyKey === null)
    return fromJson((await withTransaction(context.store, work)).answer, { repeated: false });
  // Who tries again has another token of the same session.
  const asked = { ...request, sessionToken: session && [session.keyId, session.email] };
  const answered = await answerOnce(
    context.store,
    { key: `${clientKey}\n${idempotencyKey}`, asked: canonicalJson(asked as unknown as Json) },
    work,
  );
  if (answered.kind === 'other-request') return { opened: { kind: 'key-reused' }, caseId: null };
  return fromJson(answered.answer, answered);
}

async function openOnce(
  context: PolicyContext,
  session: Session | null,
  request: AppRequest,
): Promise<AppOpening> {
  const mistakes = requestMistakes(context, request, session);
  const email = session?.email ?? request.email;
  if (mistakes.length > 0 || email === null) return { opened: { kind: 'mistakes', mistakes }, caseId: null };
  if (session !== null && !(await useOnce(context.store, session)))
    return { opened: refusedSession('used-before'), caseId: null };
  const opened = await openRequest(session === null ? context : actingAs(context, { kind: 'system' }), {
    wish: request.wish,
    channel: 'app',
    email,
    customerNumber: request.customerNumber,
    language: request.language,
    clientKey: request.clientKey,
    ...(request.onBehalfOf === null ? {} : { onBehalfOf: request.onBehalfOf }),
    ...(session === null ? {} : { proof: 'signed-session', vouched: session.identities }),
  });
  if (opened.kind === 'too-many') return { opened, caseId: null };
  const { reference, token } = opened;
  const state = opened.state === 'identity' ? 'identity' : 'taken-up';
  return {
    opened: { kind: 'opened', reference, state, token, repeated: false },
    caseId: opened.state === 'in-progress' ? opened.caseId : null,
  };
}

/** Who an app says is signed in; null: nobody says so. */
export async function sessionOf(
  { store }: Pick<PolicyContext, 'store'>,
  readSession: SessionReader | null,
  token: string | null,
): Promise<Session | RefusedSession | null> {
  if (token === null) return null;
  if (readSession === null)
    return {
      kind: 'refused',
      because: 'no-keys',
      detail:
        'This installation takes no session tokens: it has no keys of apps. Whoever runs it sets GESTAND_APP_KEYS_FILE.',
    };
  return readSession(token, store.clock.now());
}

/** False when the token was used before. */
export function useOnce(store: StoreScope, { tokenId, expiresAt }: Session): Promise<boolean> {
  return useTokenOnce(store, { id: tokenId, expiresAt: expiresAt.toString() });
}

function requestMistakes(
  { policy, store }: PolicyContext,
  request: AppRequest,
  session: Session | null,
): readonly RequestMistake[] {
  const { email, wish, customerNumber, onBehalfOf } = request;
  const written = { wish, customerNumber, ...(onBehalfOf === null ? {} : { onBehalfOf }) };
  const mistakes: RequestMistake[] = [...mistakesIn(policy, written)];
  const mistake =
    onBehalfOf === null ? null : mandateMistake(wish.kind, onBehalfOf, legalDateOf(store.clock.now()));
  if (mistake !== null) mistakes.push({ path: ['onBehalfOf'], mistake });
  if (session === null && email === null) mistakes.push({ path: ['email'], mistake: 'email-missing' });
  if (session !== null && email !== null && email.toLowerCase() !== session.email.toLowerCase())
    mistakes.push({ path: ['email'], mistake: 'email-not-vouched' });
  return mistakes;
}

// What is remembered is an opened request; anything else is only handed through.
function toJson(opening: AppOpening): Json {
  return opening as unknown as Json;
}

function fromJson(answer: Json, { repeated }: { readonly repeated: boolean }): AppOpening {
  const { opened, caseId } = answer as unknown as AppOpening;
  return opened.kind === 'opened'
    ? { opened: { ...opened, repeated } satisfies Opened, caseId }
    : { opened, caseId };
}
