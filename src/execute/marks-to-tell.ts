import type { Identity } from '../domain/identity.ts';
import { type NoticeScope, stopDeeds } from '../domain/notice.ts';
import type { Scope } from '../domain/wish.ts';
import type { Told } from '../notices/tell-recipients.ts';
import { freedScopes } from '../policy/freed-uses.ts';
import { stoppedPurposes } from '../policy/may-use.ts';
import type { Policy } from '../policy/policy.ts';
import type { Notice } from '../store/notice.ts';
import type { PersonMark } from '../store/person-mark.ts';
import { concerning } from './concerned-purposes.ts';
import type { CurrentRun } from './current-run.ts';

type Run = Pick<CurrentRun, 'policy' | 'caseFile' | 'held'>;

/** What the recipients of data are to be told of marks that were set or upheld (art. 18, 19, 21, 28(3)(e)). */
export function marksToTell(
  { policy, caseFile, held }: Run,
  {
    marks,
    identities,
    others,
  }: {
    readonly marks: readonly PersonMark[];
    readonly identities: readonly Identity[];
    /** Purposes for groups of people to which the person does not belong. */
    readonly others: ReadonlySet<string>;
  },
): readonly Told[] {
  return marks.map((mark) => ({
    policy,
    caseFile,
    runId: held.id,
    deed: stopDeeds[mark.kind].begins,
    scope: scopeToTell(policy, concerning(mark, others), others),
    identities,
  }));
}

/** Nobody is told to stop what goes on: of a mark on all purposes or on marketing, those that it stops. */
function scopeToTell(
  policy: Policy,
  mark: Pick<PersonMark, 'kind' | 'scope'>,
  others: ReadonlySet<string>,
): NoticeScope {
  const { purposes, categories, recipients } = mark.scope;
  if (typeof purposes !== 'string') return { purposes, categories, recipients };
  const stopped = stoppedPurposes(policy, mark).map(({ id }) => id);
  // Advertising stops for what somebody may get later, too.
  const its = purposes === 'all' ? stopped.filter((id) => !others.has(id)) : stopped;
  return { purposes: its, categories, recipients };
}

/**
 * What they are to be told of marks that were lifted: nothing of what another mark of the person still stops, and nobody of what they
 * were not asked to stop.
 *
 * @param others what still stands.
 * @param before what recipients were told in the case.
 */
export function liftedToTell(
  { policy, caseFile, held }: Run,
  lifted: {
    readonly marks: readonly PersonMark[];
    readonly others: readonly PersonMark[];
    readonly before: readonly Notice[];
    readonly identities: readonly Identity[];
  },
): readonly Told[] {
  const { marks, others, before, identities } = lifted;
  const begun = new Set(Object.values(stopDeeds).map(({ begins }) => begins));
  const asked = before.filter(({ deed }) => begun.has(deed));
  const recipients = [...new Set(asked.map(({ recipient }) => recipient))];
  return marks.flatMap((mark) =>
    freedScopes(policy, mark, others).map((scope) => ({
      policy,
      caseFile,
      runId: held.id,
      deed: stopDeeds[mark.kind].ends,
      scope: {
        purposes: within(scope.purposes, asked),
        categories: scope.categories,
        recipients: recipients.filter((id) => scope.recipients === 'all' || scope.recipients.includes(id)),
      },
      identities,
    })),
  );
}

function within(purposes: Scope, asked: readonly Notice[]): Scope {
  const ids: string[] = [];
  for (const { scope } of asked) {
    if (scope.purposes === 'all') return purposes;
    ids.push(...scope.purposes);
  }
  return purposes === 'all' ? [...new Set(ids)] : purposes.filter((id) => ids.includes(id));
}
