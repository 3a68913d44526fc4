import { equalInConstantTime, sha256Hex } from '../base/hash.ts';
import { type CaseFile, findCaseByToken, readCase } from '../store/case-file.ts';
import { findPackage, findPackageToken } from '../store/package-file.ts';
import type { StoreScope } from '../store/store.ts';
import type { RequestKey } from './portal-services.ts';

/** Whose request it is, proven by a link: that of the status page, or that of the package. */
export interface ProvenRequest {
  readonly file: CaseFile;
  /** What opens the package; null when there is none, or it has expired. */
  readonly packageToken: string | null;
}

/**
 * Opens a request with the secret of a link. The reference must fit as well, so that a token alone, found in a log of
 * somebody's proxy, opens nothing. Null for all that does not fit, without telling what.
 */
export async function authenticatePerson(
  store: StoreScope,
  { reference, token }: RequestKey,
): Promise<ProvenRequest | null> {
  const [byStatus, byPackage] = await Promise.all([findCaseByToken(store, token), findPackage(store, token)]);
  const file = byStatus ?? (byPackage && (await readCase(store, byPackage.caseId)));
  const fits = equalInConstantTime(
    sha256Hex(file?.reference ?? ''),
    sha256Hex(reference.trim().toUpperCase()),
  );
  // Before identity is proven there is nobody yet whose request it is.
  if (file === undefined || !fits || file.state === 'received' || file.state === 'identity') return null;
  if (byStatus === undefined) return { file, packageToken: token };
  const packageToken = await findPackageToken(store, { caseId: file.id, accessToken: token });
  return { file, packageToken: packageToken ?? null };
}
