import type { Language, Localised } from '../../domain/language.ts';
import { countText, isoDateText } from '../date-text.ts';
import type { Block, KeptTable } from './letter.ts';

/** A table, or what a person looks after by hand. */
export interface Place {
  readonly source: Localised;
  /** Null: kept by hand, and counted in items. */
  readonly table: Localised | null;
}

interface Texts {
  readonly rows: (count: string, one: boolean) => string;
  readonly items: (count: string, one: boolean) => string;
  /** Of several rows each goes after a term of its own. */
  readonly until: (date: string, one: boolean) => string;
  readonly untilUnknown: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    rows: (count, one) => (one ? `${count} rij` : `${count} rijen`),
    items: (count, one) => (one ? `${count} stuk` : `${count} stuks`),
    until: (date, one) => `${one ? '' : 'de laatste '}tot en met ${date}`,
    untilUnknown: 'wij kunnen nog geen einddatum noemen, omdat niet bekend is wanneer de termijn begon',
  },
  en: {
    rows: (count, one) => (one ? `${count} row` : `${count} rows`),
    items: (count, one) => (one ? `${count} item` : `${count} items`),
    until: (date, one) => `${one ? '' : 'the last of them '}until ${date} inclusive`,
    untilUnknown: 'we cannot name an end date yet, because it is not known when the period began',
  },
};

/** `Klantensysteem, Facturen`. */
export function placeText({ source, table }: Place, language: Language): string {
  return table === null ? source[language] : `${source[language]}, ${table[language]}`;
}

/** `3 rijen`, or `3 stuks` of what is kept by hand. */
export function rowsText({ rows, table }: Place & { readonly rows: number }, language: Language): string {
  const { rows: inRows, items } = texts[language];
  return (table === null ? items : inRows)(countText(rows, language), rows === 1);
}

/** What stays: where, how much, until when, and on which ground in law. */
export function keptList(kept: readonly KeptTable[], language: Language): Block {
  const { until, untilUnknown } = texts[language];
  return {
    kind: 'list',
    items: kept.map((item) => ({
      text: `${placeText(item, language)}: ${rowsText(item, language)}, ${
        item.until === null ? untilUnknown : until(isoDateText(item.until, language), item.rows === 1)
      }.`,
      more: item.ground.text[language],
    })),
  };
}
