/** Everything with a person and a clock is a case. The kinds, after the articles of the GDPR they serve. */
export const caseKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'withdrawal',
  'question',
  'security-information',
  'complaint',
] as const;
export type CaseKind = (typeof caseKinds)[number];
