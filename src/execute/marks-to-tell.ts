import type { Identity } from '../domain/identity.ts';
import type { NoticeDeed, NoticeScope } from '../domain/notice.ts';
import type { MarkKind, MarkScope } from '../domain/use-mark.ts';
import type { Told } from '../notices/tell-recipients.ts';
import type { GatePlan } from '../plan/plan.ts';
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
  return marks.map(({ kind, scope }) => ({
    policy,
    caseFile,
    runId: held.id,
    deed: change === 'lift' ? 'restriction-lifted' : change === 'uphold' ? 'objection' : deedOf[kind],
    scope: scopeOf(scope),
    identities,
  }));

  function scopeOf({ purposes, categories, recipients }: MarkScope): NoticeScope {
    if (purposes !== 'marketing') return { purposes, categories, recipients };
    const marketing = [...policy.purposes.values()].filter((purpose) => purpose.marketing);
    return { purposes: marketing.map(({ id }) => id), categories, recipients };
  }
}
