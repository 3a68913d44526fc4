import { randomBytes } from 'node:crypto';
import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { PlanId, RunId } from '../base/ids.ts';
import { queuePlan } from '../execute/run-steps.ts';
import { planErase } from '../plan/plan-erase.ts';
import { sealPlan } from '../plan/seal.ts';
import { clearRows } from '../store/erased-row.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { approvePlan, keepPlan } from '../store/plan-record.ts';
import { withTransaction } from '../store/transaction.ts';
import { requireMaps } from './connect-sources.ts';
import type { Dispatch, SourcesContext, StoreContext } from './context.ts';
import type { FoundReturn, SourceLook } from './find-erased.ts';
import { bindingsOf } from './find-person.ts';
import { lookForErased } from './look-for-erased.ts';
import { countPlan, erasureCounts, type MadePlan } from './make-plan.ts';
import { actorName, permit } from './permissions.ts';

export interface ReturnedPeople {
  readonly looks: readonly SourceLook[];
  /** The rows of one person each. */
  readonly people: readonly (readonly FoundReturn[])[];
  /** Rows of which somebody must say first whose they are. */
  readonly unclear: readonly FoundReturn[];
  /** What would be done; null when nobody is back. */
  readonly made: MadePlan | null;
}

export interface ReErasing {
  /** Sources by id; left out: all of them. */
  readonly sources?: readonly string[];
  /** Codes of unclear rows that an officer says are of whom was erased. */
  readonly again?: readonly string[];
  /** Codes of unclear rows that an officer says are of new people. */
  readonly fresh?: readonly string[];
}

/**
 * Looks for people who were erased and are back, after a backup was restored, and makes the plan that erases exactly
 * their rows. Whoever came back of their own accord is left alone, and of whom it cannot be told nothing is guessed. An
 * officer's word that rows are of new people is kept.
 *
 * @throws GestandError `not-found` for a source that the policy does not name; `bad-input` for a code that is none of an
 * unclear row; `drifted`; `source-unreachable`.
 */
export async function findReturned(
  context: StoreContext & SourcesContext,
  { sources, again = [], fresh = [] }: ReErasing,
): Promise<ReturnedPeople> {
  permit(context.actor, 're-erase');
  refuseUnknown(context, sources ?? []);
  const looks = await lookForErased(context, sources);
  const unclear = looks.flatMap((look) => look.unclear);
  const none = [...again, ...fresh].find((code) => !unclear.some((row) => row.code === code));
  if (none !== undefined)
    throw new GestandError(
      'bad-input',
      `${none} is none of the rows that were found. Look again without it.`,
    );
  await keepWord(
    context,
    unclear.filter(({ code }) => fresh.includes(code)),
  );
  const said = new Set([...again, ...fresh]);
  const rows = [...looks.flatMap(({ back }) => back), ...unclear.filter(({ code }) => again.includes(code))];
  const people = peopleOf(rows);
  return {
    looks,
    people,
    unclear: unclear.filter(({ code }) => !said.has(code)),
    made: people.length === 0 ? null : await planFor(context, people, sources),
  };
}

/**
 * Approves what was shown and puts it in the queue. The ground is the erasure that was approved before: which ones, stands
 * in the ledger beside who says now that it is done again.
 */
export async function reErase(
  context: StoreContext & { readonly dispatch: Dispatch },
  { made, people }: { readonly made: MadePlan } & Pick<ReturnedPeople, 'people'>,
): Promise<{ readonly planId: PlanId; readonly runId: RunId }> {
  const { actor, store } = context;
  permit(actor, 're-erase');
  const by = actorName(actor);
  const { plan, bindings, sealedHash, counts } = made;
  const grounds = [...new Set(people.flat().map(({ runId }) => runId))];
  const queued = await withTransaction(store, async (inside) => {
    const { id: planId } = await keepPlan(inside, { plan, sealedHash, bindings });
    const rows = counts.reduce((sum, each) => sum + each.rows, 0);
    await appendLedgerEntry(inside, {
      kind: 'plan-sealed',
      subjects: { planId },
      detail: { sealedHash, plan: plan.kind, on: plan.on, policyHash: plan.policyHash, rows },
    });
    await approvePlan(inside, planId, { sealedHash, approvedBy: by });
    await appendLedgerEntry(inside, {
      kind: 'plan-approved',
      subjects: { planId },
      detail: {
        sealedHash,
        by,
        reason: 'returned-after-erasure',
        erasedBefore: grounds.slice(0, mostGrounds),
        erasures: grounds.length,
      },
    });
    return { planId, runId: (await queuePlan(inside, planId)).id };
  });
  await context.dispatch(queued.runId);
  return queued;
}

/** Ids of an entry of the ledger; it has a longest length. */
const mostGrounds = 100;

function refuseUnknown({ policy }: SourcesContext, named: readonly string[]): void {
  const known = policy.sources.map(({ id }) => id);
  const unknown = named.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new GestandError('not-found', `There is no source ${unknown}. There are: ${known.join(', ')}.`);
}

async function keepWord({ store, actor }: StoreContext, rows: readonly FoundReturn[]): Promise<void> {
  if (rows.length === 0) return;
  await withTransaction(store, async (inside) => {
    const by = actorName(actor);
    await clearRows(inside, rows, by);
    for (const [source, its] of Map.groupBy(rows, (row) => row.source))
      await appendLedgerEntry(inside, {
        kind: 'return-cleared',
        subjects: { source },
        detail: { rows: its.length, by },
      });
  });
}

/** Rows that share an identity that was erased, or that were erased as one person's, are one person's. */
function peopleOf(rows: readonly FoundReturn[]): readonly (readonly FoundReturn[])[] {
  const groupOf = new Map<string, readonly FoundReturn[]>();
  for (const row of rows) {
    const tied = new Set(row.ties.flatMap((tie) => groupOf.get(tie) ?? []));
    const group = [...tied, row];
    for (const tie of group.flatMap(({ ties }) => ties)) groupOf.set(tie, group);
  }
  return [...new Set(groupOf.values())];
}

/** The parts of a plan: sources with rows of them, and those where it goes by hand. */
async function planFor(
  context: StoreContext & SourcesContext,
  people: readonly (readonly FoundReturn[])[],
  only: readonly string[] | undefined,
): Promise<MadePlan> {
  const { policy, store, sources } = context;
  const all = people.flat();
  const maps = (await requireMaps(context)).filter(
    ({ source, kind }) =>
      all.some((row) => row.source === source) || (kind === 'manual' && (only?.includes(source) ?? true)),
  );
  const rows = people.flatMap((its, person) => its.map((row) => ({ ...row, person })));
  const bindings = bindingsOf(rows, maps, randomBytes(16).toString('hex'));
  const on = legalDateOf(store.clock.now());
  const plan = planErase(policy, maps, { people: people.length, on });
  const counts = erasureCounts(await countPlan(sources, plan, bindings));
  return { plan, bindings, sealedHash: sealPlan(plan, bindings), counts };
}
