import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const breachException: TextRule = {
  id: 'L28',
  severity: 'error',
  kind: 'misleading',
  law: '34(3); UAVG 41, 42',
  what: {
    nl: 'Bericht van een datalek kan wegblijven om een reden die de wet niet kent.',
    en: 'Notice of a breach can be left out for reasons the law does not know.',
  },
  advice: {
    nl: 'Gebruik alleen de gronden van art. 34 lid 3 (of UAVG 41).',
    en: 'Only the grounds of article 34(3) (or the national exceptions) apply.',
  },
  judge: (text) => {
    const leftOut = text.hitsWithout(
      'breach-left-out',
      'agreement-content',
      'access',
      'erase',
      'reader-reports',
    );
    // A reason of the law beside one of the organisation's own does not make that lawful.
    return faultsAt(
      leftOut.filter(
        ({ sentence }) =>
          text.saysIn('breach-own-reasons', sentence) || !text.saysIn('breach-lawful-exception', sentence),
      ),
    );
  },
};
