import type { IdentityKind } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import { type Reader, sourceName, tableName } from './explain.ts';
import { explanationWords } from './explanation-words.ts';
import { lower, words } from './words.ts';

/** Where a search for one person ends at the latest. Beyond, an identity is certainly not one person's. */
export const searchLimits = { steps: 5, rows: 100 } as const;

/** Rows of one table that a search found by the same kinds of identity in the same step. Holds no value of anybody. */
export interface SearchedTable {
  readonly source: string;
  readonly table: string;
  readonly rows: number;
  /** From 1. */
  readonly step: number;
  readonly by: readonly SearchedBy[];
}

export interface SearchedBy {
  readonly kind: IdentityKind;
  /** Where it was read; null: the search began with it. */
  readonly from: { readonly source: string; readonly table: string } | null;
}

/** How a search went. */
export interface Search {
  readonly tables: readonly SearchedTable[];
  /** How many people it may have come to, and how many of them the plan is about. */
  readonly candidates: number;
  readonly chosen: number;
}

/**
 * How somebody was found, step by step, without a value. `proven`: what the search began with was proven to be theirs; else
 * it was only given.
 */
export function explainSearch(
  { tables, candidates, chosen }: Search,
  { policy, language, proven }: Reader & { readonly proven: boolean },
): readonly string[] {
  const say = searchWords[language];
  const began = proven ? 'proven' : 'given';
  const ways = (by: readonly SearchedBy[]) =>
    [...Map.groupBy(by, ({ from }) => JSON.stringify(from)).values()].map((same) => {
      const from = same[0]?.from ?? null;
      const identities = words[language].list(
        same.map(({ kind }) =>
          say.identity[from === null ? began : 'read'](explanationWords[language].identity[kind]),
        ),
      );
      if (from === null) return identities;
      const table = lower(tableName(policy, from, language));
      return say.readIn(identities, { table, source: sourceName(policy, from.source, language) });
    });
  const rank = (id: string) => policy.sources.findIndex((source) => source.id === id);
  const ordered = tables.toSorted((a, b) => a.step - b.step || rank(a.source) - rank(b.source));
  const groups = Map.groupBy(ordered, ({ source, step, by }) =>
    JSON.stringify([step, source, by.map(({ kind, from }) => [kind, from])]),
  );
  const sentences = [...groups.values()].map((group) => {
    const { step = 1, source = '', by = [] } = group[0] ?? {};
    const counted = group.map((each) => words[language].rows(each.rows, tableName(policy, each, language)));
    return say.found(step, {
      rows: words[language].list(counted),
      source: sourceName(policy, source, language),
      by: words[language].list(ways(by)),
    });
  });
  if (candidates === 0) return [];
  return [
    ...sentences,
    ...(candidates === chosen ? [] : [say.chosen(candidates, chosen)]),
    say.limit(searchLimits.steps, searchLimits.rows),
  ];
}

interface SearchWords {
  readonly identity: Readonly<Record<'proven' | 'given' | 'read', (identity: string) => string>>;
  readIn(identities: string, place: { readonly table: string; readonly source: string }): string;
  found(step: number, where: { readonly rows: string; readonly source: string; readonly by: string }): string;
  chosen(candidates: number, chosen: number): string;
  limit(steps: number, rows: number): string;
}

const searchWords: Readonly<Record<Language, SearchWords>> = {
  nl: {
    identity: {
      proven: (identity) => `het bewezen ${identity}`,
      given: (identity) => `het opgegeven ${identity}`,
      read: (identity) => `het ${identity}`,
    },
    readIn: (identities, { table, source }) => `${identities} uit ${table} in ${source}`,
    found: (step, { rows, source, by }) => `Stap ${step}: gevonden in ${source}, met ${by}: ${rows}.`,
    chosen: (candidates, chosen) =>
      `De zoektocht leidde naar ${candidates} mogelijke personen. Het plan gaat over ${chosen === 0 ? 'niemand van hen' : chosen}.`,
    limit: (steps, rows) =>
      `De zoektocht volgt e-mailadressen, klantnummers en accountnummers, in hoogstens ${steps} stappen en tot ${rows} regels.`,
  },
  en: {
    identity: {
      proven: (identity) => `the proven ${identity}`,
      given: (identity) => `the given ${identity}`,
      read: (identity) => `the ${identity}`,
    },
    readIn: (identities, { table, source }) => `${identities} in ${table} of ${source}`,
    found: (step, { rows, source, by }) => `Step ${step}: found in ${source}, by ${by}: ${rows}.`,
    chosen: (candidates, chosen) =>
      `The search led to ${candidates} possible people. The plan is about ${chosen === 0 ? 'none of them' : chosen}.`,
    limit: (steps, rows) =>
      `The search follows e-mail addresses, customer numbers and account numbers, in at most ${steps} steps and up to ${rows} rows.`,
  },
};
