import { legalDateOf } from '../base/clock.ts';
import type { CaseId } from '../base/ids.ts';
import { findPackage } from '../store/package-file.ts';
import type { StoreScope } from '../store/store.ts';
import { listTransfersOfCase } from '../store/transfer.ts';
import { authenticatePerson } from './authenticate-person.ts';
import { actingAs, type PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
import type {
  PackageSummary,
  RequestState,
  RequestStatus,
  RequestStatusInput,
  TransferSummary,
} from './portal-services.ts';
import { showPlan, timelineOf, viewRequest } from './request-view.ts';
import { toldRecipients } from './told-recipients.ts';

/** What a person may know of their request; null when the link does not open one. */
export async function requestStatus(
  context: PolicyContext,
  input: RequestStatusInput,
): Promise<RequestStatus | null> {
  const { store } = context;
  const proven = await authenticatePerson(store, input);
  if (proven === null) return null;
  const { file } = proven;
  permit(actingAs(context, { kind: 'person', caseId: file.id }).actor, 'request-status');
  const view = await viewRequest(store, file);
  // What would have been done is nobody's business any more when it will not be.
  const ended = view.state === 'withdrawn' || view.state === 'refused' || view.state === 'joined';
  const plan = ended ? undefined : await showPlan(context, view, input.language);
  const foundNothing = plan?.foundNothing ?? false;
  const everythingKept = plan?.everythingKept ?? false;
  return {
    reference: file.reference,
    kind: file.kind,
    state: view.state,
    receivedOn: legalDateOf(Temporal.Instant.from(file.receivedAt)),
    dueOn: Temporal.PlainDate.from(file.legalDate),
    timeline: timelineOf(view, { erases: !foundNothing && !everythingKept }),
    planSentences: plan?.deeds ?? [],
    foundNothing,
    everythingKept,
    kept: plan?.kept ?? [],
    package: await packageOf(store, proven.packageToken),
    transfer: await transferOf(store, file.id),
    recipients: await toldRecipients(context, file.id),
    mayWithdraw: withdrawable.has(view.state),
  };
}

/** As long as nobody has begun to carry it out. */
const withdrawable: ReadonlySet<RequestState> = new Set(['verified', 'planned', 'taken-up', 'approved']);

async function transferOf(store: StoreScope, caseId: CaseId): Promise<TransferSummary | null> {
  const [newest] = await listTransfersOfCase(store, caseId);
  if (newest === undefined) return null;
  const { receiver, state, endedAt, digest } = newest;
  return {
    name: receiver.name,
    address: receiver.address,
    state: state === 'delivered' || state === 'failed' ? state : 'under-way',
    endedAt: endedAt === null ? null : Temporal.Instant.from(endedAt),
    digest,
  };
}

async function packageOf(store: StoreScope, token: string | null): Promise<PackageSummary | null> {
  const found = token === null ? undefined : await findPackage(store, token);
  if (found === undefined) return null;
  return {
    sizeBytes: found.byteCount,
    expiresAt: Temporal.Instant.from(found.expiresAt),
    downloads: found.downloads,
  };
}
