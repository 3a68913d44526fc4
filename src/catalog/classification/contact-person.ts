import type { CatalogTable } from '../catalog.ts';
import { columnSense, directCategory, type TableSense } from './column-sense.ts';
import { find, type NameSense, senseOfWords, wholeSense } from './name-sense.ts';

/**
 * A contact person in a table of things: `poc_1_name`, `poc_1_email` and `poc_1_phone` beside the serial number of a
 * machine. The words before `name` are also those before an e-mail address or a telephone number, and are no word for an
 * organisation or a thing: `shop_name` beside `shop_email` is a shop's. Of each such column what is left of its name.
 */
export function contactColumns(table: CatalogTable, sense: TableSense): ReadonlyMap<string, NameSense> {
  const named = table.columns.map((column) => ({ column, sense: columnSense(column.name, sense) }));
  const contacts = new Map<string, NameSense>();
  for (const { sense: name } of named) {
    const stem = name.words.slice(0, -1);
    const last = senseOfWords(name.words.slice(-1));
    if (stem.length === 0 || wholeSense(last, 'bare-name') === null || !canBePerson(stem)) continue;
    const group = named.flatMap(({ column, sense: { words } }) => {
      const own = words.length > stem.length && stem.every((word, at) => words[at] === word);
      return own ? [{ column, rest: senseOfWords(words.slice(stem.length)) }] : [];
    });
    const reached = group.some(({ column, rest }) => {
      const direct = directCategory(column, rest);
      return direct?.concept === 'email' || direct?.concept === 'phone';
    });
    if (reached) for (const { column, rest } of group) contacts.set(column.name, rest);
  }
  return contacts;
}

/** Whoever a mailing seems to come from is the organisation. */
const sending = /^(sender|from|reply|return|support|noreply|afzender|absender|expediteur)$/;

function canBePerson(stem: readonly string[]): boolean {
  const sense = senseOfWords(stem);
  return (
    !stem.some((word) => sending.test(word)) &&
    find(sense, 'organisation', 'thing', 'technical') === null &&
    wholeSense(sense, 'bare-name') === null
  );
}
