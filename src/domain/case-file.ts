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

/** Where a case stands. `extended`: the person was told within a month that it takes longer (art. 12(3)). */
export const caseStates = [
  'received',
  'identity',
  'in-progress',
  'extended',
  'answered',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type CaseState = (typeof caseStates)[number];
