import type { Language } from '../domain/language.ts';

export type ErasureVerb = 'delete' | 'redact' | 'leave' | 'release' | 'keep';

/** Why rows stay. Each goes after a term of its own. */
export interface KeptUntil {
  readonly ground: string;
  /** The last day of the last of them, as an ISO date; null when it is unknown. */
  readonly until: string | null;
  readonly rows: number;
}

/** How a plan speaks. A sentence that is missing in one language does not compile. */
interface PlanWords {
  rows(count: number, table: string): string;
  list(parts: readonly string[]): string;
  inSource(rows: string, source: string): string;
  copied(rows: string, source: string): string;
  readonly othersMasked: string;
  byHand(source: string, work: { readonly role: string; readonly days: number }): string;
  readonly nothing: string;
  readonly erasure: Readonly<Record<Exclude<ErasureVerb, 'keep'>, (rows: string, source: string) => string>>;
  kept(what: string, why: KeptUntil): string;
}

const dutch: PlanWords = {
  rows: (count, table) => `${lower(table)} (${number(count, 'nl')})`,
  list: (parts) => new Intl.ListFormat('nl').format(parts),
  inSource: (rows, source) => `${rows} in ${source}`,
  copied: (rows, source) => `U ontvangt uit ${source}: ${rows}.`,
  othersMasked: 'Gegevens van andere mensen die in dezelfde regels staan, zijn weggelaten.',
  // Said before and after: no tense.
  byHand: (source, { role, days }) => `Met de hand in ${source}, door ${lower(role)}, binnen ${days} dagen.`,
  nothing: 'Wij hebben geen gegevens van u gevonden.',
  // Said before and after: no tense.
  erasure: {
    delete: (rows, source) => `Weg uit ${source}: ${rows}.`,
    redact: (rows, source) => `Leeg in ${source}, omdat andere regels ernaar verwijzen: ${rows}.`,
    leave: (rows, source) => `Los van u in ${source}, omdat het ook van anderen is: ${rows}.`,
    release: (rows, source) => `Zonder verwijzing naar u in ${source}: ${rows}.`,
  },
  kept: (what, { ground, until, rows }) =>
    until === null
      ? `Wij bewaren ${what}. ${ground} De begindatum ontbreekt; wij zoeken die uit voordat wij wissen.`
      : `Wij bewaren ${what}${rows === 1 ? '' : ', de laatste'} tot en met ${date(until, 'nl')}. ${ground}`,
};

const english: PlanWords = {
  rows: (count, table) => `${lower(table)} (${number(count, 'en')})`,
  list: (parts) => new Intl.ListFormat('en').format(parts),
  inSource: (rows, source) => `${rows} in ${source}`,
  copied: (rows, source) => `You receive from ${source}: ${rows}.`,
  othersMasked: 'Data about other people in the same rows is left out.',
  byHand: (source, { role, days }) => `By hand in ${source}, by ${lower(role)}, within ${days} days.`,
  nothing: 'We found no data about you.',
  erasure: {
    delete: (rows, source) => `Gone from ${source}: ${rows}.`,
    redact: (rows, source) => `Empty in ${source}, because other rows refer to it: ${rows}.`,
    leave: (rows, source) => `Detached from you in ${source}, because it belongs to others too: ${rows}.`,
    release: (rows, source) => `Without a reference to you in ${source}: ${rows}.`,
  },
  kept: (what, { ground, until, rows }) =>
    until === null
      ? `We keep ${what}. ${ground} Its start date is missing; we find out before we erase.`
      : `We keep ${what}${rows === 1 ? '' : ', the last of them'} up to and including ${date(until, 'en')}. ${ground}`,
};

export const words: Readonly<Record<Language, PlanWords>> = { nl: dutch, en: english };

function number(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}

/** As a name stands within a sentence. */
export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A day as it stands within a sentence. */
export function date(isoDate: string, language: Language): string {
  return Temporal.PlainDate.from(isoDate).toLocaleString(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
  });
}
