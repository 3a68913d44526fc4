import type { PolicyRule } from '../lint-rule.ts';
import { speaksOf } from '../speaks-of.ts';

export const unpublishedPurpose: PolicyRule = {
  id: 'L50',
  severity: 'error',
  kind: 'missing',
  law: '13(3), 5(1)(b)',
  what: {
    nl: 'Het register kent een doel dat niet in de tekst staat.',
    en: 'The register has a purpose that the text does not name.',
  },
  advice: {
    nl: 'Neem het doel op in de verklaring, en vertel het wie het aangaat voordat u ermee begint.',
    en: 'Put the purpose into the statement, and tell those concerned before it begins.',
  },
  judge: (text, { policy }) => {
    const { language } = text.document;
    return [...policy.purposes.values()]
      .filter(({ name }) => !speaksOf(text.document, name[language]))
      .map(({ name }) => ({ sentence: null, start: 0, detail: name[language] }));
  },
};
