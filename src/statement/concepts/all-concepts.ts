import { abroadConcepts } from './abroad.ts';
import { collectionConcepts } from './collection.ts';
import type { Concept } from './concept.ts';
import { keepingConcepts } from './keeping.ts';
import { marketingConcepts } from './marketing.ts';
import { mishapConcepts } from './mishaps.ts';
import { organisationConcepts } from './organisation.ts';
import { purposeConcepts } from './purposes.ts';
import { recipientConcepts } from './recipients.ts';
import { requestConcepts } from './requests.ts';
import { rightsConcepts } from './rights.ts';

const all = {
  ...collectionConcepts,
  ...purposeConcepts,
  ...marketingConcepts,
  ...recipientConcepts,
  ...keepingConcepts,
  ...rightsConcepts,
  ...requestConcepts,
  ...mishapConcepts,
  ...abroadConcepts,
  ...organisationConcepts,
};

export type ConceptName = keyof typeof all;

/** Everything that is looked for in a statement, by name. */
export const conceptTable: Readonly<Record<ConceptName, Concept>> = all;

export const conceptNames = Object.keys(all) as ConceptName[];
