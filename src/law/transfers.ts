import { GestandError } from '../base/error.ts';
import { applicable, type LawEntry } from './law-entry.ts';
import { type AdequacyDecision, adequacyEntries, eeaEntries, type Territory } from './territories.ts';

/**
 * What lets personal data go to a territory on a date, before anything is agreed with the recipient. `none`:
 * only with appropriate safeguards (art. 46 GDPR) or, narrowly, a derogation (art. 49).
 */
export type TransferBasis =
  | { readonly kind: 'eea' }
  | {
      readonly kind: 'adequacy';
      readonly decision: AdequacyDecision;
      readonly source: string;
      /** Under attack in court: it holds today, keep something to fall back on. */
      readonly disputed: boolean;
    }
  | { readonly kind: 'none' };

/** What is known about the recipient when it is checked against an adequacy decision. */
export interface TransferRecipient {
  /** On the list of the framework the decision rests on, on the day of the check. */
  readonly certified: boolean;
  readonly commercialOrganisation: boolean;
}

/**
 * Whether a territory belongs to the European Economic Area on a date. Aruba, Curaçao, Sint Maarten and the
 * Caribbean Netherlands do not.
 *
 * @throws GestandError `not-found` before the GDPR applied; `bad-input` when it is not a two-letter code.
 */
export function isEea(territory: Territory, date: Temporal.PlainDate): boolean {
  const [entry] = applicable(eeaEntries, date);
  if (entry === undefined) {
    throw new GestandError('not-found', `The law pack holds no list of the EEA on ${date}.`);
  }
  return entry.value.includes(checked(territory));
}

/**
 * The basis in articles 44 and 45 GDPR for a territory on a date.
 *
 * @throws GestandError `not-found` before the GDPR applied; `bad-input` when it is not a two-letter code.
 */
export function transferBasis(
  territory: Territory,
  date: Temporal.PlainDate,
  decisions: readonly LawEntry<'adequacy', AdequacyDecision>[] = adequacyEntries,
): TransferBasis {
  if (isEea(territory, date)) return { kind: 'eea' };
  const [entry] = applicable(
    decisions.filter((decision) => decision.value.territory === territory),
    date,
  );
  if (entry === undefined) return { kind: 'none' };
  return {
    kind: 'adequacy',
    decision: entry.value,
    source: entry.source,
    disputed: entry.status === 'disputed',
  };
}

/** Whether the basis covers this recipient, or safeguards under art. 46 are needed after all. */
export function covers(basis: TransferBasis, recipient: TransferRecipient): boolean {
  if (basis.kind !== 'adequacy') return basis.kind === 'eea';
  switch (basis.decision.scope) {
    case 'all':
      return true;
    case 'certified':
      return recipient.certified;
    case 'commercial-organisations':
      return recipient.commercialOrganisation;
  }
}

function checked(territory: Territory): Territory {
  if (territory === 'EPO' || /^[A-Z]{2}$/.test(territory)) return territory;
  throw new GestandError(
    'bad-input',
    `${JSON.stringify(territory)} is not a country code. Write two capitals, as in NL or US.`,
  );
}
