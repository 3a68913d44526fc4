import type { Identity } from './identity.ts';

/** By what right somebody asks for somebody else. */
export const mandateKinds = ['lawyer', 'authorised', 'parent', 'guardian'] as const;
export type MandateKind = (typeof mandateKinds)[number];

/** Whom a request is about when somebody else makes it. Personal data: it is kept encrypted beside the case. */
export interface OnBehalfOf {
  readonly mandate: MandateKind;
  /** By what the person is known, as the representative says: looked for only once the mandate was accepted. */
  readonly identities: readonly Identity[];
  /** ISO date; of a child. */
  readonly birthDate: string | null;
}
