import { concepts } from './concept.ts';

/** Breaches, complaints and the authority. */
export const mishapConcepts = concepts({
  'breach-notice': {
    nl: [
      '{breach} ... {notify} & {you}|wie|iedereen|betrokkenen|iemand|leden|patienten|klanten|ouders & !{third-party} .. moeten .. melden & !@recht|rechten & !{only} {authority} & !klacht* & !medewerker* .. melden & !aan ons',
      '{notify} ... {breach} & {you}|wie|iedereen|betrokkenen & !@recht|rechten & !klacht* & !aan ons & !verwerkers moeten',
      '<{breach} & {notify} & {you}|wie|iedereen|het & hoor|hoort|laten|vertellen|berichten|bericht|stellen|bellen|mailen|waarschuwen|informeren & !@recht|rechten & !klacht* & !{authority} & !aan ons & !verwerkers',
      '@{breach} & {notify} & {you}|wie|iedereen|betrokkenen & !{authority} .. binnen & !aan ons & !klacht*',
    ],
    en: [
      '{breach} ... {notify} & {you}|members|whoever|people|anyone|those|guests|clients|parents|everyone & !{only} the authority & !us of & !@right|rights & !complain* & !they must',
      '{notify} ... {breach} & {you}|members|whoever|people|anyone|those|everyone & !warn us & !us of & !@right|rights & !complain* & !tell us & !must',
      '<{breach} & {notify} & {you}|whoever|anyone|people|everyone & !@right|rights & !complain* & !warn us & !tell us',
      '@{breach} & {notify} & {you}|whoever|anyone|people|everyone|parents|those & !complain* & !us of',
    ],
  },
  'breach-lower-threshold': {
    nl: [
      '#{breach} & {notify}|hoor|hoort & {if} & last|nadeel|nadelig*|gevolgen|schade|raakt|raken|kans|merken|hinder|vervelend*|risico & {you}|kan|kunnen & !hoog|grote risico & !{authority} & !waarschijnlijk .. hoog & !hoog',
      '#{breach} & {notify}|hoor|hoort & iedereen|altijd|elk|ieder|ook|hoe_klein|klein|wie & !hoog risico & !{authority} & !register & !aan ons & !{unless} .. klein & iedereen|altijd|ook_als|klein|hoe|elke|ieder|daarop|erop',
      '@{breach} & ook_als|wanneer .. klein|gering|meevalt|weinig|geen',
    ],
    en: [
      '#{breach} & {notify} & whoever|everyone|always|every|each|even|any|risky_or_not|however|all|no_matter & {you}|whoever|concerns|affected|concerned|people & !high & !{authority} {notify} & !log & !book & !register & !us of',
      '#{breach} & {notify} & {if} & affect*|harm|damage|trouble|consequences|disadvantage|inconvenience & {you} & !high & !likely & !serious & !{authority} & !unless & !deem',
      'risky or not',
      'even if|when|where .. small|minor|harmless|unlikely|slight & #{breach}',
    ],
  },
  'breach-left-out': {
    nl: [
      '#{breach} & {notify}|bericht|melding|hoort|hoor|mededeling & {unless}|achterwege|alleen_niet|uitzondering & !{term} tenzij & !verwerkers & !hoog risico .. {if} & {unless} .. *|achterwege',
      '@{breach} & achterwege|uitzondering|tenzij|behoudens',
    ],
    en: [
      '#{breach} & {notify} & unless|except|save|left_out|withheld|withhold|not_tell & !{authority} & !high risk unless',
      '@{breach} & unless|except|withhold|withheld|save_where',
    ],
  },
  'breach-lawful-exception': {
    nl: [
      'artikel 34|41|42',
      'wet .. toestaat|toelaat|noemt|bepaalt|zegt|uitzondering*|hoeft',
      'wettelijke uitzondering*',
      'politie|justitie .. vraagt|verzoekt|onderzoek',
      'avg .. niet .. hoeft|verplicht',
    ],
    en: [
      'article 34',
      'law .. allows|permits|lists|names|says|exception*|excuses',
      'police .. ask*|investigation',
      'exception|exceptions .. in|of .. law|gdpr|article',
    ],
  },
  'breach-term': {
    nl: [
      '#{breach} & {term} & {notify}|hoor|hoort|bericht & {you}|iedereen|wie|betrokkenen|ontdek*|hoor|hoort|persoonlijk & !{authority} & !aan ons & !bewaar* & !verwerkers .. {term} & !@recht|rechten & !klacht* & !leveranciers moeten',
    ],
    en: [
      '#{breach} & within|in|after|no_later_than|inside {term} & {notify}|hear & {you}|everyone|whoever|people|discovery|those & !{authority} & !warn us & !complain* & !@right|rights & !commission & !tell us & !inform us & !notify us',
    ],
  },
  'breach-timely': {
    nl: ['{immediately}', 'binnen|uiterlijk .. {term}', '{term}'],
    en: ['{immediately}', 'within|in|inside|no_later_than .. {term}', '{term} .. of|after'],
  },
  'breach-threshold': {
    nl: ['wanneer|als|indien|mits|voor_zover'],
    en: ['if|when|where|should|in_a_way|provided|likely|serious'],
  },
  'breach-clear-threshold': {
    nl: [
      'hoog|groot|grote|hoge|ernstig|aanzienlijk .. risico',
      'risico .. hoog|groot',
      'waarschijnlijk .. risico',
      'wet|wettelijk .. verplicht|voorschrijft|eist|verlangt|vereist',
      'verplicht|verplichting|voorgeschreven',
      'iedereen|altijd|elk|ieder|elke|iedere',
      'hoe_klein|gering',
      'ook als',
      'artikel 34',
    ],
    en: [
      'high|likely|considerable .. risk',
      'risk .. high',
      'law|gdpr .. require*|oblige*|demands|say*|ask*',
      'required by',
      'every|everyone|always|each|any|whoever|all',
      'risky or not',
      'even if',
      'article 34',
      'however small|minor',
    ],
  },
  'breach-from-processor': {
    nl: [
      '{third-party}|bureau|zij|ze|hun ... moeten|melden|meldt|verplicht|waarschuwen|laten|meld*|doorgeven|informeren ... ons|wij & #{breach} & !{authority}',
      '{breach}|incident ... {third-party} .. ons|wij|aan .. {notify}|binnen|melden|waarschuwen|informeren & !{authority} & !krijgt',
      '#{breach} & {third-party} .. geinformeerd|horen|hoorden|melding|bericht & {term}|nadat|wij|ons|termijn|klok & !{you} binnen',
    ],
    en: [
      '{third-party} ... warn|tell|notify|report|inform|alert ... us & {breach}|incident|incidents|@{breach}|#{breach} & must|have_to|within|at_once|undertake|bound|immediately|obliged|required & !{authority} tells',
      'clock|time|hours & supplier*|processor*|firm* & starts|counts|runs|begins|tells|informs',
      'us .. of any .. incident|breach|slip',
    ],
  },
  'authority-told': {
    nl: [
      '#{breach} & {authority}|toezicht* & {notify}|melden|gaat|hoort & !klacht* & !recht & !verwerker .. meldt',
      '72|tweeenzeventig uur|uren',
      'drie dagen & {authority}|toezicht*',
    ],
    en: [
      '#{breach} & {authority}|regulator|commission & {notify}|hears|told|report* & !complain*',
      '72|seventytwo hours',
      'three days & {authority}|commission|regulator',
    ],
  },
  'breach-register': {
    nl: [
      'register|logboek|lijst|boek|administratie|overzicht|schrift|logboekje|bijhouden|noteren|registreren|schrijven|opgeschreven|vastleggen|leggen & datalek*|*lek|*lekken|incident*|inbreuk*|#{breach} & elk|ieder|alle|elke|iedere|register|logboek|noteren|registreren|bijhouden|schrijven|leggen & !{you} .. binnen & !bewaren & !klacht* & !functionaris',
      'datalekregister|datalekkenregister|incidentenregister',
      'register van .. datalekken',
    ],
    en: [
      'log|register|book|record|list|file|logbook|diary|note|noted|recorded|entered|written_down & breach*|incident*|slip*|mishap*|#{breach} & every|each|all|any|breach|log & !processing activities & !report & !footage & !tell the',
      'breach|incident log|register|book|logbook',
    ],
  },
  'complain-to-us': {
    nl: [
      '{complain} ... {contact}|ons|bij|eerst|aan & ons|directie|functionaris|*manager|eerst|bestuur|wij|we|*coordinator|secretaris|ombudsman|klachtenfunctionaris|medewerker*|redactie|leiding|directeur|terecht|vestigingsmanager|hoofdredacteur|praktijk* & !{only} {authority}',
      '<{complain} & vertel|laat|bel|mail|praat|contact|loop|kom|zeg|schrijf|spreek & {ons}|eerst|het|dan',
      'klachtenregeling|klachtenprocedure|klachtencommissie|klachtenformulier',
      '@klacht*|klachten & {contact} & ons|eerst|{staff}|manager & !{authority} ..',
    ],
    en: [
      '{complain} ... {contact}|us|first|to & us|first|manager|officer|owner|we|head|director|board|partner|lead|{staff} & !only {authority} & !legitimate',
      '<{complain} & tell|ring|write|talk|contact|speak|call|ask|come|email & us|first|her|him|{staff}|manager|officer|please|*',
      '@{complain} & tell|ring|write|talk|contact|speak|call|ask|email|come & !{authority} at',
      'complaint|complaints .. procedure|form|to us',
      'would like to be the first',
      'first to hear',
      'come to us first',
      'give|let us .. chance|try|put',
    ],
  },
  'complaint-outcome': {
    nl: [
      'oplossing|oplossen|uitkomst|samen_uit|uitkomen|oordeel|rechtzetten|naar_tevredenheid|bevredigend*|goed_maken|herstellen|lossen & #{complain}|eens|samen & !fout & !techniek',
      'antwoord|reactie|bericht|besluit|oordeel|beslissing & #klacht* & binnen|schriftelijk|gemotiveerd|altijd|uiterlijk',
      '{you} er .. samen|niet .. uit & #{complain}',
    ],
    en: [
      'resolve|solve|settle|solution|sort|remedy|put_it_right & #{complain}',
      'solution|solve|resolve*|resolution|outcome|put .. right|sort .. out|settle*|remedy|satisf* & #{complain}|matters & !mistakes .. put & !to put right .. what & !not satisfy',
      'answer|reply|decision|response|findings & #{complain} & within|written|in|days & !{authority} answers',
      'put matters|things|it right',
      'sort .. it|that|things .. out',
    ],
  },
  'complain-to-authority': {
    nl: [
      '{authority} & {complain}|terecht|wenden|kunt|indienen|naar|stappen|melden|@klacht*|gaan|mag & !{breach} & !72 & !@{breach} & !meldt & !melden {we}',
      '{complain}|klacht ... {authority}',
    ],
    en: [
      '{authority} & {complain}|go|turn|contact|write|listens|approach|free & !{breach} & !@{breach} & !72 & !appoint & !disclose & !hand & !tax & !transfer* & !demand* & !orders',
      '{complain} ... {authority} & !{breach}',
      '@{complain} & {authority} & !{breach}',
    ],
  },
  'authority-address': {
    nl: [
      'autoriteitpersoonsgegevens.nl*',
      '*autoriteitpersoonsgegevens.nl*',
      '*gegevensbeschermingsautoriteit.be*',
      '*dataprotection.ie*',
      '*ico.org.uk*',
      '*edpb.europa.eu*',
    ],
    en: [
      '*autoriteitpersoonsgegevens.nl*',
      '*gegevensbeschermingsautoriteit.be*',
      '*dataprotection.ie*',
      '*ico.org.uk*',
      '*edpb.europa.eu*',
      '*dataprotectionauthority.be*',
    ],
  },
  'invites-questions': {
    nl: [
      '#vraag|vragen|vraagt|opmerkingen & mail|bel|stuur|schrijf|stel|neem|kom|loop|laat & gerust|ons|maar|even|contact|langs|op & !verzoek & !{complain} & !{term} & !@waarvoor|recht|rechten & !{breach}',
      'voor|met vragen|vraag .. contact|terecht|mailen|bellen',
      '{question} ... {contact}|ons|graag|gerust|terecht|bij & !verplicht* & !{secure} & !reparatie & !beantwoorden: & !@waarvoor & !bewaren & !{term} & !leeg',
      '{contact} ... {question} & {ons}|gerust|met|over|al|via|terecht & !@waarvoor & !verplicht* & !{term} .. bewaar* & !helpdesk',
      'stel|stellen gerust|al',
      'horen .. graag',
      'vraag .. gerust|maar|het',
      'onduidelijk & {contact}|laat|vraag|zeg',
      '{question} .. over {you}|de|privacy|deze .. {privacy}|{text} & !beantwoord* & !antwoord* & !verzoek & #{contact}|mailen',
    ],
    en: [
      '<question|questions|unclear & call|mail|email|write|ring|ask|contact|tell|drop & !{complain} & !@right|rights & !{breach}',
      'any questions?',
      '{question} ... {contact}|welcome|us|glad|submitted|form|reach & !fields & !left open & !@purpose & !support questions & !{store} & !{breach} & !optional & !customer',
      'ask us|me|her|him .. anything|any|about|question* & !object',
      'person to ask .. about|anything',
      'if .. not .. clear|unclear & tell|ask|let|write',
      '{contact} ... {question} & us|at|on|with & !@purpose & !{term} & !optional & !fields',
      'tell us|me & @purpose|@for|#failed|unclear|follow & !{complain} & !move',
      'happy|glad|pleased to help|answer|explain & !{secure}',
      'question|questions .. about .. this|privacy|policy|notice|page|anything & !left',
      'anything unclear|else',
    ],
  },
});
