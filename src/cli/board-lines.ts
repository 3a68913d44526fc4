import type { Language } from '../domain/language.ts';
import { countStates, promiseStates } from '../domain/promise-state.ts';
import type { BoardEntry } from '../promises/board.ts';
import { promiseOwners } from '../promises/owner.ts';
import { minuteText } from './minute-text.ts';
import { table } from './shell.ts';

export interface Spoken {
  readonly now: Temporal.Instant;
  readonly language: Language;
}

/** A running server looks every quarter of an hour; after so long nothing does. */
const quietMinutes = 20;

/**
 * Each promise with why it stands as it does: what was found, or what is missing to prove it; and of what is not kept what breaks it and
 * who sees to it. Unproven is as loud as broken.
 */
export function boardLines(
  asked: readonly BoardEntry[],
  { language }: Pick<Spoken, 'language'>,
): readonly string[] {
  const rows = table(asked.map(({ id, state, text }) => [id, state, text[language]]));
  return asked.flatMap(({ state, reason, brokenWhen, owner, care, checkedAt }, at) => {
    const found = [
      rows[at] ?? '',
      `     ${reason[language]}${checkedAt === null ? '' : ` [${minuteText(checkedAt)}]`}`,
    ];
    if (state === 'kept') return found;
    const seen = care === null ? '' : ` (${care.by}: ${care.note})`;
    return [
      ...found,
      `     ${brokenIf[language]}: ${brokenWhen[language]}`,
      `     → ${promiseOwners[owner][language]}${seen}`,
    ];
  });
}

const brokenIf: Readonly<Record<Language, string>> = { nl: 'Gebroken als', en: 'Broken when' };

/** How many there are in each state, how many of them nothing looks at, and how old this all is. */
export function boardEnd(board: readonly BoardEntry[], { now }: Pick<Spoken, 'now'>): readonly string[] {
  const counts = countStates(board.map(({ state }) => state));
  const unlooked = board.filter(({ reads }) => reads === null).length;
  const moments = board.flatMap(({ checkedAt }) => (checkedAt === null ? [] : [checkedAt]));
  const [first, last] = [
    moments.toSorted(Temporal.Instant.compare)[0],
    moments.toSorted(Temporal.Instant.compare).at(-1),
  ];
  return [
    `${promiseStates.map((state) => `${counts[state]} ${state}`).join(', ')}; of ${unlooked} of those unproven there is no check`,
    first === undefined || last === undefined
      ? 'Nothing was checked yet. "gestand promises --check" looks now.'
      : `Checked ${sameMinute(first, last) ? `at ${minuteText(last)}` : `between ${minuteText(first)} and ${minuteText(last)}`}.${quietSince(last, now)}`,
  ];
}

function sameMinute(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return minuteText(a) === minuteText(b);
}

function quietSince(last: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = now.since(last).total('minutes');
  return minutes <= quietMinutes
    ? ''
    : ' Nothing looked since: "gestand serve" does every quarter of an hour while it runs, "gestand promises --check" now.';
}

/** All of one promise, for whoever is to see to it. */
export function promiseDetails(entry: BoardEntry, { language }: Pick<Spoken, 'language'>): readonly string[] {
  const { id, state, text, law, reason, brokenWhen, reads, owner, care, since, checkedAt } = entry;
  const say = words[language];
  const rows: readonly (readonly [string, string])[] = [
    [say.found, reason[language]],
    [say.brokenWhen, brokenWhen[language]],
    [say.reads, reads === null ? say.noCheck : reads[language]],
    ...(since === null ? [] : [[say.since, minuteText(since)] as const]),
    ...(checkedAt === null ? [] : [[say.checked, minuteText(checkedAt)] as const]),
    [say.owner, `${promiseOwners[owner][language]}${care === null ? '' : ` (${care.by}: ${care.note})`}`],
    [say.law, law],
    ...idsIn(entry.evidence),
  ];
  return [`${id}  ${state}  ${text[language]}`, ...table(rows.map(([name, value]) => [`  ${name}`, value]))];
}

const words = {
  nl: {
    found: 'gevonden',
    brokenWhen: 'gebroken als',
    reads: 'kijkt naar',
    noCheck: 'er is geen controle',
    since: 'zo sinds',
    checked: 'gecontroleerd',
    owner: 'ziet toe',
    law: 'wet',
  },
  en: {
    found: 'found',
    brokenWhen: 'broken when',
    reads: 'looks at',
    noCheck: 'there is no check',
    since: 'so since',
    checked: 'checked',
    owner: 'sees to it',
    law: 'law',
  },
} as const satisfies Record<Language, unknown>;

/** The ids of what was found, such as the requests that are late. */
function idsIn(evidence: BoardEntry['evidence']): readonly (readonly [string, string])[] {
  return Object.entries(evidence).flatMap(([name, value]) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === 'string' && !each.startsWith('case_'))
      ? [[name, value.join(', ')] as const]
      : [],
  );
}
