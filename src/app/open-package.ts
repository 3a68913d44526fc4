import { Readable } from 'node:stream';
import { GestandError } from '../base/error.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { openPackage as open, type PackageFile } from '../store/package-file.ts';
import type { StoreScope } from '../store/store.ts';
import { authenticatePerson } from './authenticate-person.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import type { OpenPackageResult, RequestKey } from './portal-services.ts';
import { viewRequest } from './request-view.ts';

/** Hands out what was made for a person, as a stream; the download is counted when it begins. */
export async function openPackage(context: StoreContext, key: RequestKey): Promise<OpenPackageResult> {
  const { store } = context;
  const proven = await authenticatePerson(store, key);
  if (proven === null) return { kind: 'unknown' };
  permit({ kind: 'person', caseId: proven.file.id }, 'open-package');
  if (proven.packageToken === null) {
    const { state } = await viewRequest(store, proven.file);
    return { kind: state === 'done' ? 'expired' : 'not-ready' };
  }
  const { packageToken } = proven;
  try {
    const { file, content } = await open(store, packageToken, tellDownload);
    return {
      kind: 'ok',
      fileName: file.fileName,
      sizeBytes: file.byteCount,
      stream: Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>,
    };
  } catch (error) {
    if (error instanceof GestandError && error.code === 'gone') return { kind: 'expired' };
    if (error instanceof GestandError && error.code === 'not-found') return { kind: 'unknown' };
    throw error;
  }
}

async function tellDownload(inside: StoreScope, { id, caseId, downloads }: PackageFile): Promise<void> {
  await appendCaseEvent(inside, caseId, { kind: 'downloaded', actor: 'person', detail: { packageId: id } });
  await appendLedgerEntry(inside, {
    kind: 'package-downloaded',
    subjects: { caseId, packageId: id },
    detail: { downloads },
  });
}
