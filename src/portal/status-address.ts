import type { RequestKey } from '../app/portal-services.ts';
import { address } from './address.ts';
import type { PortalContext } from './portal-context.ts';

/** The page of a request, in the language of the pages. */
export function statusAddress(
  { language }: Pick<PortalContext, 'language'>,
  { reference, token }: RequestKey,
): string {
  return address(language, `/request/${encodeURIComponent(reference)}?t=${encodeURIComponent(token)}`);
}
