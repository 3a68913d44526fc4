import type { CaseKind } from '../domain/case-file.ts';
import type { Localised } from '../domain/language.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import { asksNoProof } from '../law/identity-proofs.ts';
import { refuseParent } from '../law/mandates.ts';

/** Why somebody cannot ask this for somebody else, in words for whoever asks. */
export const mandateMistakes = {
  'person-missing': {
    nl: 'Zeg hoe wij die ander kennen: een e-mailadres, telefoonnummer of klantnummer.',
    en: 'Say by what we know the other person: an e-mail address, telephone number or customer number.',
  },
  'no-mandate-needed': {
    nl: 'Hiervoor hoeft u niet namens iemand te vragen: het antwoord vertelt niets over wie dan ook.',
    en: 'For this you need not ask in anybody’s name: the answer tells nothing about anyone.',
  },
  'birth-date-missing': {
    nl: 'Vul de geboortedatum van het kind in.',
    en: 'Fill in the date of birth of the child.',
  },
  'not-born': {
    nl: 'Deze geboortedatum ligt in de toekomst.',
    en: 'This date of birth is in the future.',
  },
  'asks-itself': {
    nl: 'Dit kind is oud genoeg om het zelf te vragen, of om u te machtigen.',
    en: 'This child is old enough to ask itself, or to authorise you.',
  },
} as const satisfies Record<string, Localised>;
export type MandateMistake = keyof typeof mandateMistakes;

/** What is wrong with asking this for somebody else on this day; null when an officer may look at the mandate. */
export function mandateMistake(
  kind: CaseKind,
  onBehalfOf: OnBehalfOf,
  on: Temporal.PlainDate,
): MandateMistake | null {
  if (asksNoProof(kind)) return 'no-mandate-needed';
  if (onBehalfOf.identities.length === 0) return 'person-missing';
  return refuseParent(onBehalfOf, on);
}
