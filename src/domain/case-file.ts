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

/** The kinds of which one answer serves for two requests of one person: what is done for the first is all there is to do. */
export const joinableKinds = [
  'access',
  'rectification',
  'erasure',
  'portability',
] as const satisfies readonly CaseKind[];
export type JoinableKind = (typeof joinableKinds)[number];

export function isJoinable(kind: CaseKind): kind is JoinableKind {
  return (joinableKinds as readonly CaseKind[]).includes(kind);
}
