import type { CatalogColumn, TypeFamily } from '../catalog.ts';
import { type ClassifiedCategory, categories } from './category.ts';
import { withoutColumnPrefix } from './column-prefix.ts';
import type { Concept } from './lexicon/lexicon.ts';
import {
  type CategorySense,
  headSense,
  type NameSense,
  senseOfName,
  senseOfWords,
  wholeSense,
} from './name-sense.ts';

/** What a table's name says, and the letters that its columns begin with. */
export interface TableSense extends NameSense {
  readonly columnPrefix: string | null;
}

/** The sense of a column's name, with its table's name in front taken off: `customer_email` in `customers`. */
export function columnSense(name: string, table: TableSense): NameSense {
  const cached = strippedNames.get(table)?.get(name);
  if (cached !== undefined) return cached;
  const stripped = strippedSense(name, table);
  const ofTable = strippedNames.get(table) ?? new Map<string, NameSense>();
  strippedNames.set(table, ofTable.set(name, stripped));
  return stripped;
}

/** Asked for several times a column: by the table's subject, by its neighbours, by itself. */
const strippedNames = new WeakMap<NameSense, Map<string, NameSense>>();

function strippedSense(name: string, table: TableSense): NameSense {
  const full = senseOfName(name);
  if (isWhole(full)) return full;
  const sense = senseOfName(withoutColumnPrefix(name, table.columnPrefix));
  const rest = withoutTable(sense.words, table.words);
  if (rest.length === 0 || rest.length === sense.words.length) return sense;
  const stripped = senseOfWords(rest);
  // `transaction_id` in `payment_transactions` is a number that people use, not the row's own.
  if (wholeSense(stripped, 'identifier') !== null) return sense;
  return isWhole(sense) ? sense : stripped;
}

/** `user_name` in `users` is one word for a name to log in with, not a name with the table before it. */
function isWhole({ categories: [likeliest], words }: NameSense): boolean {
  return (
    likeliest !== undefined && likeliest.start === 0 && likeliest.end === words.length && words.length > 1
  );
}

function withoutTable(words: readonly string[], table: readonly string[]): readonly string[] {
  for (let from = 0; from < table.length; from += 1) {
    const tail = table.slice(from);
    if (tail.length < words.length && tail.every((word, at) => words[at] === word))
      return words.slice(tail.length);
  }
  return words;
}

/** The likeliest category that stands by itself and that a column of this type can hold; null when there is none. */
export function directCategory(column: CatalogColumn, sense: NameSense): CategorySense | null {
  if (sense.turnedBy !== null || isTime(column, sense)) {
    const [likeliest] = sense.categories;
    const kept = likeliest !== undefined && keepsTime.has(likeliest.concept) && sense.turnedBy === null;
    if (!kept) return null;
  }
  const [first] = sense.categories.filter(({ concept }) => canHold(concept, column));
  if (first === undefined || categories[first.concept].standing === 'contextual') return null;
  if (sense.words.slice(0, first.start).some((word) => ofNobody.test(word))) return null;
  return namesIt(first, sense) ? first : null;
}

/** A mailbox or a number that many answer: `support_email`. */
const ofNobody = /^(support|smtp|helpdesk|service|system|site|noreply|bounce|abuse|group|queue|list)$/;

/** `phone_work` is a telephone number; `recipient_filter` is a filter, whatever it filters. */
function namesIt({ end }: CategorySense, sense: NameSense): boolean {
  for (let at = end; at < sense.words.length; at += 1) {
    const harmless = sense.senses.some(
      (after) => after.start <= at && after.end > at && after.start >= end && afterwards.has(after.concept),
    );
    if (!harmless) return false;
  }
  return true;
}

const afterwards: ReadonlySet<Concept> = new Set<Concept>([
  'qualifier',
  'people',
  'agent',
  'author',
  'owner',
  'organisation',
  'identifier',
  'bare-name',
  'address',
  'phone',
  'email',
  'billing-table',
]);

const keepsTime = new Set<ClassifiedCategory>([
  'birth-date',
  'personal-detail',
  'job',
  'consent',
  'vehicle',
  'payment-card',
  'health',
]);

/** `email_verified_at` is a moment, whatever stands before it. */
export function isTime(column: CatalogColumn, sense: NameSense): boolean {
  if (column.family === 'timestamp' || column.family === 'date') return true;
  const time = headSense(sense, 'activity-time');
  return time !== null && !sense.categories.some(({ start, end }) => end === time.end && start < time.start);
}

const numbers: readonly TypeFamily[] = ['integer', 'decimal'];

const inNumbers: ReadonlySet<ClassifiedCategory> = new Set([
  'phone',
  'postcode',
  'house-number',
  'customer-number',
  'account-number',
  'employee-number',
  'bsn',
  'payment-card',
  'bank-account',
  'trade-register-number',
  'identity-document',
  'personal-detail',
  'birth-date',
  'gender',
  'ip-address',
  'mac-address',
  'coordinates',
  'transaction',
  'vehicle',
  'activity',
  'activity-time',
  'preference',
  'consent',
  'job',
  'health',
]);

const inDates: ReadonlySet<ClassifiedCategory> = new Set([
  'birth-date',
  'personal-detail',
  'job',
  'consent',
  'activity-time',
  'vehicle',
  'transaction',
  'health',
]);

const inFlags: ReadonlySet<ClassifiedCategory> = new Set([
  'preference',
  'consent',
  'activity',
  'transaction',
  'health',
  'gender',
  'job',
  'religion',
  'union-membership',
]);

const neverBinary: ReadonlySet<ClassifiedCategory> = new Set(['cookie-id', 'coordinates', 'birth-date']);

/** Whether a value of this type can be that: a city in an integer is the key of a city. */
export function canHold(category: ClassifiedCategory, { family, maxLength }: CatalogColumn): boolean {
  if (family === 'boolean') return inFlags.has(category);
  if (family === 'text' && maxLength === 1) return inFlags.has(category) || category === 'gender';
  if (family === 'date' || family === 'timestamp') return inDates.has(category);
  if (family === 'binary') return !neverBinary.has(category);
  if (numbers.includes(family)) return inNumbers.has(category);
  if (family === 'inet') return category === 'ip-address';
  if (family === 'uuid')
    return ['cookie-id', 'device-id', 'credential', 'account-number', 'customer-number'].includes(category);
  return true;
}
