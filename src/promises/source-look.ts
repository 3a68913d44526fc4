import type { ErrorCode } from '../base/error.ts';
import { buildDataMap } from '../catalog/build-data-map.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Finding } from '../catalog/finding.ts';
import type { Localised } from '../domain/language.ts';
import { codeOf } from '../execute/run-failure.ts';
import type { PolicySource } from '../policy/policy.ts';
import { counted } from './phrase.ts';
import type { PromiseContext } from './promise-context.ts';

/** A source of the policy, as it is at this moment. */
export type SourceLook =
  | {
      readonly kind: 'seen';
      readonly declared: PolicySource;
      /** Null when a finding is an error. */
      readonly map: DataMap | null;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'not-seen'; readonly declared: PolicySource; readonly code: ErrorCode };

/** Introspects every source anew; one that does not answer does not hide the others. */
export function lookAtSources({ policy, sources }: PromiseContext): Promise<readonly SourceLook[]> {
  return Promise.all(
    policy.sources.map(async (declared): Promise<SourceLook> => {
      const source = sources.get(declared.id);
      if (source === undefined) return { kind: 'not-seen', declared, code: 'bad-configuration' };
      try {
        return { kind: 'seen', declared, ...buildDataMap(declared, await source.introspect()) };
      } catch (error) {
        return { kind: 'not-seen', declared, code: codeOf(error) };
      }
    }),
  );
}

export function notSeen(looks: readonly SourceLook[]): readonly string[] {
  return looks.filter(({ kind }) => kind === 'not-seen').map(({ declared }) => declared.id);
}

/** Why nothing can be said: a source did not answer. */
export function awayReason(ids: readonly string[]): Localised {
  const names = ids.join(', ');
  return {
    nl: `Niet bereikbaar: ${names}. Zonder die systemen te zien is er geen bewijs; herstel de verbinding.`,
    en: `Not reachable: ${names}. Without seeing those systems there is no evidence; mend the connection.`,
  };
}

const unmappedCodes: ReadonlySet<string> = new Set(['unmapped-table', 'unmapped-column']);

/** The same for the public, who does not know our systems by those names. */
export function publicAwayReason(ids: readonly string[]): Localised {
  const count = counted(ids.length, 'source');
  return {
    nl: `Niet te zien op dit moment: ${count.nl}. Daarom is er nu geen bewijs.`,
    en: `Not to be seen at this moment: ${count.en}. So there is no evidence now.`,
  };
}

/** Tables and columns that no policy knows, as `source.table.column`. */
export function unmappedPlaces(looks: readonly SourceLook[]): readonly string[] {
  return looks
    .flatMap((look) => (look.kind === 'seen' ? look.findings : []))
    .filter(({ code }) => unmappedCodes.has(code))
    .map(({ source, table, column }) => [source, table, column].filter((part) => part !== null).join('.'));
}
