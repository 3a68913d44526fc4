import type { Hit } from '../../concepts/text-search.ts';
import { noticesToPeople } from '../breach-notices.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';

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
    const seen = new Set(leftOut.map(({ sentence }) => sentence.at));
    const all = [...leftOut, ...takenBack(text).filter(({ sentence }) => !seen.has(sentence.at))];
    // A reason of the law beside one of the organisation's own does not make that lawful.
    return faultsAt(
      all.filter(
        ({ sentence }) =>
          text.saysIn('breach-own-reasons', sentence) || !text.saysIn('breach-lawful-exception', sentence),
      ),
    );
  },
};

/** "You hear from us. Not if the owner objects": the notice of the sentence before. */
function takenBack(text: LintedText): readonly Hit[] {
  const notices = noticesToPeople(text).map(({ sentence }) => sentence);
  return text
    .hits('notice-left-out')
    .filter(({ sentence }) =>
      notices.some(({ at, section }) => section === sentence.section && at === sentence.at - 1),
    );
}
