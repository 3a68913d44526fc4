import { present } from '../base/assert.ts';
import { recordErasure } from '../store/erasure-record.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { readRunIdentities } from '../store/run-identities.ts';
import type { CarryOut } from './step-done.ts';

/** Leaves a keyed hash of each identity, so that what a backup brings back is recognised and erased again. */
export const recordStep: CarryOut = async (run) => {
  const { store } = run.context;
  const { identities } = present(await readRunIdentities(store, run.held.id), 'the identities of a run');
  const facts = { identities: identities.length };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      await recordErasure(inside, run.held.id, identities);
      await appendLedgerEntry(inside, { kind: 'erasure-recorded', subjects: run.subjects, detail: facts });
    },
  };
};
