import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const ordinaryNotSensitive: TextRule = {
  id: 'L22',
  severity: 'error',
  kind: 'misleading',
  law: '4(1), 9, rec. 30',
  what: {
    nl: 'Een IP-adres of ander gewoon gegeven heet gevoelig of bijzonder.',
    en: 'An IP address or another ordinary item is called sensitive or special.',
  },
  advice: {
    nl: 'Een IP-adres is een gewoon persoonsgegeven, geen "gevoelig" (bijzonder) gegeven.',
    en: 'An IP address is ordinary personal data, not "sensitive".',
  },
  judge: (text) => faultsAt(text.hits('sensitive-ordinary')),
};
