import type { ConceptName } from '../../concepts/all-concepts.ts';
import type { Sentence } from '../../reading/document.ts';
import { noticesToPeople, toldToPeople } from '../breach-notices.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';

export const breachThreshold: TextRule = {
  id: 'L29',
  severity: 'warning',
  kind: 'misleading',
  law: '34(1), 12(1)',
  what: {
    nl: 'De drempel voor bericht van een datalek is onduidelijk of niet die van de wet.',
    en: 'The threshold for notice of a breach is unclear or not the law’s.',
  },
  advice: {
    nl: 'Gebruik "waarschijnlijk hoog risico" (of beloof bewust meer).',
    en: 'Use "likely high risk", or promise more deliberately.',
  },
  judge: (text) => {
    const notices = noticesToPeople(text);
    const says = (concept: ConceptName, sentence: Sentence) =>
      text.saysInWords(concept, sentence, toldToPeople(sentence.text));
    if (notices.some(({ sentence }) => says('breach-clear-threshold', sentence))) return [];
    return faultsAt(notices.filter(({ sentence }) => says(thresholdOf(text, sentence), sentence)));
  },
};

/** Beside an exception only words of gravity are a threshold: what may be harmed there is the organisation. */
function thresholdOf(text: LintedText, sentence: Sentence): ConceptName {
  return text.saysIn('breach-left-out', sentence) ? 'breach-grave' : 'breach-threshold';
}
