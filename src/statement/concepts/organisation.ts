import { concepts } from './concept.ts';

/** Who is responsible, what it does to be so, and the text itself. */
export const organisationConcepts = concepts({
  'legal-form': {
    nl: [
      'bv|nv|vof|cv|maatschap|stichting|vereniging|*vereniging|cooperatie|eenmanszaak|gemeente|bvba|coop|ua|holding|zbo|waterschap',
    ],
    en: [
      'bv|nv|ltd|limited|llp|plc|inc|llc|gmbh|clg|cic|oy|dac|charity|foundation|association|stichting|council|corporation|incorporated|society|trust|partnership|cooperative',
    ],
  },
  'registered-where': {
    nl: [
      'kvk|kvknummer|handelsregister|brin|rsin|btwnummer|agbcode',
      'kamer van koophandel',
      'gevestigd|vestigingsadres|bezoekadres|postadres|kantoorhoudend|vestigingsplaats|statutair|postbus',
      'kantoor|praktijk|adres|zit|zitten .. aan|is|op|in & *straat*|*weg|*laan|*plein|*kade',
    ],
    en: [
      'registered|registration .. office|number|charity|company|in|seat|under|at|address|with & !mail',
      'company|charity|kvk|chamber|trade|registration .. number|no|commerce|register',
      'chamber of commerce',
      'registered office',
      'office|workshop|shop|premises|practice|school|head .. is|are .. at|in',
      'based|established at|in',
      'house|street|lane|road|avenue|square|quay',
    ],
  },
  'privacy-contact': {
    nl: [
      'functionaris .. gegevensbescherming|gegevens',
      'fg|dpo|privacyofficer|*privacyfunctionaris*|privacycoordinator|privacycontactpersoon|privacyverantwoordelijke|privacymedewerker|privacybeheerder|privacyadviseur|gegevensbeschermingsfunctionaris',
      'data protection officer',
      'privacy officer',
      'aanspreekpunt|contactpersoon|verantwoordelijk|contactpunt|gaat .. voor|over|van .. privacy|gegevens|persoonsgegevens|dit|avg & !verwerkingsverantwoordelijke & !datalek & !u bent & !hoe|wij',
      '{role} ... privacy|gegevens|persoonsgegevens|verklaring & gaat_over|aanspreekpunt|beheert .. privacy|contactpersoon|beantwoordt|vragen_over|vraag_over|terecht|over_gaat & !verwerkt & !klacht & !toegang',
      'vragen|vraag .. over .. privacy|gegevens|persoonsgegevens|verklaring|deze & {role}',
      'over privacy .. gaat|beslist',
    ],
    en: [
      'data_protection|privacy officer|lead|manager|coordinator|contact|team|champion|adviser',
      'dpo',
      'responsible|charge|contact|look*|answer*|person|speak|ask .. for|of|to|after|about .. privacy|data_protection|anything_on_this|personal_data|data & {role}|person|officer & !not legally responsible',
      '{role} ... privacy|data_protection & looks|look|handles|deals|answers|charge|responsible|questions|contact|lead & !trained & !test & !inform*',
      'question|questions .. about .. privacy|data|notice|page|policy|information & {role}',
      'person to ask',
    ],
  },
  officer: {
    nl: [
      'functionaris .. gegevensbescherming',
      'fg|dpo',
      'data protection officer',
      'functionaris .. aangesteld|benoemd & gegevensbescherming|privacy',
    ],
    en: ['data protection officer', 'dpo'],
  },
  'register-kept': {
    nl: [
      'verwerkingsregister|verwerkingenregister',
      'register .. van? .. verwerking*|verwerkingsactiviteiten',
      'houden|bijhouden|houdt .. register & !datalek* & !handelsregister',
      'overzicht|administratie van .. verwerkingen|verwerkingsactiviteiten',
    ],
    en: [
      'record|records|register .. of .. processing|activities',
      'processing record|register',
      'article 30',
    ],
  },
  'impact-assessment': {
    nl: [
      '*effectbeoordeling*|dpia|pia|gegevensbeschermingseffectbeoordeling',
      'onderzoeken|beoordelen|kijken|bekijken|nagaan .. vooraf|eerst|van_tevoren .. risico*|gevolgen|wat & !{breach} & nieuw*|voordat',
      'vooraf & risico*|gevolgen & nieuw*|{personal-data} & onderzoek*|beoordel*|nagaan|na',
    ],
    en: [
      'impact assessment|assessments',
      'dpia|dpias',
      'before|beforehand & risk*|affect* & assess*|study|examine|look & new|start|launch|build*|system',
    ],
  },
  'by-design': {
    nl: [
      'zo min|weinig mogelijk & {personal-data}|vragen|verzamelen|opslaan|bewaren|gegevens',
      'niet meer {personal-data} .. dan .. {need}',
      'niet meer .. dan nodig|noodzakelijk & {personal-data}|vragen|verzamelen & !langer',
      '{only} .. {personal-data} .. die|wat .. {need} & vragen|verzamelen|verwerken|gebruiken|bewaren & !toegang & !{staff} & !doorgeven & !geven',
      'privacy .. ontwerp|default|design',
      'dataminimalisatie|ontwerp*',
    ],
    en: [
      'as little|few .. data|information|details .. as',
      'no more data|information|details .. than',
      'not .. more|collect .. than .. need|necessary & data|information|ask|collect & !longer',
      'by design|default',
      'designed .. little|minimum|privacy',
      'only .. collect|ask .. what|data|information .. need',
      'minimum .. data|information|details .. needed|necessary & !disclose',
    ],
  },
  cooperates: {
    nl: [
      'werken .. mee .. {authority}',
      'meewerken|medewerking .. {authority}|onderzoek van',
      '{authority} .. meewerken|medewerking|werken',
    ],
    en: ['cooperate|cooperates|cooperation .. with? .. {authority}', 'help|assist {authority}'],
  },
  'art-14-notice': {
    nl: [
      'van|uit|via .. ander|anderen|iemand|derden ... {notify} & {personal-data}|gegevens & {term}|hoor|hoort|kennis|laten|vertellen & !{breach} & !correctie & !verbeter* & !wijzig*',
      'krijgen .. gegevens .. van .. ander* & {notify}|dan',
      'iemand .. anders .. {personal-data} & {notify}',
    ],
    en: [
      'from someone|somebody|another|others|elsewhere|else|third ... tell|inform|notify|let|write|hear & you & data|details|information & !{breach} & !correct*',
      '#invited_you|referred_you|gave_us & tells|told|tell|know|inform* & !{breach} & !correct*',
      'gave|given|get .. us .. your details|data & tell|inform|let',
    ],
  },
  'version-or-date': {
    nl: [
      'versie|uitgave|editie|bijgewerkt|gewijzigd|vastgesteld|herzien|aangepast|datum|ingang|geldig|geldend|opgesteld|versiedatum|actualisatie|geactualiseerd & {year}|{month}|versie 0*|1*|2*|3*|4*|5*|6*|7*|8*|9*',
      'versie|editie|uitgave 0*|1*|2*|3*|4*|5*|6*|7*|8*|9*',
      '{month} {year}',
      '{year} & bijgewerkt|gewijzigd|versie|vastgesteld|ingang',
    ],
    en: [
      'version|edition|updated|reviewed|revised|effective|force|dated|date|amended|issued|adopted|valid & {year}|{month}',
      'version|edition|issue|revision 0*|1*|2*|3*|4*|5*|6*|7*|8*|9*',
      '{month} {year}',
    ],
  },
  'text-changes': {
    nl: [
      '{text} ... {change} & !vraagt & !{personal-data} laten & !@recht|rechten & !fout*',
      '{change} ... {text} & !@recht|rechten & !fout*',
      '@{change}|verandert & kan|dat|wijzigen|wijziging|veranderen|soms|versie*|nieuwe|vooraf|mag',
      '{change} .. deze|dit|onze .. {text}',
      'verandert .. er .. iets .. {text}|hier',
      'versies|versie & eerdere|oude|vorige|alle|nieuwe|nieuwste|latere & {text}|staan|bewaard|vindt|lezen|website',
      'verklaring|statement|reglement|tekst aanpassen|wijzigen|veranderen|herzien|bijwerken',
    ],
    en: [
      '{text} ... {change} & !@right|rights & !data is .. changed & !profile',
      '{change} ... {text} & !@right|rights & !mistakes & !profile',
      '@{change} & at_times|may|can|might|will|sometimes|from_time|edition*|version*|yes|anything|every',
      'every|each|earlier|old|all|previous .. edition|editions|version|versions',
      'if|when .. we .. {change} .. anything|this|something & !@right|rights & !details',
    ],
  },
  'change-announced': {
    nl: [
      '{change}|belangrijk*|nieuwe|iets|anders & {notify}|mailen|schrijven|aankondig*|aangekondigd|brief|email|nieuwsbrief|melden|bericht|vooraf|tevoren|clubmail|lees|leest & {you}|vooraf|huurders|klanten|ouders|leden|patienten|abonnees|kandidaten|iedereen|gasten|tevoren & @{change}|{text}|@wijzig*|verander*|@slot & !{access-verbs} & !{personal-data} wijzig* & !niet {notify} & !zonder & !@recht|rechten & !{breach} & !klacht*',
      '#{change}|verandert & mailen|schrijven|aankondig*|bericht|vooraf|melden|laten|brief|hoort|vertellen & {you}|vooraf|iedereen|ouders|leden|klanten|abonnees & @{change}|verandert|#{text} & !#{access-verbs} & !zonder & !niet .. {notify} & !{breach} & !{store} & !@recht|rechten|klacht*',
    ],
    en: [
      '#{change} & announce*|write|tell|told|email|notify|inform*|ahead|notice|letter|mail|warn|let|advance|beforehand & you|ahead|advance|guests|parents|everyone|members|clients|people|users|important|customers|owners & @{change}|@changes|{text}|page|#{text}|important|anything & !without notice & !not notify & !{breach} & !@right|rights & !complain* & !consent to',
    ],
  },
  'change-by-itself': {
    nl: [
      '{text}|versie|tekst|wijziging* ... geldt|gelden|toepassing|ingang|kracht|bindend & !pas nadat & !niet eerder & !{term} .. nadat & !versie .. van {month}',
      '{change} .. zonder .. {notify}|bericht|aankondiging|vooraf',
      'raadpleeg|controleer|kijk|bekijk|lees .. regelmatig|geregeld|periodiek|opnieuw|af_en_toe|zelf & !{personal-data} & !{secure}',
      'regelmatig|geregeld|af_en_toe .. raadple*|kijken|controleren|lezen|bekijken & @{change}|{text}|#{change}|pagina',
      'blijft|blijven|gebruik|gebruiken .. gebruik* ... akkoord|aanvaard*|accepteert|instem* & !cookies',
      'eenzijdig|ieder_moment|elk_moment|altijd ... {change} & {text}|verklaring|recht & {we}|mag|behoudt|behouden|voorbehouden',
    ],
    en: [
      'change*|revis*|updat*|new|version|amend* .. effective|apply|applies|binding|take_effect|takes_effect|force|governs|prevail* & !days & !after you & !announced & !since & !in force since',
      'without .. notice|notifying|telling',
      'continued|continuing .. use|using|membership|visit*|stay ... accept*|agree*|consent|deemed',
      'check|review|visit|read|consult|look .. back|regularly|periodically|time_to_time|often|again|frequently & {text}|page|this|here|changes|@{change}',
      'reserve .. right .. change|amend|modify|update|alter',
      'posting|publish* .. revised|new|updated|changes|it & !email & !write',
      'by posting|publishing',
    ],
  },
  'latest-text': {
    nl: [
      'nieuwste|laatste|recente|recentste|actuele|huidige|geldende|meest_recente .. versie|tekst|verklaring|uitgave|reglement & website|site|pagina|www*|hier|vindt|vinden|staat|*.nl|*.example|app|online|link & !gewijzigd & !{personal-data} van & !bijgewerkt op',
      'versie|verklaring|tekst .. staat|vindt|vinden|lezen .. altijd|steeds .. op|hier|website|site',
      'op .. site|website|pagina .. staat|vindt|leest .. altijd|steeds .. nieuwste|laatste|actuele|recente',
      'alle|eerdere|oude .. versies .. website|site|pagina & nieuwste|bovenaan|laatste',
    ],
    en: [
      'latest|current|newest|recent|up_to_date|uptodate .. version|edition|text|notice|policy|one|statement|page & page|site|website|www*|here|found|at|on|always|*.example|online|find & !since & !last updated',
      'version|edition|text .. always .. at|on|here',
      'newest on top',
      'posting .. revised|updated|new .. page|site|website|here',
      'posted|published|found|available_on .. page|site|website & version|policy|notice|edition|revised|changes & latest|current|newest|revised|updated|new|any',
    ],
  },
  clarity: {
    nl: [
      'helder*|duidelijk*|begrijpelijk*|gewone_taal|eenvoudig*|leesbaar|klare_taal & {text}|hopen|proberen|geprobeerd|willen|schrijven|geschreven|beeld|taal|uitleg*|leggen & !klacht* & !cookie & !onduidelijk & !contract & !toestemming & !{breach}',
      'duidelijk .. beeld|zijn & hopen|willen',
    ],
    en: [
      'clear|clearly|plain|understand*|simple|readable|straightforward|jargon|so_that & hope|tried|try|want|wrote|written|write|aim|picture|language|english|words|it & {text}|it|language|english|explain*|picture|write|wrote|written & !{breach} & !clear notice & !not clear & !clear consent & !in plain words & !signs',
    ],
  },
  'outdated-words': {
    nl: [
      'bewerker|bewerkers|bewerkersovereenkomst*|subbewerker*|medebewerker',
      'anderszins|verzamelen|vastleggen|opslaan .. bewerken',
      'wet bescherming persoonsgegevens & !voorganger & !verving & !vervangen & !oude & !voormalig* & !vroegere & !opgevolgd & !vervallen & !vervangt',
      'wbp & !voorganger & !vervangen & !vervangt & !oude & !vroegere & !vervallen',
      'college bescherming persoonsgegevens & !voorheen & !voormalig* & !vroeger & !heette & !opvolger',
      'cbp & !voorheen',
      'registratiekamer',
      '95/46* & !vervang* & !oude & !replaced',
      'richtlijn 95/46* & !vervang* & !oude',
      '9546eg|95/46/eg',
      'wet persoonsregistraties',
    ],
    en: [
      '95/46/ec|95/46|9546ec',
      'data protection directive & !replaced & !former & !old & !repealed',
      'data protection act 1998|1988 & !replaced & !former & !repealed',
      'data protection act & !2018 & !2005 & !exemption',
      'data protection commissioner & !commission',
      'article 29 working',
      'personal data protection act|wbp & !replaced & !former',
      'safe harbor|harbour',
      'bewerker|wbp|cbp',
    ],
  },
});
