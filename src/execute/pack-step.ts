import { assert } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';
import type { TransferId } from '../base/ids.ts';
import type { Manifest } from '../report/portability/manifest.ts';
import { readContact } from '../store/case-file.ts';
import { saveCursor } from '../store/run-step.ts';
import { newTransferId, packTransfer, removeTransfer } from '../store/transfer.ts';
import { encryptFor } from '../transfer/package-encryption.ts';
import { areTheirs, countRows, portabilityContent } from './rows-of-plan.ts';
import type { CarryOut } from './step-done.ts';

/**
 * Reads what a person takes along into a package that is encrypted for the party they named, and keeps it until it is
 * delivered (art. 20(2)). What is kept nobody here can open: whoever goes on after a crash removes it and packs again.
 */
export const packStep: CarryOut = async (run, { step }) => {
  const { context, record, caseFile, held } = run;
  const { store, faultPoint } = context;
  const { plan } = record;
  assert(
    plan.kind === 'export' && plan.to.kind === 'receiver' && caseFile !== null,
    'an export to a receiver',
  );
  const begun = transferOf(step.cursor);
  if (begun !== null) await removeTransfer(store, begun);
  if (!areTheirs(plan, await countRows(run, plan))) {
    const nothing = { transferId: null, byteCount: 0, rows: 0 };
    return { result: nothing, detail: nothing };
  }
  const contact = await readContact(store, caseFile.id);
  if (contact === undefined)
    throw new GestandError('gone', `Whose data case ${caseFile.reference} is about is no longer kept.`);
  const id = newTransferId(store);
  await saveCursor(store, held, { ordinal: step.ordinal, cursor: { transferId: id } });
  const { receiver } = plan.to;
  const manifests: Manifest[] = [];
  const content = portabilityContent(run, {
    plan,
    caseFile,
    personEmail: contact.email,
    onManifest: (manifest) => manifests.push(manifest),
  });
  const packed = await packTransfer(
    store,
    {
      id,
      caseId: caseFile.id,
      runId: held.id,
      receiver: { address: receiver.address, name: receiver.name, key: receiver.encryptionKey.thumbprint },
    },
    encryptFor(receiver.encryptionKey, content),
  );
  await faultPoint('transfer.packed');
  const tables = manifests.flatMap((manifest) => manifest.tables);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const facts = { transferId: id, ...packed, rows };
  return {
    result: { ...facts, tables: tables.map(({ source, table, rows }) => ({ source, table, rows })) },
    detail: facts,
  };
};

function transferOf(cursor: unknown): TransferId | null {
  const id =
    typeof cursor === 'object' && cursor !== null && 'transferId' in cursor ? cursor.transferId : null;
  return typeof id === 'string' ? (id as TransferId) : null;
}
