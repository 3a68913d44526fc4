import { type ForbiddenContent, forbiddenIn } from '../../domain/forbidden-content.ts';

/** What can be wrong with a field of a request. */
export const formErrors = [
  'emailMissing',
  'emailInvalid',
  'customerNumberLong',
  'textMissing',
  'textLong',
  'citizenNumber',
  'identityDocument',
  'correctionMissing',
  'correctionEmpty',
  'categoryMissing',
  'groundMissing',
  'purposesMissing',
  'objectionMissing',
  'consentMissing',
  'receiverMissing',
  'receiverInvalid',
  'mandateMissing',
  'mandateNotNeeded',
  'personMissing',
  'birthDateMissing',
  'birthDateInvalid',
  'birthDateInFuture',
  'childAsksItself',
] as const;
export type FormError = (typeof formErrors)[number];

export interface FieldError {
  /** The id of the element that a link in the summary goes to. */
  readonly field: string;
  readonly error: FormError;
}

const forbiddenErrors: Readonly<Record<ForbiddenContent, FormError>> = {
  'citizen-number': 'citizenNumber',
  'identity-document': 'identityDocument',
};

/** What is wrong with a text that holds what is never kept; null when it holds nothing of the kind. */
export function forbiddenError(text: string): FormError | null {
  const found = forbiddenIn(text);
  return found === null ? null : forbiddenErrors[found];
}
