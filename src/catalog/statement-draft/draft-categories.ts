import type { Fact } from '../../statement/facts/facts.ts';
import { policyCategories, type SuggestedPolicyCategory } from '../classification/category.ts';
import type { DraftWriter } from './draft-writer.ts';

/** Which of our categories a kind of data in a statement belongs to, by its words. The first that fits. */
const byWords: readonly (readonly [SuggestedPolicyCategory, RegExp])[] = [
  [
    'health',
    /gezond|medisch|allerg|diagnose|klacht|blessure|behandel|ziekte|medic|health|diagnos|injur|heart|body|disab|treatment|therap|x-?rays?\b|röntgen|\bscans?\b|\bmri\b|vaccin|inenting|bloed|\bblood|symptom|prescription|recept(?:en)?\b|zwanger|pregnan|\bdental|gebit|operatie|surger|clinical|patiëntendossier|patient (?:file|record)/iu,
  ],
  ['criminal-records', /\bvog\b|strafrecht|vetting|criminal|conviction|\bdbs\b/iu],
  ['beliefs', /geloof|religie|religion|faith|vakbond|trade union/iu],
  ['biometrics', /vingerafdruk|biometr|fingerprint|face recognition/iu],
  [
    'official-numbers',
    /\bbsn\b|burgerservice|paspoort|identiteit|rijbewijs|passport|identity|licen[cs]e number|national insurance|\butr\b/iu,
  ],
  [
    'bank-account',
    /iban|rekening(?!.*factuur)|bankgegevens|naam van (?:je|uw) bank|bank (?:account|details)|sort code/iu,
  ],
  [
    'payment-card',
    /kaart(?:nummer|gegevens)|credit ?card|creditcard|debit card|card (?:number|details)|payment card/iu,
  ],
  ['vehicle', /kenteken|kilometer|voertuig|\bvin\b|registration (?:number|plate)|number plate|vehicle/iu],
  ['device', /\bip-?\b|ip-?adres|ip address|browser|apparaat|device|user agent/iu],
  ['online-activity', /pagina|surf|klik|leesgedrag|pages? you|browsing|visited|website/iu],
  ['contact', /mail|telefoon|mobiel|contactgegevens|telephone|phone|mobile|contact details/iu],
  ['name-address', /\bnaw|naam|namen|adres|woonplaats|postcode|\bnames?\b|address|surname/iu],
  ['credentials', /wachtwoord|password|toegangscode/iu],
  [
    'personal-details',
    /geboort|leeftijd|geslacht|nationaliteit|huishouden|gezin|birth|\bage\b|gender|\bsex\b|nationality|household|family/iu,
  ],
  [
    'employment',
    /functie|werkgever|beroep|salaris|loon|\bcv\b|diploma|opleiding|werkervaring|job|position|employer|salary|qualification|references|income|inkomen/iu,
  ],
  ['files', /foto|beelden|video|camera|photo|footage|picture/iu],
  [
    'billing',
    /factu|bestel|betaal|betaling|aankop|kocht|huur|contributie|gift|invoice|order|payment|purchase|booking|reserver|stay|amount|\bvat\b|btw/iu,
  ],
  ['correspondence', /bericht|vragen|correspondentie|gesprek|message|correspondence|enquir/iu],
  ['preferences', /voorkeur|verlanglijst|preference|wish/iu],
  ['account', /nummer|account|gebruikersnaam|number|username/iu],
  ['free-text', /aantekening|notitie|opmerking|notes?|remarks/iu],
];

/** The lines of `categories:`: what the statement lists, by the kinds a policy has. */
export function categoryLines(writer: DraftWriter, said: readonly Fact<string>[]): readonly string[] {
  const groups = new Map<SuggestedPolicyCategory, Fact<string>[]>();
  for (const fact of said) {
    const id = byWords.find(([, words]) => words.test(fact.value))?.[0] ?? 'activity';
    groups.set(id, [...(groups.get(id) ?? []), fact]);
  }
  if (groups.size === 0)
    return [
      writer.decide({
        nl: 'welke gegevens hebt u? De tekst noemt geen lijst.',
        en: 'what data do you hold? The text gives no list.',
      }),
      'categories: {}',
    ];
  return [
    'categories:',
    ...[...groups].flatMap(([id, facts]) => {
      const { dpv, special } = policyCategories[id];
      const [first] = facts;
      const names = facts.map(({ value }) => value).join(', ');
      const name = writer.inOurLanguage(names.charAt(0).toUpperCase() + names.slice(1));
      return [
        ...(first === undefined ? [] : [`  ${writer.from(first.sentence)}`]),
        `  ${writer.id(id, 'data')}: { name: ${name}, dpv: "${dpv}"${special ? ', special: true' : ''} }`,
      ];
    }),
  ];
}
