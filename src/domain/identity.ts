import { normalisePhoneNumber } from './phone-number.ts';

/** What a person is recognised by. Values of one kind are compared in one normal form, in every source. */
export type IdentityKind = 'email' | 'phone' | 'customer-number' | 'account-id' | 'licence-plate';

export const identityKinds: readonly IdentityKind[] = [
  'email',
  'phone',
  'customer-number',
  'account-id',
  'licence-plate',
];

/**
 * Those that are one person's, by which a search goes from row to row. A telephone is shared by a household and a number
 * plate goes with the car: following those would find other people.
 */
export const followedKinds: ReadonlySet<IdentityKind> = new Set(['email', 'customer-number', 'account-id']);

/** Those an organisation hands out: two of one kind in one table are two accounts. */
export const numberKinds: ReadonlySet<IdentityKind> = new Set(['customer-number', 'account-id']);

export interface Identity {
  readonly kind: IdentityKind;
  /** In normal form: see {@link normaliseIdentity}. */
  readonly value: string;
}

/**
 * The normal form in which two spellings of one identity are equal, and two identities are not. Keyed hashes are made of
 * it: to change a form is to forget who was erased under the old one.
 *
 * E-mail addresses are compared without regard to case, in the local part too: no mail provider of today tells `A@x.nl`
 * from `a@x.nl`. A domain outside ASCII is written as the DNS knows it (RFC 5891). What a provider makes of dots or of a
 * plus in the local part is its own affair. Numbers and ids are exact: a zero in front counts.
 */
export function normaliseIdentity(kind: IdentityKind, value: string): Identity {
  const text = value.normalize('NFC').trim();
  switch (kind) {
    case 'email':
      return { kind, value: withDomainInAscii(text.toLowerCase().normalize('NFC')) };
    case 'phone':
      return { kind, value: normalisePhoneNumber(text) };
    case 'licence-plate':
      return { kind, value: text.replace(/[^\p{L}\d]/gu, '').toUpperCase() };
    case 'customer-number':
    case 'account-id':
      return { kind, value: text };
  }
}

/** One text for one identity: what maps and sets are keyed by. */
export function identityKey({ kind, value }: Identity): string {
  return `${kind}\0${value}`;
}

const labels = /^[\p{L}\p{M}\p{N}.-]+$/u;

function withDomainInAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  if (at === 0 || /^\p{ASCII}*$/u.test(domain) || !labels.test(domain)) return address;
  // Behind a label of letters no part of it is taken for a number of the Internet.
  const host = URL.parse(`https://${domain}.a`)?.hostname.slice(0, -2);
  return host === undefined ? address : address.slice(0, at) + host;
}
