import type { CaseId, NoticeId, RunId } from '../base/ids.ts';
import { type Identity, identityKey } from '../domain/identity.ts';
import { type NoticeDeed, type NoticeScope, scopeCovers } from '../domain/notice.ts';
import type { Correction, Scope } from '../domain/wish.ts';
import { noticeDeadline } from '../law/deadlines.ts';
import type { Policy } from '../policy/policy.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { type Disclosure, endDisclosures, findDisclosures } from '../store/disclosure.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { makeNotice, noticesOfCase } from '../store/notice.ts';
import type { StoreScope } from '../store/store.ts';
import { type ConcernedRecipient, concernedRecipients, unknowingRecipients } from './concerned-recipients.ts';

/** What was done to somebody's data. */
export interface Told {
  readonly policy: Policy;
  /** Null when no case asked for it. */
  readonly caseFile: { readonly id: CaseId } | null;
  /** The run that did it, when a run did. */
  readonly runId?: RunId;
  readonly deed: NoticeDeed;
  readonly scope: NoticeScope;
  /** Whom it was done for, in every form in which we knew them. */
  readonly identities: readonly Identity[];
  /** Of several people at once: what was done for each, and by what each is known. Left out: it was done for one. */
  readonly each?: readonly ToldPerson[];
  /** Of a rectification: what was wrong, and what it is now. */
  readonly corrections?: readonly Correction[];
}

export interface ToldPerson {
  /** Of the people of the plan. */
  readonly person: number;
  readonly scope: NoticeScope;
  readonly identities: readonly Identity[];
}

export interface ToldRecipient {
  readonly noticeId: NoticeId;
  /** An id of the policy. */
  readonly recipient: string;
  readonly name: string;
}

/**
 * Lets every recipient concerned be told what was done (GDPR art. 19; objections and withdrawals are carried out by
 * processors, art. 28(3)(e)). Belongs in the transaction in which it was done: then it is told exactly when it happened.
 * Letters and calls go out afterwards, see `send-notices.ts`. What the same case told a recipient before is not told again.
 */
export async function tellRecipients(inside: StoreScope, told: Told): Promise<readonly ToldRecipient[]> {
  const { caseFile, deed, corrections = [] } = told;
  const parts = await partsOf(inside, told);
  const dueOn = noticeDeadline(inside.clock.now()).toString();
  const before = caseFile === null ? [] : await noticesOfCase(inside, caseFile.id);
  const result: ToldRecipient[] = [];
  for (const concerned of concernedBy(told, parts)) {
    const { id: recipient, name, way, identities, scope } = concerned;
    const known = before.find(
      (notice) =>
        notice.recipient === recipient &&
        notice.deed === deed &&
        // A correction is another one each time.
        corrections.length === 0 &&
        scopeCovers(notice.scope.purposes, scope.purposes) &&
        scopeCovers(notice.scope.categories, scope.categories),
    );
    if (known !== undefined) {
      result.push({ noticeId: known.id, recipient, name });
      continue;
    }
    const notice = await makeNotice(inside, {
      caseId: caseFile?.id ?? null,
      runId: told.runId ?? null,
      recipient,
      deed,
      scope,
      way,
      dueOn,
      people: { identities, corrections },
    });
    await recordNotice(inside, told, { ...concerned, noticeId: notice.id, dueOn });
    result.push({ noticeId: notice.id, recipient, name });
  }
  if (deed === 'erasure') for (const part of parts) await forget(inside, told, part);
  return result;
}

/** Who would be told of it now, as ids of the policy. */
export async function recipientsToTell(scope: StoreScope, told: Told): Promise<readonly string[]> {
  return concernedBy(told, await partsOf(scope, told)).map(({ id }) => id);
}

/** Who has data of them without knowing whose, by name: they are told of nobody (art. 11, 19). */
export async function namesOfUnknowing(scope: StoreScope, told: Told): Promise<readonly string[]> {
  const all = (await partsOf(scope, told)).flatMap((part) => unknowingRecipients({ ...told, ...part }));
  return [...new Set(all.map(({ name }) => name))];
}

/** Something that was done in one way, for people who are known by the same. */
interface Part extends Omit<ToldPerson, 'person'> {
  readonly disclosures: readonly Disclosure[];
}

async function partsOf(scope: StoreScope, told: Told): Promise<readonly Part[]> {
  const { each } = told;
  if (each === undefined) return [{ ...told, disclosures: await findDisclosures(scope, told.identities) }];
  const all = await findDisclosures(
    scope,
    each.flatMap(({ identities }) => identities),
  );
  const known = Map.groupBy(all, ({ identity }) => (identity === null ? '' : identityKey(identity)));
  return each.map(({ scope: done, identities }) => ({
    scope: done,
    identities,
    disclosures: identities.flatMap((identity) => known.get(identityKey(identity)) ?? []),
  }));
}

/** Nobody is told of people they do not have: of several, each recipient is told of those whom it concerns. */
function concernedBy(told: Told, parts: readonly Part[]): readonly ConcernedRecipient[] {
  const all = parts.flatMap((part) => concernedRecipients({ ...told, ...part }));
  const order = [...told.policy.recipients.keys()];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...Map.groupBy(all, ({ id }) => id).values()]
    .flatMap((its) => {
      const [first] = its;
      if (first === undefined) return [];
      const identities = its.flatMap((one) => one.identities);
      return [
        {
          ...first,
          identities: [...new Map(identities.map((each) => [identityKey(each), each])).values()],
          scope: {
            purposes: together(its.map(({ scope }) => scope.purposes)),
            categories: together(its.map(({ scope }) => scope.categories)),
            recipients: together(its.map(({ scope }) => scope.recipients)),
          },
        },
      ];
    })
    .toSorted((a, b) => place(a.id) - place(b.id));
}

function together(scopes: readonly Scope[]): Scope {
  const ids: string[] = [];
  for (const scope of scopes) {
    if (scope === 'all') return scope;
    ids.push(...scope);
  }
  return scopes.length === 1 ? ids : [...new Set(ids)].sort();
}

async function recordNotice(
  inside: StoreScope,
  { caseFile, runId, deed }: Told,
  { noticeId, id: recipient, way, dueOn }: ConcernedRecipient & { noticeId: NoticeId; dueOn: string },
): Promise<void> {
  const facts = { deed, way, dueOn };
  if (caseFile !== null)
    await appendCaseEvent(inside, caseFile.id, {
      kind: 'notice-made',
      actor: 'system',
      detail: { noticeId, recipient, ...facts },
    });
  await appendLedgerEntry(inside, {
    kind: 'notice-made',
    subjects: {
      noticeId,
      recipient,
      ...(caseFile === null ? {} : { caseId: caseFile.id }),
      ...(runId === undefined ? {} : { runId }),
    },
    detail: facts,
  });
}

// Of who is erased our own register says no longer who it was.
async function forget(inside: StoreScope, { caseFile }: Told, { scope, disclosures }: Part): Promise<void> {
  const gone = disclosures.filter(({ categories }) => scopeCovers(scope.categories, categories));
  await endDisclosures(
    inside,
    gone.map(({ id }) => id),
    caseFile?.id ?? null,
  );
}
