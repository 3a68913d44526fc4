import type { CaseId } from '../base/ids.ts';
import { isWorkedOn } from '../domain/case-state.ts';
import type { Localised } from '../domain/language.ts';
import { lookup } from '../law/law-pack.ts';
import { effectOfWish, type WishedMark } from '../policy/effect-of-wish.ts';
import type { PersonMark } from '../store/person-mark.ts';
import { readPlacedMarks, type StoppingCase } from '../store/standing-evidence.ts';
import { lateDays } from './case-clock.ts';
import { broken, type Evidence, kept, unproven, type Verdict } from './check.ts';
import { counted, named } from './phrase.ts';
import type { CheckRound } from './round.ts';
import { awayReason, publicAwayReason } from './source-look.ts';

/** How the marks of some rule stand: what was asked, and what of it is not as it should be. */
export interface StandingLook {
  /** Cases that ask for such a mark and have shown what it needs. */
  readonly asked: readonly StoppingCase[];
  /** Of those, without the mark. */
  readonly unset: readonly CaseId[];
  /** With the mark, later than the law pack allows, in the past {@link lateDays} days. */
  readonly late: readonly CaseId[];
  /** Marks that were placed in a source and stand there no longer, as `mark source`. */
  readonly missing: readonly string[];
  /** Lifted, and nobody was told. */
  readonly unannounced: readonly CaseId[];
  readonly away: readonly string[];
  readonly marks: readonly PersonMark[];
  /** Within which a mark must stand. */
  readonly seconds: number;
}

/** Looks at the marks of one rule: in our own store, and in every source in which they were placed. */
export async function lookAtMarks(
  round: CheckRound,
  wanted: (mark: WishedMark) => boolean,
): Promise<StandingLook> {
  const { store, policy, today } = round;
  const seconds = lookup('dm.suppressionSeconds', today);
  const asked: StoppingCase[] = [];
  const [unset, late]: [CaseId[], CaseId[]] = [[], []];
  for (const file of await round.stoppingCases()) {
    const needed = file.wish === null ? [] : effectOfWish(policy, file.wish).marks.filter(wanted);
    const shown = needed.filter(({ proof }) => proof === 'address' || isProven(file));
    if (shown.length === 0) continue;
    asked.push(file);
    for (const each of shown) {
      const from = Temporal.Instant.from(
        each.proof === 'address' ? file.askedAt : (file.takenUpAt ?? file.askedAt),
      );
      const set = file.marks.find(({ rule }) => rule === each.rule || rule === 'officer');
      const at = set === undefined ? store.clock.now() : Temporal.Instant.from(set.since);
      const overdue = at.since(from).total('seconds') > seconds;
      if (!overdue) continue;
      if (set === undefined) unset.push(file.id);
      else if (store.clock.now().since(at).total('hours') < 24 * lateDays) late.push(file.id);
    }
  }
  const marks = asked.flatMap((file) => file.marks).filter((mark) => wanted(asWished(mark)));
  const { missing, away } = await missingFrom(round, marks);
  const unannounced = marks
    .filter(({ liftedAt, noticeMailId }) => liftedAt !== null && noticeMailId === null)
    .map(({ caseId }) => caseId);
  return { asked, unset, late, missing, unannounced, away, marks, seconds };
}

/** What the marks alone say; null when they are all as they should be. */
export function markVerdict(look: StandingLook): Verdict | null {
  const evidence = markEvidence(look);
  const { unset, late, missing, unannounced, away, seconds } = look;
  if (unset.length + late.length > 0) {
    const count = counted(unset.length + late.length, 'case');
    return broken(
      {
        nl: `Niet binnen ${seconds} seconden gestopt: ${count.nl}. Kijk of "gestand serve" draait, en zoek uit waardoor.`,
        en: `Not stopped within ${seconds} seconds: ${count.en}. See whether "gestand serve" runs, and find out why.`,
      },
      evidence,
      {
        nl: `Niet binnen ${seconds} seconden gestopt: ${count.nl}.`,
        en: `Not stopped within ${seconds} seconds: ${count.en}.`,
      },
    );
  }
  if (unannounced.length > 0) {
    const count = counted(unannounced.length, 'case');
    return broken(
      {
        nl: `Weer in gebruik genomen zonder dat de persoon dat vooraf hoorde: ${count.nl}. Laat het alsnog weten.`,
        en: `Taken into use again without the person being told before: ${count.en}. Tell them after all.`,
      },
      evidence,
    );
  }
  if (missing.length > 0) {
    const places = named([...new Set(missing.map((each) => each.split(' ')[1] ?? each))]);
    return broken(
      {
        nl: `Merken die waren gezet, staan er niet meer: ${places.nl}. Zoek uit wie ze weghaalde en zet ze terug.`,
        en: `Marks that were set are gone: ${places.en}. Find out who took them and put them back.`,
      },
      evidence,
      publicMissing,
    );
  }
  return away.length > 0 ? unproven(awayReason(away), evidence, publicAwayReason(away)) : null;
}

/** Kept, or unproven where nobody asked yet. */
export function standingWell(look: StandingLook, { ask }: { readonly ask: Localised }): Verdict {
  const evidence = markEvidence(look);
  if (look.asked.length === 0) return unproven(ask, evidence);
  const count = counted(look.asked.length, 'case');
  return kept(
    {
      nl: `Gestopt binnen ${look.seconds} seconden, en nog zo gemerkt in elk systeem: ${count.nl}.`,
      en: `Stopped within ${look.seconds} seconds, and still so marked in every system: ${count.en}.`,
    },
    evidence,
  );
}

const mostIds = 20;

export function markEvidence(look: StandingLook): Evidence {
  return {
    asked: look.asked.length,
    marks: look.marks.length,
    unset: look.unset.slice(0, mostIds),
    late: look.late.slice(0, mostIds),
    missing: look.missing.slice(0, mostIds),
    unannounced: look.unannounced.slice(0, mostIds),
    away: look.away,
    seconds: look.seconds,
  };
}

const publicMissing: Localised = {
  nl: 'In een systeem staat niet meer wie dit gebruik liet stoppen.',
  en: 'A system no longer has who had this use stopped.',
};

/** A case that was withdrawn or ended before it was taken up asks for nothing any more. */
function isProven({ state, takenUpAt }: StoppingCase): boolean {
  return isWorkedOn(state) || (takenUpAt !== null && state !== 'identity' && state !== 'withdrawn');
}

function asWished({ kind, ground, scope, rule }: PersonMark): WishedMark {
  // Upheld by an officer, it was set by the rule that restricts until it is weighed.
  const set = rule === 'officer' ? 'art. 18(1)(d)' : (rule as WishedMark['rule']);
  return { kind, ground, scope, proof: 'address', rule: set };
}

async function missingFrom(
  { store, sources }: CheckRound,
  marks: readonly PersonMark[],
): Promise<{ readonly missing: readonly string[]; readonly away: readonly string[] }> {
  const placed = await readPlacedMarks(store, marks);
  const missing: string[] = [];
  const away: string[] = [];
  for (const [id, theirs] of Map.groupBy(placed, ({ source }) => source)) {
    const source = sources.get(id);
    const found = await source?.countMarks(theirs.map(({ mark }) => mark)).catch(() => undefined);
    if (found === undefined) away.push(id);
    else
      for (const { mark } of theirs)
        if (!found.some((each) => each.mark === mark && each.rows > 0)) missing.push(`${mark} ${id}`);
  }
  return { missing, away };
}
