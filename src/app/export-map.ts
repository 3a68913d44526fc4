import { dataMapJsonLd } from '../catalog/data-map-json-ld.ts';
import type { Language } from '../domain/language.ts';
import { dataMapCsv, dataMapJson, dataMapText } from '../report/data-map/data-map-document.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext } from './context.ts';
import { type Actor, permit } from './permissions.ts';

export const mapFormats = ['text', 'csv', 'json', 'jsonld'] as const;
export type MapFormat = (typeof mapFormats)[number];

/**
 * The data map of every source as it is now: what each column holds, and whose each row is. Reads the shape of the
 * databases and not a row of them.
 *
 * @throws GestandError `drifted` when the policy does not fit a source; `source-unreachable`.
 */
export async function exportMap(
  context: SourcesContext & { readonly actor: Actor },
  { format, language }: { readonly format: MapFormat; readonly language: Language },
): Promise<string> {
  permit(context.actor, 'export-map');
  const { policy } = context;
  const maps = await requireMaps(context);
  switch (format) {
    case 'text':
      return `${dataMapText(policy, maps, language).join('\n')}`;
    case 'csv':
      return dataMapCsv(policy, maps, language);
    case 'json':
      return `${JSON.stringify(dataMapJson(maps), null, 2)}\n`;
    case 'jsonld':
      return `${JSON.stringify(dataMapJsonLd(policy, maps), null, 2)}\n`;
  }
}
