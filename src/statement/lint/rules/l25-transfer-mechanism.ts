import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';
import { mechanismsNamed, placesWithoutMechanism } from '../transfer-cover.ts';

export const transferMechanism: TextRule = {
  id: 'L25',
  severity: 'error',
  kind: 'missing',
  law: '13(1)(f)',
  what: {
    nl: 'Gegevens verlaten de EER, of een partij daarbuiten ontvangt ze, zonder geldig doorgiftemiddel.',
    en: 'Data leave the EEA, or a party outside it receives them, without a valid mechanism.',
  },
  advice: {
    nl: 'Noem landen, doorgiftemiddel (art. 45/46) en hoe men een kopie krijgt.',
    en: 'Name the countries, the mechanism (articles 45 and 46) and how to obtain a copy.',
  },
  judge: (text) => {
    if (mechanismsNamed(text).length > 0) {
      const uncovered = placesWithoutMechanism(text);
      return uncovered.length > 0 ? text.missingAt(...uncovered) : [];
    }
    if (!leavesTheArea(text)) return [];
    return text.missing('outside-eea', 'named-outsiders', 'privacy-shield');
  },
};

/** A well-known name stands for a party abroad, unless the text says that nothing goes there. */
function leavesTheArea(text: LintedText): boolean {
  if (text.says('privacy-shield', 'transfer-by-agreement')) return true;
  if (text.hitsWithout('outside-eea', 'not-abroad').length > 0) return true;
  return !text.says('not-abroad') && text.says('named-outsiders');
}
