import type { MandateMistake } from '../../app/check-mandate.ts';
import type { IdentityKind } from '../../domain/identity.ts';
import { normaliseIdentity } from '../../domain/identity.ts';
import { mandateKinds, type OnBehalfOf } from '../../domain/mandate.ts';
import { looksLikeEmail } from './email.ts';
import { type FieldError, type FormError, forbiddenError } from './form-error.ts';
import { type FormValues, fieldValue } from './form-values.ts';

/** The fields of the part of a form in which somebody asks for somebody else. */
export const representativeFields = {
  mandate: 'mandate',
  email: 'for-email',
  phone: 'for-phone',
  customerNumber: 'for-customer-number',
  birthDate: 'for-born',
} as const;

const longest = 100;

/** Whom it is about; null: about who asks. */
export function readRepresentative(values: FormValues): {
  readonly onBehalfOf: OnBehalfOf | null;
  readonly errors: readonly FieldError[];
} {
  const errors: FieldError[] = [];
  const wrong = (field: string, error: FormError) => errors.push({ field, error });
  const fields = representativeFields;
  const given: readonly (readonly [IdentityKind, string])[] = [
    ['email', fields.email],
    ['phone', fields.phone],
    ['customer-number', fields.customerNumber],
  ];
  const identities = given.flatMap(([kind, field]) => {
    const value = fieldValue(values, field);
    if (value === '') return [];
    const forbidden = forbiddenError(value);
    if (forbidden !== null) wrong(field, forbidden);
    else if (kind === 'email' ? !looksLikeEmail(value) : value.length > longest)
      wrong(field, kind === 'email' ? 'emailInvalid' : 'textLong');
    return [normaliseIdentity(kind, value)];
  });
  const born = fieldValue(values, fields.birthDate);
  if (born !== '' && !isDate(born)) wrong(fields.birthDate, 'birthDateInvalid');
  const chosen = fieldValue(values, fields.mandate);
  const mandate = mandateKinds.find((kind) => kind === chosen);
  if (mandate === undefined) {
    // Who filled in another person and not by what right must not be taken for that person.
    if (identities.length > 0 || born !== '') wrong(fields.mandate, 'mandateMissing');
    return { onBehalfOf: null, errors };
  }
  if (identities.length === 0) wrong(fields.email, 'personMissing');
  return { onBehalfOf: { mandate, identities, birthDate: born === '' ? null : born }, errors };
}

/** Where in the form it stands that this cannot be asked for that person. */
export function mandateError(mistake: MandateMistake): FieldError {
  const fields = representativeFields;
  switch (mistake) {
    case 'person-missing':
      return { field: fields.email, error: 'personMissing' };
    case 'no-mandate-needed':
      return { field: fields.mandate, error: 'mandateNotNeeded' };
    case 'birth-date-missing':
      return { field: fields.birthDate, error: 'birthDateMissing' };
    case 'not-born':
      return { field: fields.birthDate, error: 'birthDateInFuture' };
    case 'asks-itself':
      return { field: fields.birthDate, error: 'childAsksItself' };
  }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
