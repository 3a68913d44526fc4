import type { DatabaseKind } from '../catalog/catalog.ts';
import type { LookedAt } from '../catalog/proposal/merge-policy.ts';
import { proposeMap } from '../catalog/proposal/propose-map.ts';
import { databaseOpeners } from './connect-sources.ts';

/** A database that no policy knows yet. */
export interface UnknownSource {
  readonly id: string;
  readonly kind: DatabaseKind;
  /** Holds a password: it is never printed. */
  readonly connectionString: string;
  /** The setting that holds it; left out: it is called after the source. */
  readonly setting?: string;
}

/**
 * Looks at the shape of each database and proposes what a policy should say of it. Reads no rows and changes nothing.
 *
 * @throws GestandError `source-unreachable`, `source-failed`; `bad-configuration` when a connection string is none.
 */
export async function proposeSources(
  unknown: readonly UnknownSource[],
  onProgress: (source: string) => void,
): Promise<readonly LookedAt[]> {
  const looks: LookedAt[] = [];
  for (const { id, kind, connectionString } of unknown) {
    onProgress(id);
    const source = databaseOpeners[kind](id, connectionString);
    try {
      const catalog = await source.introspect();
      looks.push({ catalog, proposal: proposeMap(catalog) });
    } finally {
      await source.close();
    }
  }
  return looks;
}
