/** How it was shown that a case is of whoever asks (GDPR art. 12(6)): never more than the answer makes necessary. */
export const identityProofs = [
  /** The code that was mailed to the address came back. */
  'mailed-code',
  /** The organisation's own app says who is signed in. */
  'signed-session',
  /** It came from an address that is known, with facts that only its owner knows. */
  'known-facts',
  /** Somebody of the organisation is sure, and wrote down why. */
  'officer-judgement',
  /** The answer tells nothing about anybody, so nobody was asked who they are. */
  'not-needed',
] as const;
export type IdentityProof = (typeof identityProofs)[number];
