import type { Log } from '../base/log.ts';
import {
  claimMails,
  markMailFailed,
  markMailKept,
  markMailSent,
  type OutboxMail,
} from '../store/outbox-mail.ts';
import type { StoreScope } from '../store/store.ts';
import type { Delivery, Mailer } from './mailer.ts';

export interface DeliveryDeps {
  /** Outside any transaction: none is held while a mail server is spoken to. */
  readonly store: StoreScope;
  readonly mailer: Mailer;
  readonly log: Log;
}

export interface DeliveryCounts {
  /** Sent, or kept where there is no mail server. */
  readonly sent: number;
  readonly deferred: number;
  /** Given up: an officer must find another way to the person. */
  readonly failed: number;
}

/** After this many attempts, spread over about three days, a mail is given up and shown as failed. */
export const maxAttempts = 16;

const firstDelaySeconds = 60;
const longestDelaySeconds = 12 * 60 * 60;

/** Longer than one attempt can take: all of the mailer's timeouts one after the other. */
const leaseSeconds = 5 * 60;

/**
 * One round of the outbox: claims at most `limit` mails that are due, tries each once, and settles it. Several
 * workers may do this at the same time. A mail may go out twice when a worker dies between the server's answer
 * and the commit; its Message-ID is then the same.
 *
 * @throws GestandError `store-unreachable`.
 */
export async function deliverOutbox(
  deps: DeliveryDeps,
  { limit }: { readonly limit: number },
): Promise<DeliveryCounts> {
  const counts = { sent: 0, deferred: 0, failed: 0 };
  for (let tried = 0; tried < limit; tried++) {
    // One claim a mail: its lease then covers one attempt, not the queue before it.
    const [mail] = await claimMails(deps.store, { limit: 1, leaseSeconds });
    if (mail === undefined) break;
    const delivery = await attempt(deps, mail);
    counts[outcomeOf(delivery, mail)]++;
    // The other mails would meet the same closed door, and lose an attempt to it.
    if (delivery.kind === 'unreachable') break;
  }
  return counts;
}

/** Seconds to wait after that many attempts: a minute, doubled each time, at most twelve hours. */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(firstDelaySeconds * 2 ** (attempts - 1), longestDelaySeconds);
}

const autoSubmitted = { generated: 'auto-generated', replied: 'auto-replied', no: null } as const;

async function attempt({ store, mailer, log }: DeliveryDeps, mail: OutboxMail): Promise<Delivery> {
  const started = store.clock.now();
  const delivery = await mailer.send({
    ...mail,
    caseReference: mail.caseReference ?? null,
    answers: mail.answers ?? null,
    autoSubmitted: autoSubmitted[mail.automatic ?? 'generated'],
    queuedAt: Temporal.Instant.from(mail.queuedAt),
  });
  const outcome = outcomeOf(delivery, mail);
  switch (outcome) {
    case 'sent':
      await (delivery.kind === 'kept' ? markMailKept : markMailSent)(store, mail.id);
      break;
    case 'deferred':
      await markMailFailed(store, mail.id, retryDelaySeconds(mail.attempts));
      break;
    case 'failed':
      await markMailFailed(store, mail.id, undefined);
      break;
  }
  log(outcome === 'sent' ? 'info' : 'warn', 'mail attempted', {
    reference: mail.id,
    attempt: mail.attempts,
    state: delivery.kind === 'kept' ? 'kept' : outcome,
    ...('code' in delivery ? { code: delivery.code } : {}),
    durationMs: Math.round(store.clock.now().since(started).total('milliseconds')),
  });
  return delivery;
}

function outcomeOf(delivery: Delivery, mail: OutboxMail): keyof DeliveryCounts {
  switch (delivery.kind) {
    case 'sent':
    case 'kept':
      return 'sent';
    case 'deferred':
    case 'unreachable':
      return mail.attempts < maxAttempts ? 'deferred' : 'failed';
    case 'refused':
      return 'failed';
  }
}
