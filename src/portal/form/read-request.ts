import type { RequestChoices } from '../../app/portal-services.ts';
import type { CaseKind } from '../../domain/case-file.ts';
import type { OnBehalfOf } from '../../domain/mandate.ts';
import type { Wish } from '../../domain/wish.ts';
import { asksNoProof } from '../../law/identity-proofs.ts';
import { looksLikeEmail } from './email.ts';
import { type FieldError, forbiddenError } from './form-error.ts';
import { type FormValues, fieldValue } from './form-values.ts';
import { readRepresentative } from './read-representative.ts';
import { readWish } from './read-wish.ts';

export interface ValidRequest {
  readonly wish: Wish;
  readonly email: string;
  readonly customerNumber: string | null;
  readonly onBehalfOf?: OnBehalfOf;
}

export type ReadRequest =
  | { readonly kind: 'valid'; readonly request: ValidRequest }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

// Where nobody is asked who they are, nobody is asked for whom either.
const nobodyElse = { onBehalfOf: null, errors: [] } as const;

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
  const { onBehalfOf, errors: wrongRepresentative } = asksNoProof(kind)
    ? nobodyElse
    : readRepresentative(values);
  errors.push(...wrongRepresentative);
  if (wish.wish === null || errors.length > 0) return { kind: 'invalid', errors };
  return {
    kind: 'valid',
    request: {
      wish: wish.wish,
      email,
      customerNumber: customerNumber === '' ? null : customerNumber,
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
    },
  };
}
