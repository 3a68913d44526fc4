import type { Disclosure } from '../../store/disclosure.ts';
import { csvLine } from '../package/csv.ts';

/** The columns of a table of disclosures, as it is read and written. Categories stand in one cell, with spaces between. */
export const disclosureColumns = [
  'recipient',
  'identity-kind',
  'identity',
  'categories',
  'basis',
  'disclosed-on',
] as const;
export type DisclosureColumn = (typeof disclosureColumns)[number];

/** Disclosures as CSV that can be read back. A cell that a spreadsheet would take for a formula is made text. */
export function writeDisclosures(disclosures: readonly Disclosure[]): string {
  const lines = disclosures.map(({ recipient, identityKind, identity, categories, basis, disclosedOn }) =>
    csvLine([recipient, identityKind, identity?.value ?? null, categories.join(' '), basis, disclosedOn], ''),
  );
  return [csvLine(disclosureColumns, ''), ...lines].join('');
}
