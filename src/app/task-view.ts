import { legalDateOf } from '../base/clock.ts';
import type { CaseId } from '../base/ids.ts';
import type { Language, Localised } from '../domain/language.ts';
import { manualSource } from '../plan/by-hand.ts';
import { purposeNames, purposesText } from '../plan/explain-gate.ts';
import type { GatePlan, Plan } from '../plan/plan.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { freedPurposes, stopsThatStay } from '../policy/freed-uses.ts';
import { stoppedPurposes } from '../policy/may-use.ts';
import type { ManualSource, Policy } from '../policy/policy.ts';
import { readCase, readContact } from '../store/case-file.ts';
import { listMarksOfCase, standingMarks } from '../store/person-mark.ts';
import { readPlan } from '../store/plan-record.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import { readRun } from '../store/run.ts';
import type { StoreScope } from '../store/store.ts';
import type { Task } from '../store/task.ts';

/** A task as an officer sees it: nothing of the person it is about. */
export interface ViewedTask {
  readonly task: Task;
  /** Of the case; null for a plan that no case asked for. */
  readonly reference: string | null;
  readonly system: Localised;
  readonly owner: ManualSource['owner'] | null;
  readonly instructions: Localised | null;
  readonly dueOn: Temporal.PlainDate;
  /** Until that day; negative when it has passed. */
  readonly daysLeft: number;
}

/** In the words of the policy that the plan was made with. */
export async function viewTask(store: StoreScope, policy: Policy, task: Task): Promise<ViewedTask> {
  const file = task.caseId === null ? undefined : await readCase(store, task.caseId);
  const { plan, policy: then } = await plannedWith(store, policy, task);
  const system = then.sources.find(({ id }) => id === task.source);
  const manual = manualSource(then, task.source);
  const dueOn = Temporal.PlainDate.from(task.dueOn);
  return {
    task,
    reference: file?.reference ?? null,
    system: system?.name ?? { nl: task.source, en: task.source },
    owner: manual?.owner ?? null,
    instructions:
      plan?.kind === 'gate' && plan.change === 'lift'
        ? await toLift(store, then, { plan, caseId: task.caseId })
        : instructionsOf(task, { plan, policy: then, manual }),
    dueOn,
    daysLeft: legalDateOf(store.clock.now()).until(dueOn).days,
  };
}

interface Planned {
  readonly plan: Plan | undefined;
  readonly policy: Policy;
}

function instructionsOf(
  { asks }: Task,
  { plan, policy, manual }: Planned & { readonly manual: ManualSource | undefined },
): Localised | null {
  if (asks === 'access') return manual?.instructions.access ?? null;
  if (asks === 'erase') return manual?.instructions.erasure ?? null;
  if (asks === 'rectify') return manual?.instructions.rectification ?? toCorrect;
  if (plan?.kind !== 'gate') return null;
  const [nl, en] = [purposesText(plan, policy, 'nl'), purposesText(plan, policy, 'en')];
  return {
    nl: `Gebruik de gegevens van deze persoon niet meer voor: ${nl}. Bewaar ze wel.`,
    en: `Do not use this person’s data for: ${en}. Do keep them.`,
  };
}

/** What may be used again there, and what another request of the person keeps stopped as things stand now. */
async function toLift(
  store: StoreScope,
  policy: Policy,
  { plan, caseId }: { readonly plan: GatePlan; readonly caseId: CaseId | null },
): Promise<Localised> {
  const ids = new Set(plan.marks.map(({ id }) => id));
  const marks = caseId === null ? [] : await listMarksOfCase(store, caseId);
  const lifted = marks.filter(({ id }) => ids.has(id));
  const contact = caseId === null ? undefined : await readContact(store, caseId);
  const standing = contact === undefined ? [] : await standingMarks(store, provenIdentities(contact));
  const others = standing.filter(({ id }) => !ids.has(id));
  const freed = lifted.flatMap((mark) => freedPurposes(policy, mark, others));
  const staying = stopsThatStay(policy, lifted, others).flatMap(({ mark, scope }) =>
    stoppedPurposes(policy, { kind: mark.kind, scope }).map(({ id }) => id),
  );
  const say = (purposes: readonly string[], language: Language) => purposeNames(policy, purposes, language);
  const again = {
    nl: `U mag de gegevens van deze persoon weer gebruiken voor: ${say(freed, 'nl')}.`,
    en: `You may use this person’s data again for: ${say(freed, 'en')}.`,
  };
  if (staying.length === 0) return again;
  const stays = {
    nl: `Een ander verzoek houdt dit nog gestopt, of een deel ervan: ${say(staying, 'nl')}.`,
    en: `Another request still keeps this stopped, or a part of it: ${say(staying, 'en')}.`,
  };
  return freed.length === 0 ? stays : { nl: `${again.nl} ${stays.nl}`, en: `${again.en} ${stays.en}` };
}

const toCorrect: Localised = {
  nl: 'Verbeter daar wat bij deze taak staat, en laat al het andere zoals het is.',
  en: 'Correct there what this task names, and leave everything else as it is.',
};

/** The plan of a task, and the policy that it was made with. */
async function plannedWith(store: StoreScope, policy: Policy, task: Task): Promise<Planned> {
  const run = await readRun(store, task.runId);
  const plan = run === undefined ? undefined : (await readPlan(store, run.planId))?.plan;
  if (plan === undefined || plan.policyHash === policy.hash) return { plan, policy };
  const version = await readPolicyVersion(store, plan.policyHash);
  const then = version === undefined ? null : compilePolicy('policy.yaml', version.yaml).policy;
  return { plan, policy: then ?? policy };
}
