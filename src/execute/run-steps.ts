import { GestandError } from '../base/error.ts';
import type { PlanId } from '../base/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { type PlanRecord, readPlan } from '../store/plan-record.ts';
import { listRunsOfPlan, queueRun, type Run, type StepWanted } from '../store/run.ts';
import type { StoreScope } from '../store/store.ts';

/** What a step does; the part of its name before the colon. */
export type StepKind =
  | 'ask'
  | 'await'
  | 'package'
  | 'pack'
  | 'push'
  | 'identify'
  | 'erase'
  | 'rectify'
  | 'verify'
  | 'record'
  | 'notify'
  | 'mark'
  | 'look'
  | 'settle';

/**
 * The steps of a plan, in the order in which they run.
 *
 * Access is one step: the key of a package exists in memory alone until the letter with its link is in the outbox,
 * so that package and letter are there together or not at all. An erasure first notes by what its people are
 * recognised, because afterwards no source can tell.
 *
 * What goes straight to another party is packed, then pushed; the package after it is for the person, when that did not work.
 *
 * Marks that are set also hold for whatever else their person is known by, so that too is noted first.
 *
 * What a person does is asked of them first, and waited for when everything else is done that does not need it.
 */
export function stepsOf(plan: Plan): readonly StepWanted[] {
  const step = (kind: StepKind, source: string): StepWanted => ({ name: `${kind}:${source}`, source });
  const each = (kind: StepKind) =>
    plan.sources.flatMap(({ source, byHand }) => (byHand === undefined ? [step(kind, source)] : []));
  const byHand = (kind: StepKind) =>
    plan.sources.flatMap((part) => (part.byHand === undefined ? [] : [step(kind, part.source)]));
  if (plan.kind === 'access') return [...byHand('ask'), ...byHand('await'), { name: 'package', source: '' }];
  if (plan.kind === 'export') {
    const direct = plan.to.kind === 'receiver' ? ['pack', 'push'] : [];
    return [...direct, 'package'].map((name) => ({ name, source: '' }));
  }
  if (plan.kind === 'rectify')
    return [
      ...byHand('ask'),
      ...each('rectify'),
      ...each('verify'),
      ...byHand('await'),
      { name: 'record', source: '' },
      { name: 'notify', source: '' },
    ];
  if (plan.kind === 'gate')
    return [
      ...(plan.change === 'set' ? [{ name: 'identify', source: '' }] : []),
      ...byHand('ask'),
      ...each('mark'),
      ...each('look'),
      // What was stopped is told at once: that somebody still has to do it elsewhere is no reason to wait.
      { name: 'settle', source: '' },
      ...byHand('await'),
    ];
  return [
    { name: 'identify', source: '' },
    ...byHand('ask'),
    ...each('erase'),
    ...each('verify'),
    ...byHand('await'),
    { name: 'record', source: '' },
    { name: 'notify', source: '' },
  ];
}

export function stepKindOf(name: string): StepKind {
  const [kind] = name.split(':');
  switch (kind) {
    case 'ask':
    case 'await':
    case 'package':
    case 'pack':
    case 'push':
    case 'identify':
    case 'erase':
    case 'rectify':
    case 'verify':
    case 'record':
    case 'notify':
    case 'mark':
    case 'look':
    case 'settle':
      return kind;
    default:
      throw new GestandError('conflict', 'A step of this run is not known to this version of Gestand.');
  }
}

/**
 * Puts an approved plan in the queue. A plan that waits or runs already is not queued again: its run is returned.
 *
 * @throws GestandError not-found; not-approved; bad-input when nobody could receive what the plan makes.
 */
export async function queuePlan(scope: StoreScope, planId: PlanId): Promise<Run> {
  const record = await readPlan(scope, planId);
  if (record === undefined) throw new GestandError('not-found', `There is no plan ${planId}.`);
  refuseUndeliverable(record);
  const open = (await listRunsOfPlan(scope, planId)).find(({ state }) => state !== 'failed');
  return open ?? queueRun(scope, planId, stepsOf(record.plan));
}

/** @throws GestandError bad-input */
export function refuseUndeliverable({ id, plan, caseId }: Pick<PlanRecord, 'id' | 'plan' | 'caseId'>): void {
  if (plan.kind !== 'erase' && (plan.people !== 1 || caseId === null))
    throw new GestandError(
      'bad-input',
      `Plan ${id} cannot be delivered: a package is made for one person, in a case. Plan it from a request.`,
    );
  if (plan.kind === 'rectify' && caseId === null)
    throw new GestandError(
      'bad-input',
      `Plan ${id} has no case to keep what it changes with. Plan it from a request.`,
    );
}
