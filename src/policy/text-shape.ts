import { z } from 'zod';

/** Shapes of texts that several sections of a policy have. A pattern's second argument is the hint the author reads. */

export const text = z.string().regex(/\S/, 'write a text');

export const localised = z
  .strictObject({ nl: text, en: text })
  .meta({ id: 'Localised', description: 'The text in Dutch and in English.' });

export const settingName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'write the name of the setting that holds it, never the secret: CRM_KEY');

export const emailAddress = z
  .string()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'write an e-mail address: privacy@company.example');
