import type { Localised } from '../domain/language.ts';

/** The parts of an organisation that answer for promises. In a small one several are the same person. */
export type PromiseOwner =
  | 'privacy'
  | 'security'
  | 'suppliers'
  | 'marketing'
  | 'finance'
  | 'website'
  | 'personnel';

/** As they are called on the board. */
export const promiseOwners: Readonly<Record<PromiseOwner, Localised>> = {
  privacy: { nl: 'wie over privacy gaat', en: 'who is in charge of privacy' },
  security: { nl: 'wie over beveiliging gaat', en: 'who is in charge of security' },
  suppliers: { nl: 'wie leveranciers kiest', en: 'who chooses suppliers' },
  marketing: { nl: 'wie over reclame gaat', en: 'who is in charge of advertising' },
  finance: { nl: 'wie betalingen doet', en: 'who handles payments' },
  website: { nl: 'wie de website maakt', en: 'who makes the website' },
  personnel: { nl: 'wie over personeel gaat', en: 'who is in charge of personnel' },
};
