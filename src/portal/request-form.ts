import type { Wish } from '../domain/wish.ts';
import type { Messages } from './messages/messages.ts';

/** What a person typed, kept as it was so that nobody has to type it twice. */
export interface RequestFields {
  readonly kind: string;
  readonly email: string;
  readonly customerNumber: string;
}

export type RequestField = keyof RequestFields;

export interface FieldError {
  readonly field: RequestField;
  readonly error: keyof Messages['request']['errors'];
}

export interface ValidRequest {
  readonly wish: Wish;
  readonly email: string;
  readonly customerNumber: string | null;
}

export type ReadRequest =
  | { readonly kind: 'valid'; readonly request: ValidRequest }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

export const emptyRequest: RequestFields = { kind: '', email: '', customerNumber: '' };

/** The fields of a submitted form; a file or a missing field counts as empty. */
export function requestFields(form: Readonly<Record<string, unknown>>): RequestFields {
  const field = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    kind: field('kind'),
    email: field('email'),
    customerNumber: field('customer-number'),
  };
}

/** Checks the fields, and reports all errors at once, in the order of the form. */
export function readRequest({ kind, email, customerNumber }: RequestFields): ReadRequest {
  const errors: FieldError[] = [];
  if (!isRequestKind(kind)) errors.push({ field: 'kind', error: 'kind' });
  if (email === '') errors.push({ field: 'email', error: 'emailMissing' });
  else if (!looksLikeEmail(email)) errors.push({ field: 'email', error: 'emailInvalid' });
  if (customerNumber.length > 50) errors.push({ field: 'customerNumber', error: 'customerNumberLong' });
  if (errors.length > 0 || !isRequestKind(kind)) return { kind: 'invalid', errors };
  return {
    kind: 'valid',
    request: { wish: { kind }, email, customerNumber: customerNumber === '' ? null : customerNumber },
  };
}

function isRequestKind(text: string): text is 'access' | 'erasure' {
  return text === 'access' || text === 'erasure';
}

// Whether an address exists only a mail to it can tell; this catches what cannot be one (RFC 5321: 254 long).
function looksLikeEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/.test(text);
}
