/** What can be wrong with a field of a request. */
export const formErrors = [
  'emailMissing',
  'emailInvalid',
  'customerNumberLong',
  'textMissing',
  'textLong',
  'citizenNumber',
  'correctionMissing',
  'correctionEmpty',
  'categoryMissing',
  'groundMissing',
  'purposesMissing',
  'objectionMissing',
  'consentMissing',
  'receiverMissing',
  'receiverInvalid',
] as const;
export type FormError = (typeof formErrors)[number];

export interface FieldError {
  /** The id of the element that a link in the summary goes to. */
  readonly field: string;
  readonly error: FormError;
}
