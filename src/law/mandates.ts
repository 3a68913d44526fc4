import type { Localised } from '../domain/language.ts';
import type { MandateKind, OnBehalfOf } from '../domain/mandate.ts';
import { lookup } from './law-pack.ts';

/** What the law says of a kind of representative. */
export interface MandateRule {
  readonly source: string;
  /** The person concerned is told that somebody asks in their name, unless that would make no sense or do harm. */
  readonly tellPerson: boolean;
  /** What an officer looks at before accepting. */
  readonly lookAt: Localised;
}

export const mandateRules: Readonly<Record<MandateKind, MandateRule>> = {
  lawyer: {
    source: 'BW art. 3:60; Advocatenwet art. 9a',
    tellPerson: true,
    lookAt: {
      nl: 'Staat de advocaat op het tableau, en schrijft hij namens deze cliënt?',
      en: 'Is the lawyer on the bar register, and writing for this client?',
    },
  },
  authorised: {
    source: 'BW art. 3:60',
    tellPerson: true,
    lookAt: {
      nl: 'Is er een getekende machtiging voor dit verzoek, van deze persoon, en niet verlopen?',
      en: 'Is there a signed mandate for this request, of this person, and not expired?',
    },
  },
  parent: {
    source: 'BW art. 1:245; UAVG art. 5',
    // The parent acts instead of the child, whose mail the parent reads.
    tellPerson: false,
    lookAt: {
      nl: 'Heeft deze ouder het gezag, en is het kind jonger dan de leeftijd waarop het zelf vraagt?',
      en: 'Does this parent have custody, and is the child younger than the age at which it asks itself?',
    },
  },
  guardian: {
    source: 'BW art. 1:280, 1:381, 1:441 and 1:453; UAVG art. 5',
    tellPerson: true,
    lookAt: {
      nl: 'Is er een beschikking waarin deze voogd, curator of bewindvoerder is benoemd?',
      en: 'Is there a court order that appoints this guardian, curator or administrator?',
    },
  },
};

/** Why a parent cannot ask for this child. */
export type ParentRefusal = 'birth-date-missing' | 'not-born' | 'asks-itself';

/**
 * A parent asks for a child as long as it is younger than the law lets it decide for itself (GDPR art. 8; UAVG art. 5). From then on
 * it asks itself, or authorises the parent.
 */
export function refuseParent(
  { mandate, birthDate }: OnBehalfOf,
  on: Temporal.PlainDate,
): ParentRefusal | null {
  if (mandate !== 'parent') return null;
  if (birthDate === null) return 'birth-date-missing';
  const born = Temporal.PlainDate.from(birthDate);
  if (Temporal.PlainDate.compare(born, on) > 0) return 'not-born';
  const birthday = born.add({ years: lookup('consentAge.nl', on) });
  return Temporal.PlainDate.compare(birthday, on) <= 0 ? 'asks-itself' : null;
}
