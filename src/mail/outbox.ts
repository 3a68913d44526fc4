import type { Clock } from '../base/clock.ts';
import type { MailId } from '../base/ids.ts';
import type { Log } from '../base/log.ts';
import type { Delivery, Mailer, OutgoingMail } from './mailer.ts';

/** What delivery needs of the store: a mail is claimed, tried outside any transaction, and settled. */
export interface Outbox {
  /**
   * Queued mails whose next attempt is due, and claimed ones whose claim ran out (their worker died). Counts the
   * attempt, so that a mail that kills its worker runs out of attempts too.
   */
  claim(options: { readonly limit: number; readonly claimSeconds: number }): Promise<readonly ClaimedMail[]>;
  markSent(mail: ClaimedMail, how: 'sent' | 'kept'): Promise<void>;
  /** `nextAttemptAt` null: given up. */
  markFailed(
    mail: ClaimedMail,
    failure: { readonly code: string; readonly nextAttemptAt: Temporal.Instant | null },
  ): Promise<void>;
}

export interface ClaimedMail extends OutgoingMail {
  /** From 1: the attempt that this claim is. */
  readonly attempt: number;
}

export interface DeliveryDeps {
  readonly outbox: Outbox;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DeliveryCounts {
  readonly sent: number;
  readonly deferred: number;
  readonly failed: number;
}

/** After this many attempts, spread over about three days, a mail is given up and shown as failed. */
export const maxAttempts = 16;

const firstDelaySeconds = 60;
const longestDelaySeconds = 12 * 60 * 60;

/** Longer than one attempt can take: all of the mailer's timeouts one after the other. */
const claimSeconds = 5 * 60;

/**
 * One round of the outbox: claims at most `limit` mails that are due, tries each once, and settles it. Several
 * workers may do this at the same time. A mail may go out twice when a worker dies between the server's answer
 * and the commit; its Message-ID is then the same.
 */
export async function deliverOutbox(
  deps: DeliveryDeps,
  { limit }: { readonly limit: number },
): Promise<DeliveryCounts> {
  const counts = { sent: 0, deferred: 0, failed: 0 };
  let claimed = 0;
  // One claim a mail: its time then covers one attempt, not the queue before it.
  while (claimed < limit) {
    const [mail] = await deps.outbox.claim({ limit: 1, claimSeconds });
    if (mail === undefined) break;
    claimed++;
    const started = deps.clock.now();
    const delivery = await deps.mailer.send(mail);
    const outcome = await settle(deps, mail, delivery);
    counts[outcome]++;
    logAttempt(deps, mail, { delivery, outcome, started });
    // The other mails would meet the same closed door, and lose an attempt to it.
    if (delivery.kind === 'unreachable') break;
  }
  return counts;
}

/** Seconds to wait after that many attempts: a minute, doubled each time, at most twelve hours. */
export function retryDelaySeconds(attempt: number): number {
  return Math.min(firstDelaySeconds * 2 ** (attempt - 1), longestDelaySeconds);
}

async function settle(
  { outbox, clock }: DeliveryDeps,
  mail: ClaimedMail,
  delivery: Delivery,
): Promise<keyof DeliveryCounts> {
  switch (delivery.kind) {
    case 'sent':
    case 'kept':
      await outbox.markSent(mail, delivery.kind);
      return 'sent';
    case 'deferred':
    case 'unreachable': {
      const again = mail.attempt < maxAttempts;
      const nextAttemptAt = again ? clock.now().add({ seconds: retryDelaySeconds(mail.attempt) }) : null;
      await outbox.markFailed(mail, { code: delivery.code, nextAttemptAt });
      return again ? 'deferred' : 'failed';
    }
    case 'refused':
      await outbox.markFailed(mail, { code: delivery.code, nextAttemptAt: null });
      return 'failed';
  }
}

function logAttempt(
  { log, clock }: DeliveryDeps,
  mail: { readonly id: MailId; readonly attempt: number },
  result: {
    readonly delivery: Delivery;
    readonly outcome: keyof DeliveryCounts;
    readonly started: Temporal.Instant;
  },
): void {
  log(result.outcome === 'sent' ? 'info' : 'warn', 'mail attempted', {
    reference: mail.id,
    attempt: mail.attempt,
    state: result.delivery.kind,
    ...('code' in result.delivery ? { code: result.delivery.code } : {}),
    durationMs: Math.round(clock.now().since(result.started).total('milliseconds')),
  });
}
