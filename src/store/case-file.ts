import { randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import { type CaseId, newId } from '../base/ids.ts';
import type { CaseKind } from '../domain/case-file.ts';
import { caseStanding } from '../domain/case-standing.ts';
import type { CaseState, CaseStateBefore } from '../domain/case-state.ts';
import { type Identity, normaliseIdentity } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import type { Channel, Wish, WishOf } from '../domain/wish.ts';
import type { LedgerSubjects } from '../ledger/entry.ts';
import { appendCaseEvent } from './case-event.ts';
import { appendReasonedEvent } from './case-reason.ts';
import { isReference, newReference } from './case-reference.ts';
import { decryptText, encryptText, hashIdentity } from './encryption.ts';
import { appendLedgerEntry } from './ledger-entry.ts';
import { publicKeyOfLink } from './link-key.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

/** A case without the person in it: whose it is stands encrypted beside it, see {@link readContact}. */
export interface CaseFile {
  readonly id: CaseId;
  /** What is said on the telephone: `GS-2026-7K3M9`. */
  readonly reference: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly language: Language;
  readonly channel: Channel;
  readonly receivedAt: string;
  /** The day we aim at, before the law's. */
  readonly safeDate: string;
  /** The last day the law allows (GDPR art. 12(3)). */
  readonly legalDate: string;
  /** Since when somebody is asked to say more of who they are (GDPR art. 12(6)); null: nobody is. */
  readonly identityAskedAt: string | null;
  /** The earlier case that answers this one too, while it is `joined`. */
  readonly joinedTo: CaseId | null;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
}

export interface Contact {
  readonly email: string;
  /** As the person wrote it: not proven, and so nothing is looked up by it. */
  readonly customerNumber?: string;
  /** What an app of the organisation vouched for beside the address. */
  readonly vouched?: readonly Identity[];
  /** Whom it is about, when somebody asks for somebody else: then the address is the representative's. */
  readonly onBehalfOf?: OnBehalfOf;
}

export interface NewCase extends Pick<CaseFile, 'language' | 'channel' | 'safeDate' | 'legalDate'> {
  /** What is asked: the kind of the case is that of the wish. */
  readonly wish: Wish;
  readonly contact: Contact;
  /** When it came in, if that was earlier than now. */
  readonly receivedAt?: string;
  /** Who opened it: `person`, or the id of a member of staff. */
  readonly actor: string;
}

export interface OpenedCase {
  readonly file: CaseFile;
  /** What the link to the status page carries. Only its hash is kept, so this is the one time it is seen. */
  readonly accessToken: string;
}

const referenceAttempts = 20;

/** Opens a case with its first event and its entry in the ledger. */
export async function openCase(scope: StoreScope, wanted: NewCase): Promise<OpenedCase> {
  const id: CaseId = newId('case', scope.clock.now());
  const accessToken = newAccessToken();
  return withTransaction(scope, async (inside) => {
    const file = await insertCase(inside, id, { ...wanted, accessToken });
    await appendCaseEvent(inside, id, { kind: 'received', actor: wanted.actor, detail: {} });
    const { kind, channel, legalDate } = file;
    await appendLedgerEntry(inside, {
      kind: 'case-opened',
      subjects: { caseId: id },
      detail: { kind, channel, legalDate, by: wanted.actor },
    });
    return { file, accessToken };
  });
}

/**
 * Brings a case to another state, with the event and the entry of the ledger that say so. Moves that the table of
 * transitions does not have do not compile.
 *
 * @throws GestandError conflict when the case is not in one of the states `from`; not-found when there is none.
 */
export async function moveCase<To extends CaseState>(
  scope: StoreScope,
  id: CaseId,
  move: {
    readonly from: readonly CaseStateBefore<To>[];
    readonly to: To;
    readonly actor: string;
    /** Ids, counts and states for the timeline and the ledger; no personal data. */
    readonly detail?: Readonly<Record<string, Json>>;
    /** What else the entry of the ledger is about: the run that answered it. */
    readonly subjects?: LedgerSubjects;
    /** What somebody wrote about it; kept encrypted beside the event. */
    readonly reason?: string;
    /** The new last day, when it is extended (art. 12(3), second sentence) or was paused, and the new one to aim at. */
    readonly legalDate?: string;
    readonly safeDate?: string;
    /** It waits, or no longer, for somebody to say more of who they are. */
    readonly identityAsked?: boolean;
    /** The earlier case that answers it from now on, or none any more. */
    readonly joinedTo?: CaseId | null;
  },
): Promise<CaseFile> {
  const answered = move.to === 'answered' || move.to === 'refused';
  const ended = move.to === 'closed' || move.to === 'withdrawn' || move.to === 'joined';
  return withTransaction(scope, async (inside) => {
    const row = await inside.db
      .updateTable('case_file')
      .set({
        state: move.to,
        ...(answered ? { answered_at: nowOf(scope) } : {}),
        ...(ended ? { closed_at: nowOf(scope) } : {}),
        ...(move.joinedTo === undefined ? {} : { joined_to: move.joinedTo }),
        // Taken up again, it has no end any more.
        ...(move.joinedTo === null ? { closed_at: null } : {}),
        ...(move.legalDate === undefined ? {} : { legal_date: move.legalDate }),
        ...(move.safeDate === undefined ? {} : { safe_date: move.safeDate }),
        ...(move.identityAsked === undefined
          ? {}
          : { identity_asked_at: move.identityAsked ? nowOf(scope) : null }),
      })
      .where('organisation_id', '=', scope.organisationId)
      .where('case_id', '=', id)
      .where('state', 'in', move.from)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) {
      const now = await readCase(inside, id);
      throw now === undefined
        ? new GestandError('not-found', `There is no case ${id}.`)
        : new GestandError(
            'conflict',
            `${now.reference} ${caseStanding(now)}. Nothing was changed; see "gestand requests show ${now.reference}".`,
          );
    }
    const detail = move.detail ?? {};
    const event = { kind: move.to, actor: move.actor, detail };
    if (move.reason === undefined) await appendCaseEvent(inside, id, event);
    else await appendReasonedEvent(inside, id, { ...event, reason: move.reason });
    await appendLedgerEntry(inside, {
      kind: 'case-state',
      subjects: { ...move.subjects, caseId: id },
      detail: { ...detail, state: move.to, by: move.actor },
    });
    return caseFromRow(row);
  });
}

export async function readCase(scope: StoreScope, id: CaseId): Promise<CaseFile | undefined> {
  const row = await caseRows(scope).where('case_id', '=', id).executeTakeFirst();
  return row && caseFromRow(row);
}

/** The one spelling of a reference: what is counted by reference is counted by this, however it was typed. */
export function normaliseReference(text: string): string {
  return text.trim().toUpperCase();
}

/** The case somebody names on the telephone or the command line. Case and spaces do not matter. */
export async function findCaseByReference(
  scope: StoreScope,
  reference: string,
): Promise<CaseFile | undefined> {
  const wanted = normaliseReference(reference);
  // Anybody can put anything in an address, also what no text column takes.
  if (!isReference(wanted)) return undefined;
  const row = await caseRows(scope).where('reference', '=', wanted).executeTakeFirst();
  return row && caseFromRow(row);
}

/**
 * Makes a new link to the status page; the one before it opens nothing any more. This is the one time its token is
 * seen.
 */
export async function renewAccessToken(scope: StoreScope, id: CaseId): Promise<string> {
  const accessToken = newAccessToken();
  await scope.db
    .updateTable('case_file')
    .set({
      access_token_hash: sha256Hex(accessToken),
      access_public_key: publicKeyOfLink(accessToken, id),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .execute();
  return accessToken;
}

/** The case whose status page a link opens. */
export async function findCaseByToken(scope: StoreScope, accessToken: string): Promise<CaseFile | undefined> {
  const row = await caseRows(scope)
    .where('access_token_hash', '=', sha256Hex(accessToken))
    .executeTakeFirst();
  return row && caseFromRow(row);
}

/** All cases of one person, newest first, at most 100. */
export async function findCasesByEmail(scope: StoreScope, email: string): Promise<readonly CaseFile[]> {
  const rows = await caseRows(scope)
    .where('email_hash', '=', hashIdentity(scope.keys, normaliseIdentity('email', email)))
    .orderBy('received_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(caseFromRow);
}

/** Cases in some states, the most urgent first; `after` is the last one of the page before. */
export async function listCases(
  scope: StoreScope,
  page: {
    readonly states: readonly CaseState[];
    /** Those whose person was doubted after they had shown who they are: also, whatever their state, or not at all. */
    readonly doubted?: 'too' | 'not';
    readonly limit: number;
    readonly after?: Pick<CaseFile, 'legalDate' | 'id'>;
  },
): Promise<readonly CaseFile[]> {
  const { doubted } = page;
  let query = caseRows(scope)
    .where((is) =>
      doubted === 'too'
        ? is.or([is('state', 'in', page.states), is('identity_asked_at', 'is not', null)])
        : is('state', 'in', page.states),
    )
    .orderBy('legal_date')
    .orderBy('case_id')
    .limit(page.limit);
  if (doubted === 'not') query = query.where('identity_asked_at', 'is', null);
  if (page.after !== undefined)
    query = query.where(sql<boolean>`(legal_date, case_id) > (${page.after.legalDate}, ${page.after.id})`);
  return (await query.execute()).map(caseFromRow);
}

/** Who the case is about; undefined once that was removed. */
export async function readContact(scope: StoreScope, id: CaseId): Promise<Contact | undefined> {
  const row = await caseRows(scope).where('case_id', '=', id).executeTakeFirst();
  if (row === undefined || row.contact === null) return undefined;
  return JSON.parse(decryptText(scope.keys, row.contact, boundTo(id))) as Contact;
}

/** What is asked in a case; undefined once that was removed. */
export async function readWish<Kind extends CaseKind>(
  scope: StoreScope,
  { id, kind }: { readonly id: CaseId; readonly kind: Kind },
): Promise<WishOf<Kind> | undefined> {
  const row = await caseRows(scope).where('case_id', '=', id).where('kind', '=', kind).executeTakeFirst();
  if (row === undefined || row.wish === null) return undefined;
  return JSON.parse(decryptText(scope.keys, row.wish, wishBoundTo(id))) as WishOf<Kind>;
}

/** What is asked, as it was understood since: of the same kind. */
export async function rewriteWish(scope: StoreScope, id: CaseId, wish: Wish): Promise<void> {
  const row = await scope.db
    .updateTable('case_file')
    .set({ wish: encryptText(scope.keys, JSON.stringify(wish), wishBoundTo(id)) })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .where('kind', '=', wish.kind)
    .where('wish', 'is not', null)
    .returning('case_id')
    .executeTakeFirst();
  if (row === undefined) throw new GestandError('gone', `What case ${id} asked for is no longer kept.`);
}

/** Removes who the case was about and what they asked; what happened and when stays, as evidence. */
export async function removeContact(scope: StoreScope, id: CaseId): Promise<void> {
  await scope.db
    .updateTable('case_file')
    .set({ contact: null, email_hash: null, wish: null, person_hash: null })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .execute();
}

async function insertCase(
  scope: StoreScope,
  id: CaseId,
  wanted: NewCase & { readonly accessToken: string },
): Promise<CaseFile> {
  const { contact } = wanted;
  for (let attempt = 0; attempt < referenceAttempts; attempt++) {
    const row = await scope.db
      .insertInto('case_file')
      .values({
        organisation_id: scope.organisationId,
        case_id: id,
        reference: newReference(legalDateOf(scope.clock.now()).year),
        kind: wanted.wish.kind,
        state: 'received',
        language: wanted.language,
        channel: wanted.channel,
        received_at: wanted.receivedAt ?? nowOf(scope),
        safe_date: wanted.safeDate,
        legal_date: wanted.legalDate,
        contact: encryptText(scope.keys, JSON.stringify(contact), boundTo(id)),
        email_hash: hashIdentity(scope.keys, normaliseIdentity('email', contact.email)),
        wish: encryptText(scope.keys, JSON.stringify(wanted.wish), wishBoundTo(id)),
        access_token_hash: sha256Hex(wanted.accessToken),
        access_public_key: publicKeyOfLink(wanted.accessToken, id),
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'reference']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) return caseFromRow(row);
  }
  throw new GestandError('internal', `No free reference was found in ${referenceAttempts} attempts.`);
}

function newAccessToken(): string {
  return randomBytes(32).toString('base64url');
}

function boundTo(id: CaseId): string {
  return `case_file.contact:${id}`;
}

/** Where the wish of a case is encrypted for. */
export function wishBoundTo(id: CaseId): string {
  return `case_file.wish:${id}`;
}

/** The rows of cases of this organisation, for queries beside this file. */
export function caseRows(scope: StoreScope) {
  return scope.db.selectFrom('case_file').selectAll().where('organisation_id', '=', scope.organisationId);
}

export function caseFromRow(row: Selectable<Database['case_file']>): CaseFile {
  return {
    id: row.case_id as CaseId,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    language: row.language,
    channel: row.channel,
    receivedAt: row.received_at,
    safeDate: row.safe_date,
    legalDate: row.legal_date,
    identityAskedAt: row.identity_asked_at,
    joinedTo: row.joined_to as CaseId | null,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
  };
}
