import type { CaseFile } from '../store/case-file.ts';
import { type CodeNetwork, makeIdentityCode } from '../store/identity-code.ts';
import type { StoreScope } from '../store/store.ts';
import { codeLifetimeSeconds } from './attempt-limits.ts';
import { codeLink, queueLetter } from './case-letter.ts';
import type { PolicyContext } from './context.ts';

/** Makes a new code and queues the letter with it; an earlier one that the same network asked for no longer works. */
export async function sendIdentityCode(
  { store, policy, publicUrl }: Pick<PolicyContext, 'policy' | 'publicUrl'> & { readonly store: StoreScope },
  { file, to, network }: { readonly file: CaseFile; readonly to: string; readonly network: CodeNetwork },
): Promise<void> {
  const code = await makeIdentityCode(store, file.id, { lifetimeSeconds: codeLifetimeSeconds, network });
  await queueLetter(
    { store, policy },
    { file, to },
    {
      kind: 'identity-code',
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      validMinutes: codeLifetimeSeconds / 60,
      codeLink: codeLink(publicUrl, file),
    },
  );
}
