import { GestandError } from '../base/error.ts';
import type { Correction } from '../domain/wish.ts';
import { type CaseFile, findCaseByReference, readWish } from '../store/case-file.ts';
import type { StoreScope } from '../store/store.ts';

/** @throws GestandError `not-found`; `conflict` when it is no request for rectification. */
export async function rectificationCase(store: StoreScope, reference: string): Promise<CaseFile> {
  const file = await findCaseByReference(store, reference);
  if (file === undefined)
    throw new GestandError('not-found', `There is no request ${reference.trim()}. See "gestand requests".`);
  if (file.kind !== 'rectification')
    throw new GestandError('conflict', `${file.reference} asks for ${file.kind}, and not for rectification.`);
  return file;
}

/** @throws GestandError `gone` when it is no longer kept what was asked. */
export async function correctionsOf(
  store: StoreScope,
  { id, reference }: CaseFile,
): Promise<readonly Correction[]> {
  const wish = await readWish(store, { id, kind: 'rectification' });
  if (wish !== undefined) return wish.corrections;
  throw new GestandError('gone', `What case ${reference} asked for is no longer kept.`);
}
