import type { Selectable } from 'kysely';
import { GestandError } from '../base/error.ts';
import { type CaseId, newId, type PackageId } from '../base/ids.ts';
import { openWithLink, sealForLink } from './link-key.ts';
import {
  type ChunkPlace,
  type DataKey,
  newDataKey,
  newLinkToken,
  openChunk,
  sealChunk,
  tokenHash,
  unwrapKey,
  wrapKey,
} from './package-cipher.ts';
import { piecesOf } from './pieces.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

/** The file that answers a case, without what is in it. */
export interface PackageFile {
  readonly id: PackageId;
  readonly caseId: CaseId;
  readonly fileName: string;
  readonly byteCount: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly downloads: number;
}

/**
 * Encrypts a package as it comes and keeps it; memory does not grow with it. The token that is returned is the only
 * key to it, and belongs in the link that is sent. It is kept only sealed for the holder of the case's status link.
 */
export async function writePackage(
  scope: StoreScope,
  wanted: {
    readonly caseId: CaseId;
    readonly fileName: string;
    readonly expiresAt: string;
    /** When the writer noted beforehand which package it begins, to remove it if it never hears how that ended. */
    readonly id?: PackageId;
  },
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly file: PackageFile; readonly token: string }> {
  const id: PackageId = wanted.id ?? newId('pkg', scope.clock.now());
  const token = newLinkToken();
  const key = newDataKey();
  await scope.db
    .insertInto('package_file')
    .values({
      organisation_id: scope.organisationId,
      package_id: id,
      case_id: wanted.caseId,
      state: 'writing',
      file_name: wanted.fileName,
      token_hash: tokenHash(token),
      wrapped_key: wrapKey(key, token, id),
      sealed_token: await sealedForCase(scope, wanted.caseId, token),
      chunk_count: 0,
      byte_count: 0,
      created_at: nowOf(scope),
      expires_at: wanted.expiresAt,
    })
    .execute();
  const written = await writeOrRemove(scope, { id, key }, content);
  const row = await scope.db
    .updateTable('package_file')
    .set({ state: 'ready', chunk_count: written.chunkCount, byte_count: written.byteCount })
    .where('organisation_id', '=', scope.organisationId)
    .where('package_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { file: fromRow(row), token };
}

/**
 * Opens the package of a link for one download, which is counted when it begins; `record` runs in the transaction that
 * counts it.
 *
 * @throws GestandError not-found for a link we do not know; gone when it has expired.
 */
export async function openPackage(
  scope: StoreScope,
  token: string,
  record: (inside: StoreScope, file: PackageFile) => Promise<void> = async () => undefined,
): Promise<{ readonly file: PackageFile; readonly content: AsyncGenerator<Uint8Array> }> {
  const row = await withTransaction(scope, async (inside) => {
    const counted = await inside.db
      .updateTable('package_file')
      .set((current) => ({ downloads: current('downloads', '+', 1) }))
      .where('organisation_id', '=', scope.organisationId)
      .where('token_hash', '=', tokenHash(token))
      .where('state', '=', 'ready')
      .where('expires_at', '>', nowOf(scope))
      .returningAll()
      .executeTakeFirst();
    if (counted !== undefined) await record(inside, fromRow(counted));
    return counted;
  });
  if (row === undefined) throw await whyClosed(scope, token);
  const file = fromRow(row);
  const key = unwrapKey(row.wrapped_key, token, file.id);
  return { file, content: readChunks(scope, { id: file.id, key }, row.chunk_count) };
}

/**
 * The token of the newest package of a case, for whoever holds the link to the status page; undefined when there is
 * none, it has expired, or it was sealed for an earlier link.
 */
export async function findPackageToken(
  scope: StoreScope,
  { caseId, accessToken }: { readonly caseId: CaseId; readonly accessToken: string },
): Promise<string | undefined> {
  const row = await packages(scope)
    .where('case_id', '=', caseId)
    .where('state', '=', 'ready')
    .where('expires_at', '>', nowOf(scope))
    .orderBy('created_at', 'desc')
    .orderBy('package_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.sealed_token === null) return undefined;
  try {
    return openWithLink(accessToken, row.sealed_token, caseId);
  } catch {
    return undefined;
  }
}

/** The package of a link, without counting a download. Undefined when unknown, expired or unfinished. */
export async function findPackage(scope: StoreScope, token: string): Promise<PackageFile | undefined> {
  const row = await packages(scope)
    .where('token_hash', '=', tokenHash(token))
    .where('state', '=', 'ready')
    .where('expires_at', '>', nowOf(scope))
    .executeTakeFirst();
  return row && fromRow(row);
}

/**
 * Destroys packages whose link has expired, and what was left of writing that broke off and expired; at most `limit` at
 * a time. Returns which.
 */
export async function destroyExpiredPackages(
  scope: StoreScope,
  limit: number,
): Promise<readonly PackageId[]> {
  return withTransaction(scope, async (inside) => {
    const expired = await inside.db
      .selectFrom('package_file')
      .select('package_id')
      .where('organisation_id', '=', scope.organisationId)
      .where('expires_at', '<=', nowOf(scope))
      .orderBy('expires_at')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    const ids = expired.map((row) => row.package_id as PackageId);
    if (ids.length > 0)
      await inside.db
        .deleteFrom('package_file')
        .where('organisation_id', '=', scope.organisationId)
        .where('package_id', 'in', ids)
        .execute();
    return ids;
  });
}

async function sealedForCase(scope: StoreScope, caseId: CaseId, token: string): Promise<Buffer | null> {
  const row = await scope.db
    .selectFrom('case_file')
    .select('access_public_key')
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const publicKey = row?.access_public_key ?? null;
  return publicKey === null ? null : sealForLink(publicKey, token, caseId);
}

/** Removes a package whose link nobody received, finished or not. */
export async function removePackage(scope: StoreScope, id: PackageId): Promise<void> {
  await scope.db
    .deleteFrom('package_file')
    .where('organisation_id', '=', scope.organisationId)
    .where('package_id', '=', id)
    .execute();
}

interface Sealed {
  readonly id: PackageId;
  readonly key: DataKey;
}

async function writeOrRemove(
  scope: StoreScope,
  sealed: Sealed,
  content: AsyncIterable<Uint8Array>,
): ReturnType<typeof writeChunks> {
  try {
    return await writeChunks(scope, sealed, content);
  } catch (error) {
    await removePackage(scope, sealed.id);
    throw error;
  }
}

async function writeChunks(
  scope: StoreScope,
  { id, key }: Sealed,
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly chunkCount: number; readonly byteCount: number }> {
  let chunkCount = 0;
  let byteCount = 0;
  for await (const { ordinal, bytes, last } of piecesOf(content)) {
    const place: ChunkPlace = { packageId: id, ordinal, last };
    await scope.db
      .insertInto('package_chunk')
      .values({
        organisation_id: scope.organisationId,
        package_id: id,
        ordinal,
        content: sealChunk(key, bytes, place),
      })
      .execute();
    chunkCount++;
    byteCount += bytes.length;
  }
  return { chunkCount, byteCount };
}

async function* readChunks(
  scope: StoreScope,
  { id, key }: Sealed,
  chunkCount: number,
): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ordinal < chunkCount; ordinal++) {
    const row = await scope.db
      .selectFrom('package_chunk')
      .select('content')
      .where('organisation_id', '=', scope.organisationId)
      .where('package_id', '=', id)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (row === undefined) throw new GestandError('gone', `Package ${id} was destroyed meanwhile.`);
    yield openChunk(key, row.content, { packageId: id, ordinal, last: ordinal === chunkCount - 1 });
  }
}

async function whyClosed(scope: StoreScope, token: string): Promise<GestandError> {
  const row = await packages(scope).where('token_hash', '=', tokenHash(token)).executeTakeFirst();
  return row === undefined
    ? new GestandError('not-found', 'This link is not known. Copy the whole link from the mail.')
    : new GestandError('gone', 'This link has expired. Ask for a new one on the status page.');
}

function packages(scope: StoreScope) {
  return scope.db.selectFrom('package_file').selectAll().where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: Selectable<Database['package_file']>): PackageFile {
  return {
    id: row.package_id as PackageId,
    caseId: row.case_id as CaseId,
    fileName: row.file_name,
    byteCount: row.byte_count,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    downloads: row.downloads,
  };
}
