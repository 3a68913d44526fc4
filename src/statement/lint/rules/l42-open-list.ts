import type { Hit } from '../../concepts/text-search.ts';
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
          saidOnce(
            text
              .hits('list-open')
              .filter(
                ({ sentence }) =>
                  !isOfOther(text, sentence) &&
                  !isExampleInBrackets(sentence.text) &&
                  !listsNoData(sentence.text),
              ),
          ),
        ),
};

/** What introduces a list leaves it open, each of its items not once more. */
function saidOnce(hits: readonly Hit[]): readonly Hit[] {
  const leads = new Set(
    hits.filter(({ sentence }) => sentence.kind !== 'item').map(({ sentence }) => sentence.text),
  );
  return hits.filter(({ sentence }) => sentence.kind !== 'item' || !leads.has(sentence.introduction));
}

const ofOthers =
  /recht(?!sgrond)|\brights?\b|\bdel(?:en|ing)\b|ontvang|verstrek|sharing|\bshared?\b|recipient|\bdoel|purpose|grondslag|beveilig|secur|cookie|bewa(?:ar|ren)|retention/iu;
const ofData =
  /gegevens? (?:wij|we|van)|welke|\bwat\b|which|what|categor|soort|collect|verzamel|\btypes?\b/iu;

/** In a part about rights, recipients, purposes or safety an example leaves no list of data open. */
function isOfOther(text: LintedText, { section }: Sentence): boolean {
  const title = text.document.sections[section]?.titles.at(-1) ?? '';
  return ofOthers.test(title) && !ofData.test(title);
}

/** What is asked of no one is no list of what is asked. */
const denied =
  /\b(?:we|wij|i|ik) (?:do not|don[’']t|never|will not|won[’']t|(?:vragen|verzamelen|bewaren|verwerken|noteren|registreren|hoeven|willen) (?:u |je )?(?:niet|nooit|geen))\b|of no concern|none of our business|(?:gaan|gaat) ons niet/iu;
/** Recipients, purposes and what the reader may do are open lists of something else. */
const ofRecipients =
  /^(?:among |onder )?(?:our|the|onze|de) (?:\p{L}+ ){0,2}(?:partners?|suppliers?|processors?|providers?|recipients?|leveranciers?|verwerkers?|ontvangers?|dienstverleners?)\b[^.;:]{0,30}\b(?:includ|such as|like|are|zijn|zoals|waaronder)|\b(?:delen|deelt|share|shared?) \p{L}*(?: \p{L}+){0,3} (?:met|with) (?:among|onder|bijvoorbeeld|for example|including)/iu;
const ofPurposes =
  /^(?:\p{L}+ )?(?:purposes?|doelen|doeleinden|redenen|reasons)\b[^.;:]{0,20}\b(?:includ|such as|zijn|are|zoals)/iu;
const ofReader =
  /^(?:(?:in any case|in any event|among other things|for example|for instance|zo|ook|onder andere|in ieder geval|bijvoorbeeld),? )?(?:you (?:can|may|could)|(?:kunt|kun|mag) (?:u|je)|(?:u|je) (?:kunt|kan|mag))\b[^.;]{0,40}\b(?:ask|call|have|request|correct|change|delete|object|reach|vragen|bellen|laten|verbeteren|wijzigen|wissen|verwijderen)/iu;
/** "Mostly we use them because …": a hedge of the purpose leaves the data as they are. */
const hedgesPurpose =
  /\b(?:mostly|mainly|usually|generally|typically|normally|in most cases|often|meestal|doorgaans|veelal|gewoonlijk|vooral|voornamelijk|hoofdzakelijk|in de meeste gevallen|vaak)\b(?:[^.;:,]{0,40}\b(?:use|used|gebruik(?:en|t)?)\b[^.;:]{0,40})? \b(?:to|for|because|om|omdat|voor)\b/iu;
/** "Received from you, for instance by telephone": the ways by which data come are no list of them. */
const ofWays =
  /\b(?:ontvangen|verkregen|gekregen|received|obtained|collected)\b[^.;]{0,40}\b(?:bijvoorbeeld|zoals|onder andere|for example|for instance|such as)\b[^.;]{0,6}\b(?:via|door|per|by|through|over)\b/iu;
const marksOpen =
  /\betc|enzovoort|and so on|and so forth|the like|dergelijke|among other|onder (?:andere|meer)|including|waaronder|such as|zoals|for (?:example|instance)|bijvoorbeeld|\b(?:other|additional|similar|further|andere|overige|verdere)\b|like\b|whatever|anything|alles|verder/iu;

function listsNoData(text: string): boolean {
  return (
    denied.test(text) ||
    ofRecipients.test(text) ||
    ofPurposes.test(text) ||
    ofReader.test(text) ||
    ofWays.test(text) ||
    (hedgesPurpose.test(text) && !marksOpen.test(text))
  );
}

const example =
  /bijvoorbeeld|\bbv\b|zoals|onder (?:andere|meer)|waaronder|for example|for instance|such as|e\.g|including/iu;

/** "Contacts (for example a carer): name and number" names its data all the same. */
function isExampleInBrackets(text: string): boolean {
  return example.test(text) && !example.test(text.replace(/\([^)]*\)/gu, '')) && !hedge.test(text);
}

const hedge =
  /veelal|meestal|doorgaans|voornamelijk|hoofdzakelijk|mostly|mainly|usually|generally|typically|etc/iu;
