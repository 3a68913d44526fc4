import { z } from 'zod';
import { emailAddress, localised, text } from './text-shape.ts';

/** What a policy declares of a system in which a person does the work: a paper archive, a supplier's portal. */
export const manualShape = z.strictObject({
  kind: z.literal('manual'),
  name: localised,
  owner: z
    .strictObject({ role: localised, email: emailAddress.optional() })
    .describe('Whose work it is: a role, and perhaps where to reach it.'),
  dueDays: z
    .int('write a whole number of days: 10')
    .min(1, 'write a number of days from 1 to 30')
    .max(30, 'write a number of days from 1 to 30: the law gives a month for everything')
    .describe('How many days somebody has, counted from the approval.'),
  subjects: z.array(text).min(1).describe('The groups of people it holds data about.'),
  categories: z.array(text).min(1).describe('What it holds.'),
  purposes: z.array(text).min(1),
  retention: z.array(text).min(1).optional().describe('The retention rules it is kept under.'),
  instructions: z
    .strictObject({ access: localised, erasure: localised, rectification: localised.optional() })
    .describe('What somebody does there, for each right.'),
});
