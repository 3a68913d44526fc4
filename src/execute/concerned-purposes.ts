import type { Json } from '../base/canonical-json.ts';
import { listIn, numberIn, textIn } from '../base/json-member.ts';
import { type FoundPeople, foreignPurposes } from '../policy/foreign-purposes.ts';
import type { Policy } from '../policy/policy.ts';
import { listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, readWish } from '../store/case-file.ts';
import type { PersonMark } from '../store/person-mark.ts';
import type { StoreScope } from '../store/store.ts';

/** What who asks about everything is not told about: purposes for groups of people to which they do not belong. */
export async function purposesOfOthers(
  store: StoreScope,
  policy: Policy,
  { id, kind }: Pick<CaseFile, 'id' | 'kind'>,
): Promise<ReadonlySet<string>> {
  if (kind === 'restriction' || kind === 'objection' || kind === 'withdrawal') {
    const wish = await readWish(store, { id, kind });
    // What somebody names is answered, whatever it is.
    if (wish?.purposes !== 'all') return new Set();
  }
  const events = await listCaseEvents(store, id);
  return foreignPurposes(
    policy,
    events.filter((event) => event.kind === 'marks-planned').flatMap(({ detail }) => foundIn(detail)),
  );
}

/** A mark by the purposes that are about its person; as it is where none is. */
export function concerning<Mark extends Pick<PersonMark, 'scope'>>(
  mark: Mark,
  others: ReadonlySet<string>,
): Mark {
  const { purposes } = mark.scope;
  if (typeof purposes === 'string') return mark;
  const own = purposes.filter((id) => !others.has(id));
  return own.length === 0 ? mark : { ...mark, scope: { ...mark.scope, purposes: own } };
}

// Written when the plan of marks was queued.
function foundIn(detail: Json): readonly FoundPeople[] {
  if (textIn(detail, 'change') !== 'set') return [];
  return listIn(detail, 'counts').map((count) => ({
    source: textIn(count, 'source'),
    table: textIn(count, 'table'),
    rows: numberIn(count, 'rows') ?? 0,
  }));
}
