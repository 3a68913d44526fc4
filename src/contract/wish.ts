import { z } from 'zod';
import { restrictionGrounds, type Wish } from '../domain/wish.ts';

/** The longest text somebody writes, in characters: two pages. */
const longestText = 5000;
const mostCorrections = 50;
const mostInScope = 100;

const text = z.string().trim().min(1).max(longestText);
const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of the policy: small letters, digits and hyphens');
const scope = z
  .union([z.literal('all'), z.array(id).min(1).max(mostInScope).readonly()])
  .describe('`all`, or ids of GET /api/v1/choices');
const none = z.array(id).max(0).readonly();
const scopeOrNone = z.union([scope, none]).describe('`all`, ids of GET /api/v1/choices, or none');
const value = z.string().max(1000).nullable();

const correction = z.strictObject({
  category: id.describe('Which kind of data: an id of GET /api/v1/choices'),
  now: value.describe('What stands there, as the person knows it; null when nothing does'),
  wanted: value.describe('What should stand there; null: nothing'),
});

/** What somebody asks, by kind. */
export const wishSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('access') }).meta({ title: 'A copy of my data (art. 15 GDPR)' }),
    z.strictObject({ kind: z.literal('erasure') }).meta({ title: 'Erase my data (art. 17)' }),
    z
      .strictObject({
        kind: z.literal('rectification'),
        corrections: z.array(correction).min(1).max(mostCorrections).readonly(),
      })
      .meta({ title: 'Correct my data (art. 16)' }),
    z
      .strictObject({
        kind: z.literal('restriction'),
        ground: z.enum(restrictionGrounds),
        purposes: scope,
        reason: text.nullable(),
      })
      .meta({ title: 'Keep my data but do not use them (art. 18)' }),
    z
      .strictObject({
        kind: z.literal('objection'),
        purposes: scopeOrNone,
        categories: scopeOrNone,
        recipients: scopeOrNone,
        reason: text.nullable(),
      })
      .meta({ title: 'I object (art. 21)' }),
    z
      .strictObject({
        kind: z.literal('portability'),
        to: z.union([
          z.literal('self'),
          z.strictObject({ receiver: z.url({ protocol: /^https$/ }).max(500) }),
        ]),
      })
      .meta({ title: 'Hand over what I gave you (art. 20)' }),
    z
      .strictObject({ kind: z.literal('withdrawal'), purposes: scope })
      .meta({ title: 'I withdraw my consent (art. 7(3))' }),
    z.strictObject({ kind: z.literal('question'), text }).meta({ title: 'A question about my data' }),
    z
      .strictObject({ kind: z.literal('security-information'), text })
      .meta({ title: 'How do you protect my data?' }),
    z.strictObject({ kind: z.literal('complaint'), text }).meta({ title: 'A complaint' }),
  ])
  .meta({ id: 'Wish' }) satisfies z.ZodType<Wish>;
