import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';

export const openList: TextRule = {
  id: 'L42',
  severity: 'warning',
  kind: 'misleading',
  law: '13(1)(d), 14(1)(d), 5(1)(a)',
  what: {
    nl: 'De lijst van gegevens is open gelaten.',
    en: 'The list of data is left open.',
  },
  advice: {
    nl: '"Veelal" of "onder andere" houdt de lijst open; maak haar volledig per dienst.',
    en: '"Mostly" or "including" leaves the list open; make it complete for each service.',
  },
  judge: (text) =>
    text.says('list-closed')
      ? []
      : faultsAt(
          text
            .hits('list-open')
            .filter(({ sentence }) => !isOfOther(text, sentence) && !isExampleInBrackets(sentence.text)),
        ),
};

const ofOthers =
  /recht(?!sgrond)|\brights?\b|\bdel(?:en|ing)\b|ontvang|verstrek|sharing|\bshared?\b|recipient|\bdoel|purpose|grondslag|beveilig|secur|cookie|bewa(?:ar|ren)|retention/iu;
const ofData =
  /gegevens? (?:wij|we|van)|welke|\bwat\b|which|what|categor|soort|collect|verzamel|\btypes?\b/iu;

/** In a part about rights, recipients, purposes or safety an example leaves no list of data open. */
function isOfOther(text: LintedText, { section }: Sentence): boolean {
  const title = text.document.sections[section]?.titles.at(-1) ?? '';
  return ofOthers.test(title) && !ofData.test(title);
}

const example =
  /bijvoorbeeld|\bbv\b|zoals|onder (?:andere|meer)|waaronder|for example|for instance|such as|e\.g|including/iu;

/** "Contacts (for example a carer): name and number" names its data all the same. */
function isExampleInBrackets(text: string): boolean {
  return example.test(text) && !example.test(text.replace(/\([^)]*\)/gu, '')) && !hedge.test(text);
}

const hedge =
  /veelal|meestal|doorgaans|voornamelijk|hoofdzakelijk|mostly|mainly|usually|generally|typically|etc/iu;
