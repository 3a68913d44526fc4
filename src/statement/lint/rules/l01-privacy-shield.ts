import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const privacyShield: TextRule = {
  id: 'L01',
  severity: 'error',
  kind: 'stale',
  law: '44-46; C-311/18',
  what: {
    nl: 'De verklaring beroept zich op het Privacy Shield.',
    en: 'The statement relies on Privacy Shield.',
  },
  advice: {
    nl: 'Het Privacy Shield is sinds 16 juli 2020 ongeldig. Noem per partij het huidige doorgiftemiddel (DPF-lijst of SCC) met controledatum.',
    en: 'Privacy Shield has been invalid since 16 July 2020. State today’s transfer tool per vendor (DPF list or SCC), with the date of your check.',
  },
  judge: (text) => faultsAt(text.hits('privacy-shield')),
};
