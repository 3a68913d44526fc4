import type { Language, Localised } from '../domain/language.ts';
import { countText } from '../report/date-text.ts';

/** What is counted in the reasons of checks: of one and of several. */
const things = {
  row: { nl: ['rij', 'rijen'], en: ['row', 'rows'] },
  table: { nl: ['tabel', 'tabellen'], en: ['table', 'tables'] },
  column: { nl: ['kolom', 'kolommen'], en: ['column', 'columns'] },
  part: { nl: ['onderdeel', 'onderdelen'], en: ['part', 'parts'] },
  source: { nl: ['systeem', 'systemen'], en: ['system', 'systems'] },
  case: { nl: ['verzoek', 'verzoeken'], en: ['request', 'requests'] },
  question: { nl: ['vraag', 'vragen'], en: ['question', 'questions'] },
  item: { nl: ['gegeven', 'gegevens'], en: ['item', 'items'] },
  correction: { nl: ['verbetering', 'verbeteringen'], en: ['correction', 'corrections'] },
  complaint: { nl: ['klacht', 'klachten'], en: ['complaint', 'complaints'] },
  erasure: { nl: ['verwijdering', 'verwijderingen'], en: ['erasure', 'erasures'] },
  purpose: { nl: ['doel', 'doelen'], en: ['purpose', 'purposes'] },
  category: { nl: ['soort gegevens', 'soorten gegevens'], en: ['category of data', 'categories of data'] },
  recipient: { nl: ['partij', 'partijen'], en: ['party', 'parties'] },
  notice: { nl: ['bericht', 'berichten'], en: ['notice', 'notices'] },
  version: { nl: ['versie', 'versies'], en: ['version', 'versions'] },
  task: { nl: ['taak', 'taken'], en: ['task', 'tasks'] },
  rule: { nl: ['termijn', 'termijnen'], en: ['period', 'periods'] },
  gap: { nl: ['gat', 'gaten'], en: ['gap', 'gaps'] },
} as const satisfies Record<string, Readonly<Record<Language, readonly [one: string, several: string]>>>;

export type Thing = keyof typeof things;

/** "1 rij", "1.234 rijen". */
export function counted(count: number, thing: Thing): Localised {
  const [nl, en] = [things[thing].nl, things[thing].en];
  const form = count === 1 ? 0 : 1;
  return { nl: `${countText(count, 'nl')} ${nl[form]}`, en: `${countText(count, 'en')} ${en[form]}` };
}

const mostNamed = 3;

/** The first few of a list, and how many more there are. */
export function named(names: readonly string[]): Localised {
  const shown = names.slice(0, mostNamed).join(', ');
  const more = names.length - mostNamed;
  return more <= 0
    ? { nl: withoutFullStop(shown), en: withoutFullStop(shown) }
    : { nl: `${shown} en nog ${more}`, en: `${shown} and ${more} more` };
}

/** As {@link named}, for names that differ by language. */
export function namedIn(names: readonly Localised[]): Localised {
  return { nl: named(names.map(({ nl }) => nl)).nl, en: named(names.map(({ en }) => en)).en };
}

// The sentence brings its own: "Voorbeeldmail B.V."
function withoutFullStop(text: string): string {
  return text.replace(/\.$/, '');
}
