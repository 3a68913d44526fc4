import type { TextRule } from '../lint-rule.ts';

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
  judge: (text) =>
    !text.says('outside-eea', 'named-outsiders', 'privacy-shield', 'transfer-by-agreement') ||
    text.says('mechanism')
      ? []
      : text.missing('outside-eea', 'named-outsiders', 'privacy-shield'),
};
