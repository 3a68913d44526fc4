import type { RequestChoices } from '../../app/portal-services.ts';
import type { CaseKind } from '../../domain/case-file.ts';
import type { Wish } from '../../domain/wish.ts';
import { type FieldError, forbiddenError } from './form-error.ts';
import { type FormValues, fieldValue } from './form-values.ts';
import { readWish } from './read-wish.ts';

export interface ValidRequest {
  readonly wish: Wish;
  readonly email: string;
  readonly customerNumber: string | null;
}

export type ReadRequest =
  | { readonly kind: 'valid'; readonly request: ValidRequest }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

/** Checks the fields of a request of a kind, and reports all errors at once, in the order of the form. */
export function readRequest(kind: CaseKind, values: FormValues, choices: RequestChoices): ReadRequest {
  const wish = readWish(kind, values, choices);
  const email = fieldValue(values, 'email');
  const customerNumber = fieldValue(values, 'customer-number');
  const errors: FieldError[] = [...wish.errors];
  if (email === '') errors.push({ field: 'email', error: 'emailMissing' });
  else if (!looksLikeEmail(email)) errors.push({ field: 'email', error: 'emailInvalid' });
  if (customerNumber.length > 50) errors.push({ field: 'customer-number', error: 'customerNumberLong' });
  const forbidden = forbiddenError(customerNumber);
  if (forbidden !== null) errors.push({ field: 'customer-number', error: forbidden });
  if (wish.wish === null || errors.length > 0) return { kind: 'invalid', errors };
  return {
    kind: 'valid',
    request: { wish: wish.wish, email, customerNumber: customerNumber === '' ? null : customerNumber },
  };
}

// Whether an address exists only a mail to it can tell; this catches what cannot be one (RFC 5321: 254 long).
function looksLikeEmail(text: string): boolean {
  if (text.length > 254 || unwritable.test(text)) return false;
  return /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/.test(text);
}

// Control characters, a zero byte among them, and what stands where bytes were no UTF-8: nobody's address has them.
const unwritable = /[\p{Cc}\ufffd]/u;
