import { type Identity, identityKey } from '../domain/identity.ts';
import { type NoticeDeed, type NoticeScope, type NoticeWay, scopesMeet } from '../domain/notice.ts';
import { knownIdentities } from '../policy/known-identities.ts';
import type { Policy, Recipient } from '../policy/policy.ts';
import { receivedPart } from '../policy/received-data.ts';
import type { Disclosure } from '../store/disclosure.ts';

/** A recipient who must be told of something that was done, and by what they know whom it is about. */
export interface ConcernedRecipient {
  readonly id: string;
  readonly name: string;
  readonly way: NoticeWay;
  readonly identities: readonly Identity[];
  /** Of what was done, the part that is about data they have. */
  readonly scope: NoticeScope;
}

export interface Done {
  readonly policy: Policy;
  readonly deed: NoticeDeed;
  readonly scope: NoticeScope;
  /** Of the people it was done for. */
  readonly identities: readonly Identity[];
  /** What is recorded as disclosed of them. */
  readonly disclosures: readonly Disclosure[];
}

/** They have data of everybody whose data are used for their purposes. Others have what is recorded as disclosed. */
const alwaysReceive: ReadonlySet<Recipient['role']> = new Set([
  'processor',
  'sub-processor',
  'joint-controller',
]);

/** These stop a use of data or let it go on, and concern who has them for that use; the others are about the data, whatever they are used for. */
const aboutPurposes: ReadonlySet<NoticeDeed> = new Set([
  'objection',
  'objection-lifted',
  'withdrawal',
  'withdrawal-lifted',
]);

/**
 * Who must hear of it: those to whom the data were disclosed (art. 19), and the processors that carry it out
 * (art. 28(3)(e)). In the order of the policy; then those that are in it no longer. Nobody is told of people they do not
 * have: that would be a disclosure of its own.
 */
export function concernedRecipients(done: Done): readonly ConcernedRecipient[] {
  const { policy, disclosures } = done;
  const former = [...new Set(disclosures.map(({ recipient }) => recipient))].filter(
    (id) => !policy.recipients.has(id),
  );
  const known = [
    ...[...policy.recipients.values()].map((recipient) => ({
      id: recipient.id,
      name: recipient.name,
      way: recipient.notify?.kind ?? ('hand' as const),
      identities: knownTo(recipient, done),
    })),
    ...former.map((id) => ({
      id,
      name: id,
      way: 'hand' as const,
      identities: scopesMeet(done.scope.recipients, [id]) ? recordedFor(id, null, done) : [],
    })),
  ];
  return known.flatMap((recipient) => {
    if (recipient.identities.length === 0) return [];
    const disclosed = disclosures
      .filter((disclosure) => disclosure.recipient === recipient.id)
      .flatMap(({ categories }) => categories);
    const scope = receivedPart(policy, done.scope, { recipient: recipient.id, disclosed });
    return scope === null ? [] : [{ ...recipient, scope }];
  });
}

/**
 * Who has data of them without knowing whose: by nothing that we know them by. They cannot be told whom it is about, and are given no
 * address to find it with (art. 11, 19).
 */
export function unknowingRecipients(done: Done): readonly Pick<ConcernedRecipient, 'id' | 'name'>[] {
  const { policy, scope, identities } = done;
  if (identities.length === 0) return [];
  return [...policy.recipients.values()].filter(
    (recipient) =>
      hasDataOf(recipient, done) &&
      scopesMeet(scope.recipients, [recipient.id]) &&
      knownTo(recipient, done).length === 0 &&
      receivedPart(policy, scope, { recipient: recipient.id, disclosed: [] }) !== null,
  );
}

function knownTo(recipient: Recipient, done: Done): readonly Identity[] {
  const { policy, scope, identities } = done;
  if (!scopesMeet(scope.recipients, [recipient.id])) return [];
  const recorded = recordedFor(recipient.id, recipient.purposes, done);
  if (!hasDataOf(recipient, done)) return recorded;
  const kinds = knownIdentities(policy, recipient.purposes);
  const known = identities.filter(({ kind }) => kinds?.has(kind) ?? true);
  return once([...addressesOf(known), ...recorded]);
}

function hasDataOf({ role, purposes }: Recipient, { scope }: Done): boolean {
  return alwaysReceive.has(role) && scopesMeet(scope.purposes, purposes);
}

/** By the identities under which it was recorded: those the recipient knows. */
function recordedFor(
  id: string,
  purposes: readonly string[] | null,
  { deed, scope, disclosures }: Done,
): readonly Identity[] {
  if (aboutPurposes.has(deed) && purposes !== null && !scopesMeet(scope.purposes, purposes)) return [];
  return once(
    disclosures
      .filter(({ recipient, categories }) => recipient === id && scopesMeet(scope.categories, categories))
      .flatMap(({ identity }) => (identity === null ? [] : [identity])),
  );
}

/** No more than it takes to find them: an e-mail address; what else there is of people who have none. */
function addressesOf(identities: readonly Identity[]): readonly Identity[] {
  const emails = identities.filter(({ kind }) => kind === 'email');
  return emails.length > 0 ? emails : identities;
}

function once(identities: readonly Identity[]): readonly Identity[] {
  return [...new Map(identities.map((identity) => [identityKey(identity), identity])).values()];
}
