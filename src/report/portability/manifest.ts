import { z } from 'zod';
import { languages } from '../../domain/language.ts';

/** What stands in `format`, and the one version there is of it. */
export const portabilityFormat = 'gestand-portability';
export const portabilityVersion = 1;

const text = z.string().min(1).max(2000);
const id = z.string().min(1).max(200);
const count = z.int().min(0);

const column = z.strictObject({
  name: id,
  personal: z.boolean().describe('False: it says which rows belong together, and nothing of a person.'),
  category: id.optional().describe('An id of `categories`.'),
  origin: z
    .enum(['provided', 'observed'])
    .optional()
    .describe('Provided by the person, or observed of them. Nothing derived is in a package.'),
  purposes: z.array(id).max(100).optional().describe('Ids of `purposes`.'),
});

const table = z.strictObject({
  source: id.describe('The system it comes from.'),
  sourceName: text,
  table: id,
  name: text,
  use: z
    .enum(['personal', 'context'])
    .describe('`context`: about nobody; it is there to understand the rows that lead to it.'),
  rows: count,
  json: text.describe('Path of the rows as JSON: see `#/$defs/Rows`.'),
  csv: text.describe('Path of the same rows as CSV (RFC 4180), with a byte order mark.'),
  columns: z.array(column).max(2000),
});

/** What `manifest.json` says of a package: the one definition behind what is written, what is read and what is published. */
export const manifestShape = z
  .strictObject({
    $schema: z.url().describe('Where this schema is published.'),
    format: z.literal(portabilityFormat),
    version: z.literal(portabilityVersion),
    created: z.iso.datetime(),
    reference: text.describe('Of the request, at the controller.'),
    language: z.enum(languages).describe('Of the names in this file.'),
    basis: z.strictObject({
      article: z
        .enum(['20(1)', '20(2)'])
        .describe('GDPR. 20(1): to the person. 20(2): at their request straight to another controller.'),
      statement: text,
    }),
    controller: z.strictObject({
      name: text,
      legalName: text,
      tradeRegister: text,
      address: text,
      website: text,
    }),
    contact: z
      .strictObject({ email: text, phone: text })
      .describe('Of the controller, for questions about this package.'),
    person: z
      .strictObject({ email: text })
      .optional()
      .describe(
        'Whose data it is, by the address at which they proved it. In a package for another controller.',
      ),
    categories: z
      .array(z.strictObject({ id, name: text, dpv: text, special: z.boolean() }))
      .max(1000)
      .describe('`dpv`: a term of the Data Privacy Vocabulary. `special`: article 9 or 10 GDPR.'),
    purposes: z
      .array(z.strictObject({ id, name: text, basis: z.enum(['consent', 'contract']), ground: text }))
      .max(1000)
      .describe('What the data were used for, so far as on consent or contract.'),
    counts: z.strictObject({ tables: count, rows: count }),
    leftOut: z.array(text).max(1000).describe('What is not in the package, and why, in sentences.'),
    tables: z.array(table).max(2000),
    files: z
      .array(
        z.strictObject({
          path: text,
          mediaType: z.enum(['application/json', 'text/csv', 'text/plain', 'application/schema+json']),
          bytes: count,
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      )
      .max(5000)
      .describe('Every file of the package but this one.'),
  })
  .describe('A package of personal data that a person takes along (GDPR article 20).');

export type Manifest = z.infer<typeof manifestShape>;

export const manifestPath = 'manifest.json';
export const packagedSchemaPath = 'schema.json';
/** Below the public address of an installation, for as long as there are packages of this version. */
export const publishedSchemaPath = `/schemas/portability/${portabilityVersion}.json`;
