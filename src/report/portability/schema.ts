import { z } from 'zod';
import { manifestShape, portabilityVersion } from './manifest.ts';

/** A name that does not depend on who publishes it: every installation publishes the same. */
const schemaId = `urn:gestand:schema:portability:${portabilityVersion}`;

/**
 * The published schema of a package, JSON Schema 2020-12: of its `manifest.json`, and under `$defs` of its files of rows.
 * The text is the same in every package and at every installation.
 */
export const portabilitySchema: string = (() => {
  const { $schema, $defs = {}, ...manifest } = z.toJSONSchema(manifestShape, { target: 'draft-2020-12' });
  const schema = {
    $schema,
    $id: schemaId,
    title: 'Gestand portability package',
    ...manifest,
    $defs: {
      ...$defs,
      Rows: {
        description:
          'A file of rows: each an object of the columns that the manifest names for its table. Dates and moments are ISO 8601.',
        type: 'array',
        items: { type: 'object', additionalProperties: true },
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
})();
