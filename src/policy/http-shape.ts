import { z } from 'zod';
import { identityKinds } from '../domain/identity.ts';
import { defaultHttpLimits, type HttpType } from './http-source.ts';
import { settingName, text } from './text-shape.ts';

/** The shape of what a policy declares of an HTTP API. */

const httpTypes = ['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp', 'json', 'uuid'] as const;
httpTypes satisfies readonly HttpType[];

const pointer = z
  .string()
  .regex(/^(\/([^/~]|~[01])*)*$/, 'write a JSON pointer: /data/items; nothing at all for the whole answer')
  .meta({ id: 'JsonPointer', description: 'Where in the answer, as RFC 6901 writes it: /data/items.' });
const parameter = z
  .string()
  .regex(/^[\w.~[\]-]+$/, 'write the name of a parameter in the query: page')
  .describe('The parameter in the query.');
const wholeNumber = (least: number, most: number) =>
  z
    .int(`write a whole number from ${least} to ${most}`)
    .min(least, `write a whole number from ${least} to ${most}`)
    .max(most, `write a whole number from ${least} to ${most}`);

export const authenticationShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bearer'), secret: settingName }),
    z.strictObject({ kind: z.literal('basic'), user: text, secret: settingName }),
    z.strictObject({
      kind: z.literal('header'),
      header: z.string().regex(/^[!#$%&'*+.^`|~\w-]+$/, 'write the name of a header: X-Api-Key'),
      secret: settingName,
    }),
  ])
  .describe('How the API knows who calls; the secret by the NAME of its setting.');

export const limitsShape = z.strictObject({
  requestsPerSecond: z
    .number()
    .gt(0, 'write how many requests a second the API may get: 5')
    .max(1000, 'write at most 1000')
    .optional()
    .describe(`${defaultHttpLimits.requestsPerSecond} when left out.`),
  timeoutSeconds: wholeNumber(1, 600)
    .optional()
    .describe(`${defaultHttpLimits.timeoutSeconds}, of one request.`),
  attempts: wholeNumber(1, 10)
    .optional()
    .describe(`${defaultHttpLimits.attempts}: how often a request is made at the most.`),
  pages: wholeNumber(1, 100_000).optional().describe(`${defaultHttpLimits.pages}, of one answer.`),
  megabytes: wholeNumber(1, 1000).optional().describe(`${defaultHttpLimits.megabytes}, of one page.`),
});

const pagingShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), parameter, first: z.int().min(0).max(1).optional() }),
    z.strictObject({ kind: z.literal('offset'), parameter }),
    z.strictObject({ kind: z.literal('cursor'), parameter, at: pointer }),
    z.strictObject({ kind: z.literal('next'), at: pointer }),
    z.strictObject({ kind: z.literal('link') }),
  ])
  .meta({ id: 'HttpPaging', description: 'How the next page is asked for; left out: there is only one.' });

const path = String.raw`/[!$&'()*+,\-./\d:;=?@A-Z[\]_a-z~%{}]*`;
const readRequest = z
  .string()
  .regex(new RegExp(`^(GET|POST) ${path}$`), 'write a method and a path: GET /contacts?email={value}')
  .describe('GET or POST, a space, and a path with placeholders.');
const changeRequest = z
  .string()
  .regex(new RegExp(`^(DELETE|POST|PUT|PATCH) ${path}$`), 'write a method and a path: DELETE /contacts/{id}')
  .describe('DELETE, POST, PUT or PATCH, a space, and a path with placeholders.');

const body = z.json().optional().describe('JSON with placeholders in its texts.');

export const readShape = z
  .strictObject({
    request: readRequest,
    body,
    rows: pointer.optional(),
    page: pagingShape.optional(),
    absent: z
      .array(z.literal([204, 404, 410]))
      .min(1)
      .optional()
      .describe('Status codes that mean that there are no rows.'),
  })
  .meta({ id: 'HttpRead' });

export const changeShape = z
  .strictObject({
    request: changeRequest,
    body,
    contentType: z
      .string()
      .regex(/^application\/([\w.-]+\+)?json$/, 'write a JSON type: application/merge-patch+json')
      .optional(),
    repeatable: z
      .boolean()
      .optional()
      .describe('Doing it twice is as doing it once; so for DELETE and PUT, not for POST and PATCH.'),
  })
  .meta({ id: 'HttpChange' });

export const httpColumnShape = z
  .union([
    z.enum(httpTypes),
    z.strictObject({
      type: z.enum(httpTypes),
      nullable: z.boolean().optional(),
      optional: z.boolean().optional().describe('A row may come without it.'),
      key: z.boolean().optional().describe('Tells one row from another.'),
      unique: z.boolean().optional(),
      readOnly: z.boolean().optional().describe('The API makes it itself.'),
      at: pointer.optional(),
    }),
  ])
  .meta({ id: 'HttpColumn', description: 'The type of a column, or an object with more.' });

/** A resource without its columns, which are read one by one. */
export const resourceShape = z
  .strictObject({
    columns: z.record(text, httpColumnShape),
    find: z
      .partialRecord(z.enum(identityKinds), readShape)
      .optional()
      .describe('How people are found by an identity; {value} stands for it.'),
    read: readShape
      .optional()
      .describe('Of people: the row by its key. Of what is theirs: all of an owner, {owner.column}.'),
    list: readShape.optional().describe('Every row there is.'),
    erase: changeShape.optional(),
    rectify: changeShape.optional().describe('Changes columns; {changes} in its body stands for them.'),
  })
  .meta({ id: 'HttpResource', description: 'A table as the API shows it, and how it is asked.' });
