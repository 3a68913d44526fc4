import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { formatVerifier, type NoteSigner, noteSigner } from '../../src/ledger/signed-note.ts';
import type { SignHead } from '../../src/store/ledger-entry.ts';

/** The key of the ledgers of tests. */
export const signer: NoteSigner = noteSigner('gestand/org_test', new Uint8Array(32).fill(9));
export const key: string = formatVerifier(signer.verifier);
export const sign: SignHead = (head) => signCheckpoint({ origin: signer.name, ...head }, signer);
