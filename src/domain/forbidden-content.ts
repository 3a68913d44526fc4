import { holdsCitizenNumber, withoutCitizenNumbers } from './citizen-number.ts';
import { looksLikeIdentityDocument, withoutMachineReadableLines } from './identity-document.ts';

/** What nobody is asked for, and what is not kept when it is sent all the same: no request makes either necessary. */
export type ForbiddenContent =
  /** UAVG art. 46. */
  | 'citizen-number'
  /** GDPR art. 5(1)(c), 12(6): the lines for machines of a passport or identity card. */
  | 'identity-document';

/** What in a text may not be kept; null when all of it may. */
export function forbiddenIn(text: string): ForbiddenContent | null {
  if (looksLikeIdentityDocument({ name: '', text })) return 'identity-document';
  return holdsCitizenNumber(text) ? 'citizen-number' : null;
}

/** The same text without it: what came in by mail cannot be sent back unread. */
export function withoutForbiddenContent(text: string): string {
  return withoutCitizenNumbers(withoutMachineReadableLines(text));
}
