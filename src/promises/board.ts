import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../base/canonical-json.ts';
import { legalTimeZone } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { newId } from '../base/ids.ts';
import type { Localised } from '../domain/language.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import { codeOf, frameOf } from '../execute/run-failure.ts';
import type { PromiseDefinition } from '../law/promises/promise-definition.ts';
import { type PromiseId, promises } from '../law/promises.ts';
import { isoDateText } from '../report/date-text.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import {
  listPromiseResults,
  type PromiseCare,
  type PromiseResult,
  recordPromiseResult,
} from '../store/promise-result.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { type Evidence, type PromiseCheck, unproven, type Verdict } from './check.ts';
import { fileOf, isChecked, promiseChecks } from './checks.ts';
import { evidenceOf, reasonOf } from './found-reason.ts';
import type { PromiseOwner } from './owner.ts';
import type { PromiseContext } from './promise-context.ts';
import { type CheckRound, checkRound } from './round.ts';

/** A promise on the board: what was promised, and how it stands today. */
export interface BoardEntry extends PromiseDefinition<PromiseId> {
  /** Who sees to it that it is kept. */
  readonly owner: PromiseOwner;
  readonly state: PromiseState;
  /** What was found and what to do, or what is missing to prove it. */
  readonly reason: Localised;
  /** The same for the public: names no table and no column. */
  readonly publicReason: Localised;
  readonly evidence: Evidence;
  /** What its check looks at; null when nothing does. */
  readonly reads: Localised | null;
  /** Null when it was never checked: where `reads` is null, because there is no check. */
  readonly checkedAt: Temporal.Instant | null;
  /** Since when it is in this state; null when nothing ever said so. */
  readonly since: Temporal.Instant | null;
  /** Who of the organisation sees to it now, while it is not kept. */
  readonly care: PromiseCare | null;
}

export interface CheckOptions {
  /** Left out: all of them. */
  readonly only?: readonly PromiseId[];
  /** What is done anew before a check is made: where that fails, so does the check. */
  readonly beforehand?: { readonly [Id in PromiseId]?: () => Promise<void> };
  /** A check that takes longer proves nothing this time. */
  readonly patienceSeconds?: number;
}

/** Checks that run at once: enough to overlap their waiting, few enough to leave the sources to their own work. */
const atOnce = 4;
const defaultPatienceSeconds = 120;

/**
 * Looks whether the promises are kept, records what was found, and returns the whole board. A check that fails makes
 * its promise unproven, with a reference that also stands in the log; it stops no other. A change of state goes into
 * the ledger with it.
 *
 * @throws GestandError store-unreachable, and what the store throws, when results cannot be recorded.
 */
export async function checkPromises(
  context: PromiseContext,
  options: CheckOptions = {},
): Promise<readonly BoardEntry[]> {
  const { only, beforehand = {}, patienceSeconds = defaultPatienceSeconds } = options;
  const round = checkRound(context);
  const wanted = promiseChecks.filter(({ id }) => only === undefined || only.includes(id));
  const waiting = wanted.values();
  const worker = async (): Promise<void> => {
    // Workers share one iterator, so each check is taken once.
    for (const check of waiting) {
      const verdict = await runCheck(round, check, { patienceSeconds, before: beforehand[check.id] });
      await record(context.store, check, verdict);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, wanted.length) }, worker));
  return readBoard(context);
}

/** Every promise, in the order of the statement, as it was last found. Evidence that is too old proves nothing. */
export async function readBoard({ store }: Pick<PromiseContext, 'store'>): Promise<readonly BoardEntry[]> {
  const results = new Map((await listPromiseResults(store)).map((result) => [result.promiseId, result]));
  const now = store.clock.now();
  return promises.map((promise) => {
    const check = fileOf(promise.id);
    const result = results.get(promise.id);
    if (!isChecked(check)) return unlooked(promise, { ...check, reason: unchecked(check.needs), result });
    return result === undefined || result.lastCheckedAt === null
      ? unlooked(promise, { ...check, reason: neverChecked, result })
      : standing(promise, check, { result, checkedAt: Temporal.Instant.from(result.lastCheckedAt), now });
  });
}

async function runCheck(
  round: CheckRound,
  check: PromiseCheck,
  {
    patienceSeconds,
    before,
  }: { readonly patienceSeconds: number; readonly before: (() => Promise<void>) | undefined },
): Promise<Verdict> {
  try {
    await before?.();
  } catch (error) {
    return failed(round, check, error);
  }
  const patience = new AbortController();
  const tooLong = async (): Promise<never> => {
    await sleep(patienceSeconds * 1000, undefined, { signal: patience.signal, ref: false });
    throw new GestandError('limit-exceeded', `The check of ${check.id} took more than ${patienceSeconds} s.`);
  };
  try {
    return await Promise.race([check.check(round), tooLong()]);
  } catch (error) {
    return failed(round, check, error);
  } finally {
    patience.abort();
  }
}

function failed({ log, store }: CheckRound, { id }: PromiseCheck, error: unknown): Verdict {
  const reference = newId('check', store.clock.now());
  const code = codeOf(error);
  const frame = frameOf(error);
  log('error', 'promise check failed', {
    promiseId: id,
    code,
    reference,
    ...(frame === undefined ? {} : { frame }),
  });
  if (code === 'drifted')
    return unproven(
      {
        nl: 'Het beleid past niet meer op een systeem, dus daarin is niet gekeken. Voer "gestand check" uit en herstel het beleid.',
        en: 'The policy no longer fits a system, so it was not looked through. Run "gestand check" and mend the policy.',
      },
      { reference, code },
      {
        nl: 'Er is niet in elk systeem gekeken, dus er is nu geen bewijs.',
        en: 'Not every system was looked through, so there is no evidence now.',
      },
    );
  return unproven(
    {
      nl: `De controle lukte niet, dus er is geen bewijs. Kenmerk in het logboek: ${reference}.`,
      en: `The check did not succeed, so there is no evidence. Reference in the log: ${reference}.`,
    },
    { reference, code },
  );
}

async function record(store: StoreScope, { id }: PromiseCheck, verdict: Verdict): Promise<void> {
  const { state, reason, publicReason = reason, evidence } = verdict;
  const detail: Json = { reason: { ...reason }, publicReason: { ...publicReason }, evidence };
  await withTransaction(store, async (inside) => {
    const { changed } = await recordPromiseResult(inside, { promiseId: id, state, detail });
    if (!changed) return;
    await appendLedgerEntry(inside, {
      kind: 'promise-checked',
      subjects: { promiseId: id },
      detail: { state },
    });
  });
}

/** What no check has found anything of: there is none, or it did not look yet. Somebody may see to it all the same. */
function unlooked(
  promise: PromiseDefinition<PromiseId>,
  {
    owner,
    reads = null,
    reason,
    result,
  }: Pick<BoardEntry, 'owner' | 'reason'> & {
    readonly reads?: Localised | null;
    readonly result: PromiseResult | undefined;
  },
): BoardEntry {
  return {
    ...promise,
    owner,
    state: 'unproven',
    reason,
    publicReason: reason,
    evidence: {},
    reads,
    checkedAt: null,
    since: result === undefined ? null : Temporal.Instant.from(result.since),
    care: result?.care ?? null,
  };
}

function unchecked(needs: Localised): Localised {
  return { nl: `Hiervoor is geen controle. ${needs.nl}`, en: `Nothing checks this. ${needs.en}` };
}

const neverChecked: Localised = {
  nl: 'Deze belofte is nog niet gecontroleerd. Zolang er geen bewijs is, telt zij niet als nagekomen.',
  en: 'This promise has not been checked yet. As long as there is no evidence it does not count as kept.',
};

function standing(
  promise: PromiseDefinition<PromiseId>,
  { owner, reads, freshForHours }: PromiseCheck,
  {
    result,
    checkedAt,
    now,
  }: {
    readonly result: PromiseResult;
    readonly checkedAt: Temporal.Instant;
    readonly now: Temporal.Instant;
  },
): BoardEntry {
  const freshUntil = checkedAt.add({ hours: freshForHours });
  const { care, detail } = result;
  const found = { ...promise, owner, reads, checkedAt, care, evidence: evidenceOf(detail) };
  if (Temporal.Instant.compare(now, freshUntil) > 0) {
    const reason = staleReason(checkedAt);
    return { ...found, state: 'unproven', reason, publicReason: reason, since: freshUntil };
  }
  return {
    ...found,
    state: result.state,
    reason: reasonOf(result.detail) ?? neverChecked,
    // A result of before there were two says too much to the public.
    publicReason: reasonOf(result.detail, 'publicReason') ?? checkAgain,
    since: Temporal.Instant.from(result.since),
  };
}

function staleReason(checkedAt: Temporal.Instant): Localised {
  const day = checkedAt.toZonedDateTimeISO(legalTimeZone).toPlainDate().toString();
  return {
    nl: `De laatste controle was op ${isoDateText(day, 'nl')}; dat is te lang geleden om iets te bewijzen. Controleer opnieuw.`,
    en: `The last check was on ${isoDateText(day, 'en')}; that is too long ago to prove anything. Check again.`,
  };
}

const checkAgain: Localised = {
  nl: 'Deze belofte wordt opnieuw gecontroleerd.',
  en: 'This promise is being checked again.',
};
