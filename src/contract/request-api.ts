import { z } from 'zod';
import { caseKinds } from '../domain/case-file.ts';
import { identityKinds } from '../domain/identity.ts';
import { languages } from '../domain/language.ts';
import { mandateKinds } from '../domain/mandate.ts';
import { wishSchema } from './wish.ts';

/*
 * What goes over the wire at /api/v1: for the server, which checks it and describes it, and for the client, which takes the types.
 */

const email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/, 'an e-mail address')
  .meta({ example: 'lotte.vandermeer@example.nl' });
const number = z.string().trim().min(1).max(50);
const date = z.iso.date();

const onBehalfOf = z
  .strictObject({
    mandate: z.enum(mandateKinds).describe('By what right'),
    identities: z
      .array(z.strictObject({ kind: z.enum(identityKinds), value: z.string().trim().min(1).max(254) }))
      .min(1)
      .max(5)
      .readonly()
      .describe('By what the other person is known'),
    birthDate: date.optional().describe('Of a child, when a parent asks'),
  })
  .meta({ id: 'OnBehalfOf' })
  .describe('Whom it is about, when somebody asks for somebody else: an officer looks at the mandate first');

export const newRequestSchema = z
  .strictObject({
    wish: wishSchema,
    email: email
      .optional()
      .describe('Where the code and every letter go. Left out when a session token says it.'),
    customerNumber: number.optional().describe('Helps to find the person; proves nothing'),
    onBehalfOf: onBehalfOf.optional(),
    language: z.enum(languages).default('nl').describe('Of letters and of the texts in answers'),
  })
  .meta({ id: 'NewRequest' });

export const openedRequestSchema = z
  .object({
    reference: z.string().meta({ example: 'GS-2026-7K3M9' }),
    state: z
      .enum(['identity', 'taken-up'])
      .describe('`identity`: send the code from the mail. `taken-up`: it is being worked on.'),
    token: z
      .string()
      .nullable()
      .describe('Opens the request from now on; null until identity is proven. Keep it like a password.'),
  })
  .meta({ id: 'OpenedRequest' });

export const codeSchema = z
  .strictObject({
    code: z
      .string()
      .max(20)
      .transform((typed) => typed.replace(/[\s-]/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'six digits')),
  })
  .meta({ id: 'Code' });

export const codeResultSchema = z
  .object({
    state: z
      .enum(['taken-up', 'identity'])
      .describe('`identity`: the code was right, and somebody of the organisation must look first.'),
    token: z.string().nullable(),
  })
  .meta({ id: 'CodeResult' });

export const requestStateSchema = z
  .enum([
    'identity',
    'taken-up',
    'verified',
    'planned',
    'approved',
    'running',
    'done',
    'refused',
    'withdrawn',
    'joined',
  ])
  .meta({ id: 'RequestState' });

export const listedRequestSchema = z
  .object({
    reference: z.string(),
    kind: z.enum(caseKinds),
    state: requestStateSchema,
    receivedOn: date,
    dueOn: date.describe('The last day the law allows (art. 12(3) GDPR)'),
  })
  .meta({ id: 'ListedRequest' });

export const requestListSchema = z
  .object({ requests: z.array(listedRequestSchema).describe('The newest first, a hundred at most') })
  .meta({ id: 'RequestList' });

export const requestStatusSchema = z
  .object({
    reference: z.string(),
    kind: z.enum(caseKinds),
    state: requestStateSchema,
    receivedOn: date,
    dueOn: date,
    timeline: z.array(z.object({ kind: z.string(), at: z.iso.datetime() })),
    plan: z
      .array(z.string())
      .describe('What will be done, or was, in sentences; empty before there is a plan'),
    foundNothing: z.boolean(),
    kept: z.array(z.object({ what: z.string(), ground: z.string(), until: date.nullable() })),
    package: z
      .object({ sizeBytes: z.int(), expiresAt: z.iso.datetime(), downloads: z.int() })
      .nullable()
      .describe('Null when there is none (yet)'),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'RequestStatus' });

export const withdrawnSchema = z.object({ state: z.literal('withdrawn') }).meta({ id: 'Withdrawn' });

const choice = z.object({ id: z.string(), name: z.string() });
export const choicesSchema = z
  .object({
    controller: z.object({ name: z.string(), email: z.string() }),
    kinds: z.array(z.enum(caseKinds)),
    categories: z.array(choice),
    purposes: z.array(choice.extend({ marketing: z.boolean(), consent: z.boolean() })),
    recipients: z.array(choice),
  })
  .meta({ id: 'Choices' });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional().describe('Of the table of errors'),
    reason: z.string().optional().describe('More precise than the code'),
    reference: z.string().optional().describe('What to quote when you ask for help'),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string(), reason: z.string() }))
      .optional()
      .describe('Each mistake in what was sent, with a JSON pointer to its place'),
  })
  .meta({ id: 'Problem' });

/** What a client writes; what may be left out is optional. */
export type NewRequest = z.input<typeof newRequestSchema>;
export type OpenedRequest = z.infer<typeof openedRequestSchema>;
export type CodeResult = z.infer<typeof codeResultSchema>;
export type RequestStatusAnswer = z.infer<typeof requestStatusSchema>;
export type RequestList = z.infer<typeof requestListSchema>;
export type Choices = z.infer<typeof choicesSchema>;
export type ProblemAnswer = z.infer<typeof problemSchema>;
