import type { CatalogColumn, CatalogTable } from '../catalog.ts';
import { saysOfWhichTable } from './column-reference.ts';
import { columnSense, isTime } from './column-sense.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { find, headSense, type NameSense, senseOfName } from './name-sense.ts';
import type { TableSubject } from './table-subject.ts';

interface Named {
  readonly subject: TableSubject;
  readonly sense: NameSense;
}

/**
 * The word that says of a column in a row about a person that it is about how rows are kept and not about them; null where
 * none does.
 */
export function bookkeepingSense(column: CatalogColumn, table: CatalogTable, named: Named): string | null {
  if (
    saysOfWhichTable(table, column.name) &&
    named.sense.categories.every(({ end }) => end === named.sense.words.length)
  )
    return 'type';
  return (
    nameOfValue(column, table, named) ??
    ordinal(column, table, named) ??
    keyOfThing(column, named) ??
    kindOfRow(column, named) ??
    kindOfFile(column, table, named) ??
    parentOf(named) ??
    cached(column, named) ??
    somethingElse(column, named)
  );
}

/** `setting_name` beside `setting_value` says which one it is; what it is set to is data. */
function nameOfValue(column: CatalogColumn, table: CatalogTable, { subject, sense }: Named): string | null {
  const called = headSense(sense, 'bare-name', 'identifier', 'technical') ?? attribute(sense);
  if (called === null || column.family !== 'text') return null;
  const valued = table.columns.some(
    ({ name, family }) =>
      name !== column.name &&
      (family === 'text' || family === 'json' || family === 'binary') &&
      /^(value|meta value|waarde|wert|valeur)$/.test(
        headSense(columnSense(name, subject.sense), 'container')?.phrase ?? '',
      ),
  );
  return valued ? called.phrase : null;
}

function attribute(sense: NameSense) {
  const vessel = headSense(sense, 'container');
  return vessel !== null &&
    /^(attributes?|property|properties|eigenschappen|eigenschaften|proprietes)$/.test(vessel.phrase)
    ? vessel
    : null;
}

const counting: ReadonlySet<Concept> = new Set<Concept>(['measure', 'identifier', 'technical']);

/** A number that is unique together with what the row is a part of: the second telephone number of a contact. */
function ordinal(column: CatalogColumn, table: CatalogTable, { subject, sense }: Named): string | null {
  if (column.family !== 'integer' || subject.references.has(column.name)) return null;
  const numbered = [table.primaryKey, ...table.uniqueKeys].some(
    (key) => key.includes(column.name) && key.some((name) => subject.references.has(name)),
  );
  const word = sense.senses.find(({ concept, end }) => counting.has(concept) && end === sense.words.length);
  return numbered ? (word?.phrase ?? null) : null;
}

const about: readonly Concept[] = ['billing-table', 'message-table', 'people', 'owner'];

/** The key of a plan or a price at another service: of a thing. That of an order or a payment is one people are given. */
function keyOfThing({ name, family }: CatalogColumn, { sense }: Named): string | null {
  const ends = headSense(sense, 'identifier');
  if (family !== 'text' || ends === null || ends.start === 0 || !/^(id|uid|unique id)$/.test(ends.phrase))
    return null;
  if (sense.categories.some(({ end }) => end === sense.words.length)) return null;
  // `nasportid` of a protocol is no key of ours.
  const apart = /(_id|_uid|Id|ID)$/.test(name) || sense.words.slice(0, -1).every(isKnown);
  if (!apart) return null;
  return find(sense, ...about) === null ? ends.phrase : null;
}

function isKnown(word: string): boolean {
  return senseOfName(word).senses.length > 0;
}

const kinds: readonly Concept[] = ['thing', 'note-table', 'message-table', 'file-table', 'address-table'];

/** `is_folder` says what the row is; `is_manager` what somebody is. */
function kindOfRow({ family }: CatalogColumn, { subject, sense }: Named): string | null {
  const flag = family === 'boolean' || family === 'integer';
  // `html_signature` says how the signature is written.
  if (flag && sense.words.length > 1 && sense.words[0] === 'html') return 'html format';
  if (!flag || subject.holds === 'people' || sense.words.length < 2 || sense.words[0] !== 'is') return null;
  const kind = sense.senses.find(
    ({ concept, start, end }) => kinds.includes(concept) && start >= 1 && end === sense.words.length,
  );
  return kind?.phrase ?? null;
}

/**
 * `photo_type` beside a `photo` says how that is stored; so does the number of a `type` beside bytes, but in a log, where it says
 * what was done.
 */
function kindOfFile(
  { name, family }: CatalogColumn,
  { columns }: CatalogTable,
  { subject, sense }: Named,
): string | null {
  const [, stem] = /^(.+?)_?type$/i.exec(name) ?? [];
  const bytes = columns.filter((each) => each.family === 'binary');
  const numbered = family === 'integer' && sense.words.join() === 'type' && subject.theme !== 'log';
  if (numbered && bytes.length > 0) return 'type';
  return bytes.some((each) => each.name === stem) ? 'type' : null;
}

/** Where a row hangs in a tree of folders; the name of a parent is said by another word. */
function parentOf({ sense }: Named): string | null {
  const parent = sense.senses.find(({ phrase, start }) => phrase === 'parent' && start === 0);
  return parent !== undefined && sense.words.length > 1 && sense.categories.length === 0 ? 'parent' : null;
}

/** The `item` of a collection is the key of something that can be anything. */
function somethingElse({ family }: CatalogColumn, { sense }: Named): string | null {
  if (family !== 'text' && family !== 'integer' && family !== 'uuid') return null;
  const [word, ...more] = sense.words;
  return more.length === 0 && /^(item|entity|object|record)$/.test(word ?? '') ? (word ?? null) : null;
}

/** How long a copy is kept, or when it was compared, says nothing about whose it is. */
function cached(column: CatalogColumn, { subject, sense }: Named): string | null {
  const cache = subject.sense.senses.find(({ phrase }) => phrase === 'cache' || phrase === 'sync');
  if (cache === undefined) return null;
  const valid = /^(valid|status|state)$/.test(headSense(sense, 'state')?.phrase ?? '');
  return isTime(column, sense) || valid ? cache.phrase : null;
}
