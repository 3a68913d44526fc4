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
