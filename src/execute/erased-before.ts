import { legalDateOf } from '../base/clock.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import { type CaseFile, readContact } from '../store/case-file.ts';
import { findErased } from '../store/erasure-record.ts';
import type { CurrentRun } from './current-run.ts';

/**
 * The day of the last erasure under the address of this case before this run, as an ISO date; null when there was none. What had to be
 * kept then no longer leads to that address: that nothing is found does not mean that nothing is there.
 */
export async function erasedBefore(
  { context, held }: CurrentRun,
  caseFile: CaseFile | null,
): Promise<string | null> {
  const { store } = context;
  const contact = caseFile === null ? undefined : await readContact(store, caseFile.id);
  if (contact === undefined) return null;
  const [record] = await findErased(store, [normaliseIdentity('email', contact.email)], held.id);
  return record === undefined ? null : legalDateOf(Temporal.Instant.from(record.erasedAt)).toString();
}
