import { present } from '../base/assert.ts';
import { legalDateOf } from '../base/clock.ts';
import type { MailId } from '../base/ids.ts';
import { writeLetter } from '../report/letters/write-letter.ts';
import type { Manifest } from '../report/portability/manifest.ts';
import { decideInbound, type InboundTransfer } from '../store/inbound-transfer.ts';
import { keepKnownSender } from '../store/known-sender.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { queueMail } from '../store/outbox-mail.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import type { PolicyContext } from './context.ts';
import { acceptedDays, manifestOf, requireInbound } from './inbound-view.ts';
import { actorName, permit } from './permissions.ts';

/**
 * Accepts what another controller handed over. From now on its sender is known by this key; and the person is told, because
 * their data came from somebody else (GDPR art. 14). Nothing is written into any source: what is in it an officer fetches.
 *
 * @throws GestandError not-found; conflict when it was decided before; gone when it is no longer kept.
 */
export async function acceptTransfer(context: PolicyContext, id: string): Promise<InboundTransfer> {
  const { actor, store } = context;
  permit(actor, 'decide-transfer');
  const inbound = await requireInbound(store, id);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const manifest = await manifestOf(inside, inbound);
    const decided = await decideInbound(inside, inbound.id, {
      state: 'accepted',
      by,
      reason: null,
      told: true,
    });
    await keepKnownSender(inside, { ...inbound.sender, decidedBy: by });
    const mailId = await tellPerson({ ...context, store: inside }, decided, manifest);
    await tellLedger(inside, decided, { by });
    await appendLedgerEntry(inside, {
      kind: 'letter-sent',
      subjects: { transferId: inbound.id, mailId },
      detail: { letter: 'transfer-received', state: 'queued' },
    });
    return decided;
  });
}

/**
 * Refuses what came in: it is removed. Nobody is written to: the address in it is only what the sender said.
 *
 * @throws GestandError not-found; conflict when it was decided before.
 */
export async function refuseTransfer(
  { actor, store }: Pick<PolicyContext, 'actor' | 'store'>,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<InboundTransfer> {
  permit(actor, 'decide-transfer');
  const inbound = await requireInbound(store, id);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const decided = await decideInbound(inside, inbound.id, { state: 'refused', by, reason, told: false });
    await tellLedger(inside, decided, { by });
    return decided;
  });
}

export async function tellLedger(
  inside: StoreScope,
  { id, state }: InboundTransfer,
  { by }: { readonly by: string },
): Promise<void> {
  await appendLedgerEntry(inside, {
    kind: 'transfer-decided',
    subjects: { transferId: id },
    detail: { state, by },
  });
}

function tellPerson(
  { store, policy, publicUrl }: PolicyContext,
  { id, sender, receivedAt, decidedAt }: InboundTransfer,
  { person, language, reference, categories, counts }: Manifest,
): Promise<MailId> {
  const on = legalDateOf(store.clock.now());
  const keptUntil = legalDateOf(Temporal.Instant.from(decidedAt ?? receivedAt)).add({ days: acceptedDays });
  const { subject, text, html } = writeLetter(
    {
      kind: 'transfer-received',
      sender: { name: sender.name, address: sender.address, reference },
      receivedOn: legalDateOf(Temporal.Instant.from(receivedAt)).toString(),
      categories: categories.map(({ name }) => name),
      rows: counts.rows,
      keptUntil: keptUntil.toString(),
      statementLink: `${publicUrl}${language === 'nl' ? '' : `/${language}`}/privacy`,
    },
    { controller: policy.controller, language, reference: id, on: on.toString() },
  );
  return queueMail(store, { to: present(person, 'whose data it is').email, subject, text, html });
}
