import { GestandError } from '../base/error.ts';
import { buildDataMap } from '../catalog/build-data-map.ts';
import { type Catalog, catalogHash } from '../catalog/catalog.ts';
import { keepCatalogVersion, newestCatalogVersions } from '../store/catalog-version.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { withTransaction } from '../store/transaction.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { logFailure } from './plan-request.ts';

/**
 * Takes the shapes of sources as right from now on: later looks are compared with these. What was accepted already
 * leaves no second trace.
 *
 * @returns the sources whose shape is another than what was accepted before.
 */
export async function acceptCatalogs(
  { actor, store }: StoreContext,
  catalogs: readonly Catalog[],
): Promise<readonly string[]> {
  permit(actor, 'accept-catalog');
  return withTransaction(store, async (inside) => {
    const known = await newestCatalogVersions(inside);
    const fresh = catalogs.filter((catalog) => known.get(catalog.source)?.hash !== catalogHash(catalog));
    for (const catalog of fresh) {
      await keepCatalogVersion(inside, { catalog, acceptedBy: actorName(actor) });
      const before = known.get(catalog.source)?.hash ?? null;
      await appendLedgerEntry(inside, {
        kind: 'catalog-accepted',
        subjects: { source: catalog.source },
        detail: { before, catalogHash: catalogHash(catalog), by: actorName(actor) },
      });
    }
    return fresh.map(({ source }) => source);
  });
}

/**
 * The same for every connected source that the policy fits without an error. A source that does not answer, or does
 * not fit, keeps what was accepted of it before.
 */
export async function acceptFittingSources(
  context: StoreContext & SourcesContext,
): Promise<readonly string[]> {
  const { policy, sources, log } = context;
  const looks = await Promise.all(
    policy.sources.map(async (declared): Promise<readonly Catalog[]> => {
      try {
        const catalog = await sources.get(declared.id)?.introspect();
        if (catalog === undefined) return [];
        return buildDataMap(declared, catalog).map === null ? [] : [catalog];
      } catch (error) {
        if (!(error instanceof GestandError)) throw error;
        logFailure(log, 'source not looked at', { error });
        return [];
      }
    }),
  );
  return acceptCatalogs(context, looks.flat());
}
