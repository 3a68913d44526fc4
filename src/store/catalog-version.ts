import type { Json } from '../base/canonical-json.ts';
import { type Catalog, catalogHash } from '../catalog/catalog.ts';
import { sqlState, sqlStateOf } from './database-error.ts';
import { nowOf, type StoreScope } from './store.ts';

/** What a source looked like when somebody found that right. */
export interface CatalogVersion {
  readonly catalog: Catalog;
  readonly hash: string;
  /** ISO 8601 in UTC: when it was accepted last. */
  readonly acceptedAt: string;
}

/** Keeps the shape of a source as the accepted one. The same shape is kept once, with the last time it was accepted. */
export async function keepCatalogVersion(
  scope: StoreScope,
  { catalog, acceptedBy }: { readonly catalog: Catalog; readonly acceptedBy: string },
): Promise<void> {
  const accepted = { accepted_at: nowOf(scope), accepted_by: acceptedBy };
  await scope.db
    .insertInto('catalog_version')
    .values({
      organisation_id: scope.organisationId,
      source: catalog.source,
      catalog_hash: catalogHash(catalog),
      catalog: JSON.stringify(catalog),
      ...accepted,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'source', 'catalog_hash']).doUpdateSet(accepted),
    )
    .execute();
}

/** The shape of each source that was accepted last, by source. A store of before there were any has none. */
export async function newestCatalogVersions(scope: StoreScope): Promise<ReadonlyMap<string, CatalogVersion>> {
  try {
    const rows = await scope.db
      .selectFrom('catalog_version')
      .distinctOn('source')
      .select(['source', 'catalog_hash', 'catalog', 'accepted_at'])
      .where('organisation_id', '=', scope.organisationId)
      .orderBy('source')
      .orderBy('accepted_at', 'desc')
      .execute();
    return new Map(
      rows.map((row) => [
        row.source,
        { catalog: catalogOf(row.catalog), hash: row.catalog_hash, acceptedAt: row.accepted_at },
      ]),
    );
  } catch (error) {
    if (sqlStateOf(error) === sqlState.undefinedTable) return new Map();
    throw error;
  }
}

// Only what keepCatalogVersion wrote is read back.
function catalogOf(value: Json): Catalog {
  return value as unknown as Catalog;
}
