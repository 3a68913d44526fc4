import type { TextSearch } from '../concepts/text-search.ts';
import { tokensOf } from '../phrases/tokens.ts';
import type { Sentence } from '../reading/document.ts';
import type { Fact } from './facts.ts';
import { splitList } from './purposes.ts';

const dataWord: Readonly<Record<Sentence['language'], RegExp>> = {
  nl: /naam|adres|woonplaats|postcode|geboorte|leeftijd|geslacht|telefoon|mail|iban|rekening|bank|bsn|burgerservice|kenteken|kilometer|gegevens|functie|foto|^ip|inkomen|nationaliteit|nummer|wachtwoord|verzekering|huisarts|allerg|klacht|diagnose|geschiedenis|^cv$|diploma|opleiding|ervaring|beelden|handtekening|^naw|voorkeur|paspoort|identiteit|^vog$|browser|apparaat|pagina|beroep|bestel|aankop|salaris|loon|tijdstip|samenstelling|contract|verzoeken|lijst|kocht|notitie|berichten|verslag|rooster|datum|type|dieet/u,
  en: /name|address|postcode|telephone|phone|mobile|mail|birth|\bage\b|gender|iban|\bbank|card|payment|passport|national|photo|^ip|browser|device|registration|plate|\bvin\b|\bjob|position|title|employer|salary|income|\btax|attend|grade|mark|allerg|medical|health|diet|reference|level|insurance|number|user|password|history|footage|purchase|order|booking|date|signature|preference|language|^cv$|qualif|\bvat\b|frame|size|measure|weight|heart|licen|household|identity|contact|amount|outcome|message|page|time|photograph|stay|notes|record/u,
};

/** The kinds of data that a statement lists, each in its words. */
export function categoryFacts(search: TextSearch): readonly Fact<string>[] {
  const found: Fact<string>[] = [];
  const seen = new Set<string>();
  for (const sentence of search.document.sentences) {
    for (const value of categoriesIn(search, sentence)) {
      const key = value.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ value, sentence });
    }
  }
  return found;
}

const title =
  /gegevens|weten|opschrijven|bewaren wij|verzamel|\bdata\b|information|know|record|collect|\bhold\b/iu;
const otherTitle =
  /hoe lang|how long|bewaartermijn|retention|recht|\brights?\b|beveilig|secur|lek\b|wrong|ontvang|\bshare|wie |who |verstrek|derden|waarom|waarvoor|\bwhy\b|doel|purpose|veilig|safe|transfer|doorgifte|klacht|complain|cookie/iu;
/** "… vragen wij onder andere uw naam": what comes before the list. */
const introduction =
  /^.*?(?:zoals|namelijk|onder andere|waaronder|hebben we|hebben wij|vragen (?:wij|we)(?: ook)?|bewaren (?:wij|we)|(?:wij|we) (?:bewaren|verwerken|noteren|vragen|verzamelen|registreren)(?: ook)?|verwerken (?:wij|we)|noteren (?:wij|we)|includes?,? but is not limited to,?|such as|including|collect|ask(?: for)?|record|keep|:)\s+/iu;

function categoriesIn(search: TextSearch, sentence: Sentence): readonly string[] {
  if (sentence.kind === 'heading' || sentence.kind === 'lead') return [];
  const titles = search.document.sections[sentence.section]?.titles ?? [];
  const own = titles.at(-1) ?? '';
  const { language } = sentence;
  if (sentence.kind === 'row') {
    const head = sentence.introduction.split(' · ');
    const at = head.findIndex((cell) =>
      /\bdata\b|gegevens|information|what we (?:record|hold|keep|store|know|collect)|wat (?:we|wij) (?:bewaren|weten|vragen|noteren|vastleggen|hebben)/iu.test(
        cell,
      ),
    );
    return at === -1 ? [] : members(sentence.cells[at] ?? '', language);
  }
  const list = sentence.text.replace(/^\d+(\.\d+)*\s+/, '').replace(introduction, '');
  const all = members(list, language);
  const told = all.filter((each) => isData(each, language));
  const inList = title.test(own) && !otherTitle.test(own);
  const asked = search.saysIn('data-list', sentence) && !otherTitle.test(own);
  if (sentence.kind === 'item' && inList) return all.filter((each) => each.split(' ').length <= 8);
  if (told.length >= 3 && asked)
    return all.filter((each) => each.split(' ').length <= 7 && (isData(each, language) || inList));
  return inList && told.length > 0 && /^(?:van|for|from|bij) .{2,60}:/iu.test(sentence.text) ? told : [];
}

function members(list: string, language: Sentence['language']): readonly string[] {
  return splitList(list, language)
    .map((each) =>
      each
        .replace(/^(?:je|uw|jouw|het|de|een|your|the|a|an|their|his|her|as well as|ook|van)\s+/iu, '')
        .trim(),
    )
    .filter((each) => each.length > 1 && each.length < 70);
}

function isData(text: string, language: Sentence['language']): boolean {
  return tokensOf(text).some(({ word }) => dataWord[language].test(word));
}
