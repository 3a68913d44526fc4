/** What a person is recognised by. Values of one kind are compared in one normal form, in every source. */
export type IdentityKind = 'email' | 'phone' | 'customer-number' | 'account-id' | 'licence-plate';

export const identityKinds: readonly IdentityKind[] = [
  'email',
  'phone',
  'customer-number',
  'account-id',
  'licence-plate',
];

export interface Identity {
  readonly kind: IdentityKind;
  /** In normal form: see {@link normaliseIdentity}. */
  readonly value: string;
}

/**
 * The normal form in which two spellings of one identity are equal. E-mail addresses are compared without
 * regard to case, in the local part too: no mail provider of today tells `A@x.nl` from `a@x.nl`.
 */
export function normaliseIdentity(kind: IdentityKind, value: string): Identity {
  const text = value.normalize('NFC').trim();
  switch (kind) {
    case 'email':
      return { kind, value: text.toLowerCase() };
    case 'phone':
      return { kind, value: text.replace(/[^\d+]/g, '') };
    case 'licence-plate':
      return { kind, value: text.replace(/[^\p{L}\d]/gu, '').toUpperCase() };
    case 'customer-number':
    case 'account-id':
      return { kind, value: text };
  }
}
