import { type Disclosure, listDisclosures as readDisclosures } from '../store/disclosure.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';

/** Who received what of whom, the newest first. Whom it is about is personal data, for a screen or a file of the officer's own. */
export async function listDisclosures(
  { actor, store }: StoreContext,
  of: { readonly recipient?: string | undefined; readonly limit: number },
): Promise<readonly Disclosure[]> {
  permit(actor, 'list-disclosures');
  return readDisclosures(store, of);
}
