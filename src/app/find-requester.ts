import { GestandError } from '../base/error.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { type Identity, normaliseIdentity } from '../domain/identity.ts';
import { type CaseFile, type Contact, readContact } from '../store/case-file.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { type FoundPerson, findPerson } from './find-person.ts';
import { type FoundRow, identitiesOf } from './found-row.ts';

/** Who asks in a case, as the sources have them today. */
export interface Requester {
  readonly maps: readonly DataMap[];
  readonly contact: Contact;
  /** What they proved. A customer number they stated is proof of nothing, and nothing is looked up by it. */
  readonly proven: readonly Identity[];
  readonly found: FoundPerson;
}

/**
 * Looks for whoever proved an address in a case.
 *
 * @throws GestandError `gone` when it is no longer kept whose case it is; `source-unreachable`; `drifted` when the policy no
 * longer fits a source; `limit-exceeded`.
 */
export async function findRequester(
  context: StoreContext & SourcesContext,
  file: CaseFile,
): Promise<Requester> {
  const contact = await readContact(context.store, file.id);
  if (contact === undefined)
    throw new GestandError('gone', `Whose case ${file.reference} was is no longer kept.`);
  const maps = await requireMaps(context);
  const proven = provenIdentities(contact);
  return { maps, contact, proven, found: await findPerson(context.sources, maps, proven) };
}

/** Whether the customer number somebody gave stands in one of these rows; null when they gave none. */
export function statedNumberFound({ customerNumber }: Contact, rows: readonly FoundRow[]): boolean | null {
  if (customerNumber === undefined) return null;
  const stated = normaliseIdentity('customer-number', customerNumber).value.toUpperCase();
  return rows
    .flatMap(identitiesOf)
    .some(({ kind, value }) => kind === 'customer-number' && value.toUpperCase() === stated);
}
