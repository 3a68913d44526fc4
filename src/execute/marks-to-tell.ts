import type { Identity } from '../domain/identity.ts';
import type { NoticeDeed, NoticeScope } from '../domain/notice.ts';
import type { MarkKind } from '../domain/use-mark.ts';
import type { Told } from '../notices/tell-recipients.ts';
import type { GatePlan } from '../plan/plan.ts';
import { stoppedPurposes } from '../policy/may-use.ts';
import type { Policy } from '../policy/policy.ts';
import type { PersonMark } from '../store/person-mark.ts';
import type { CurrentRun } from './current-run.ts';

const deedOf: Readonly<Record<MarkKind, NoticeDeed>> = {
  restricted: 'restriction',
  objected: 'objection',
  withdrawn: 'withdrawal',
};

/** What the recipients of data are to be told of marks that were set, upheld or lifted (art. 18, 19, 21, 28(3)(e)). */
export function marksToTell(
  { policy, caseFile, held }: Pick<CurrentRun, 'policy' | 'caseFile' | 'held'>,
  change: GatePlan['change'],
  { marks, identities }: { readonly marks: readonly PersonMark[]; readonly identities: readonly Identity[] },
): readonly Told[] {
  return marks.map((mark) => ({
    policy,
    caseFile,
    runId: held.id,
    deed: change === 'lift' ? 'restriction-lifted' : change === 'uphold' ? 'objection' : deedOf[mark.kind],
    scope: scopeToTell(policy, mark),
    identities,
  }));
}

/** Nobody is told to stop what goes on: of a mark on all purposes or on marketing, those that it stops. */
function scopeToTell(policy: Policy, mark: Pick<PersonMark, 'kind' | 'scope'>): NoticeScope {
  const { purposes, categories, recipients } = mark.scope;
  const stopped = typeof purposes === 'string' ? stoppedPurposes(policy, mark).map(({ id }) => id) : purposes;
  return { purposes: stopped, categories, recipients };
}
