import type { Json } from '../base/canonical-json.ts';
import { GestandError } from '../base/error.ts';

/**
 * Refuses a value that looks as if it holds personal data. What goes into the ledger can never be taken out,
 * so this stands behind types that should not let any through. It can only recognise what has a form of its
 * own: e-mail addresses, account numbers, telephone numbers, IP addresses. A name it does not see.
 *
 * @throws GestandError `internal` that names the place and the kind, never the value.
 */
export function refusePersonalData(value: Json): void {
  const found = findPersonalData(value, '');
  if (found === null) return;
  throw new GestandError(
    'internal',
    `A ledger entry holds what looks like ${found.kind} in ${found.place}. Write an identifier of ours instead.`,
  );
}

export type PersonalDataKind =
  | 'an e-mail address'
  | 'a bank account number'
  | 'a telephone number'
  | 'an IP address';

/** What a text looks as if it holds, or `null`. */
export function personalDataIn(text: string): PersonalDataKind | null {
  // Most texts have no at sign, and to see that costs nothing beside the search.
  if (text.includes('@') && emailAddress.test(text)) return 'an e-mail address';
  if (holdsAccountNumber(text)) return 'a bank account number';
  if (telephoneNumber.test(text)) return 'a telephone number';
  if (ipAddress.test(text)) return 'an IP address';
  return null;
}

// Bounded repetition: without it, a long text makes the search quadratic.
const emailAddress = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}\.\p{L}{2,}/u;
// Dutch mobile numbers and anything international; the digits inside hashes, dates and identifiers are not.
const telephoneNumber = /(?<![\p{L}\d])(?:\+\d{2}(?:[ -]?\d){7,12}|06[ -]?(?:\d[ -]?){7}\d)(?![\p{L}\d])/u;
const ipv4 = String.raw`(?<![\p{L}\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\d]|\.\d)`;
const ipv6 = String.raw`(?<![\p{L}\d:])(?:(?:[\da-f]{1,4}:){7}|(?:[\da-f]{1,4}:){1,6}:(?:[\da-f]{1,4}:){0,5})[\da-f]{1,4}(?![\p{L}\d:])`;
const ipAddress = new RegExp(`${ipv4}|${ipv6}`, 'iu');

/**
 * How many characters an account number has in the countries of the direct debit area (ISO 13616), and whether
 * all after the country are digits. Without these two, one in five thousand hexadecimal identifiers would pass
 * for an account number and stop the work it stands for.
 */
const accountNumbers: ReadonlyMap<string, { readonly length: number; readonly digits: boolean }> = new Map(
  (
    'NL18 BE16n DE22n FR27 LU20 AT20n ES24n PT25n IT27 IE22 GB22 DK18n SE24n NO15n FI18n IS26n EE20n LV21 LT20n ' +
    'PL28n CZ24n SK24n HU28n RO24 BG22 GR27 HR21n SI19n CY28 MT31 LI21 CH21 MC27 SM27 AD24 VA22n'
  )
    .split(' ')
    .map((rule) => [
      rule.slice(0, 2),
      { length: Number.parseInt(rule.slice(2), 10), digits: rule.endsWith('n') },
    ]),
);
const accountNumberStart = /(?<![\p{L}\d])[A-Za-z]{2}\d{2}/gu;

function holdsAccountNumber(text: string): boolean {
  for (const { index } of text.matchAll(accountNumberStart)) {
    const rule = accountNumbers.get(text.slice(index, index + 2).toUpperCase());
    if (rule !== undefined && isAccountNumber(readCompact(text.slice(index), rule.length), rule)) return true;
  }
  return false;
}

/** The first so many letters and digits, single spaces and hyphens between them left out. */
function readCompact(text: string, length: number): string {
  let compact = '';
  let end = 0;
  for (; end < text.length && compact.length < length; end++) {
    const character = text.charAt(end);
    if (/[A-Za-z\d]/.test(character)) compact += character.toUpperCase();
    else if (!/[ -]/.test(character)) break;
  }
  return /[\p{L}\d]/u.test(text.charAt(end)) ? '' : compact;
}

/** ISO 13616: the first four characters moved to the end, letters counted from 10, modulo 97 is 1. */
function isAccountNumber(
  compact: string,
  { length, digits }: { readonly length: number; readonly digits: boolean },
): boolean {
  if (compact.length !== length || (digits && !/^..\d+$/.test(compact))) return false;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

interface Finding {
  readonly kind: PersonalDataKind;
  readonly place: string;
}

function findPersonalData(value: Json, place: string): Finding | null {
  if (typeof value === 'string') {
    const kind = personalDataIn(value);
    return kind === null ? null : { kind, place: place === '' ? 'its text' : place };
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, member] of Object.entries<Json>(value)) {
    // A key can hold data too, and then its text must not be the name of the place.
    const kind = personalDataIn(key);
    if (kind !== null) return { kind, place: place === '' ? 'a key' : `a key of ${place}` };
    const found = findPersonalData(member, place === '' ? key : `${place}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
