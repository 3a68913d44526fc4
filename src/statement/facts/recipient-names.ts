/** How texts name those who receive data: companies by name, and kinds of organisation that a reader can picture. */

const capital = "[\\p{Lu}][\\p{L}\\p{N}'’&.-]*";
const legalForm =
  'B\\.?V\\.?|N\\.?V\\.?|V\\.?O\\.?F\\.?|C\\.?V\\.?|U\\.?A\\.?|GmbH|AG|SE|Ltd\\.?|Limited|LLP|LLC|Inc\\.?|plc|S\\.?A\\.?|SAS|S\\.?r\\.?l\\.?|Oy|AB|A/S|ApS';

/** "Talentia Ltd", "Dossiva B.V.". */
const company = new RegExp(
  `(?<![\\p{L}])(${capital}(?: ${capital}){0,3} (?:${legalForm}))(?![\\p{L}])`,
  'gu',
);
/** "Pelgrim Software (het portaal)", "Noordnet for the network", "Paperboat, which sends our mail". */
const explained = new RegExp(
  `(?<![\\p{L}.] ?)(${capital}(?: (?:[\\p{Lu}&][\\p{L}\\p{N}'’&-]*)){0,3})(?= \\(|, (?:which|who|die|dat|een|a|an|our|onze|de|het|the) | (?:for|voor|from|uit|to|om) (?:the|our|de|het|onze|ons|\\p{L}))`,
  'gu',
);
/** "Wij gebruiken Moneybird voor facturen", "we work with FreeAgent for our books". */
const used = new RegExp(
  `(?:gebruik|gebruiken|gebruikt|met|via|door|bij|en|use|uses|with|through|by|and) (${capital}(?: [\\p{Lu}&][\\p{L}\\p{N}'’&-]*){0,2})(?= (?:for|voor|als|om|as|to) )`,
  'gu',
);
const noName =
  /^(?:Wij|We|U|Uw|Je|Jouw|You|Your|Zij|They|Dit|This|That|Those|Deze|Dan|Die|Daar|Then|Dat|Het|It|Wie|Who|Hij|She|He|Als|If|When|Bij|In|Voor|For|Aan|To|With|Met|Ook|Also|De|The|Een|A|An|Onze|Our|Ons|Alle|All|AVG|GDPR|EER|EEA|EU|UK|Nederland|Netherlands|Data|Gegevens|Personal|Clients|Customers|Staff|Autoriteit|Dutch|European|Europese|Version|Versie|January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/** The companies a text names together with what they are. */
export function companiesIn(text: string): readonly string[] {
  return [...text.matchAll(company), ...text.matchAll(explained), ...text.matchAll(used)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !noName.test(name) && name.length > 2);
}

/** Dutch kinds are compounds: what they end in says what they are, what comes before says of what. */
const compoundEnds =
  'bureau|bedrijf|bedrijven|kantoor|leveranciers?|beheerders?|diensten?|maatschappij|instelling|platforms?|verstrekkers?|verzekeraars?|adviseurs?|makelaars?|bouwers?|register|fonds|inspectie|administrateurs?|vervoerders?|verwerkers?|verhuurders?|organisaties?|instanties?|arts(?:en)?|deurwaarders?';
const looseStarts =
  'dienst|derde|toe|partner|hulp|samenwerkings|zuster|dochter|groeps|moeder|sub|diverse|onder';
const standAloneNl =
  'accountants?|boekhouders?|verpleegkundigen?|netbeheerders?|notaris(?:sen)?|taxateurs?|keurders?|kadaster|kamer van koophandel|laborator\\p{L}+|ziekenhui\\p{L}+|klinieken?|apothe\\p{L}+|tandarts(?:en)?|dierenarts(?:en)?|makelaars?|geldverstrekkers?|koeriers?|curator|rechtbank|woningcorporatie|omroep|uitgeverij|ontwerper|fotograaf|webbouwer|(?:web)?hoster|drukkers?|verhuurder|bond|vakbond|brandweer|verzekeraars?|fabrikant(?:en)?|zorgkantoor|zorgverzekeraars?|huisarts(?:en)?';
const standAloneEn =
  'school (?:nurse|doctor)s?|bailiffs?|accountants?|bookkeepers?|laborator(?:y|ies)|labs?|notar(?:y|ies)|land registry|trade register|chamber of commerce|specialists?|dentists?|hospitals?|clinics?|pharmac(?:y|ies)|estate agents?|brokers?|surveyors?|network operators?|couriers?|photographers?|translators?|designers?|health inspectorate|clearing house|professional bod(?:y|ies)|financial intelligence unit|landlords?|registrars?|unions?|leagues?|federations?|fire (?:brigade|service)|insurers?|manufacturers?|printers?|carriers?|GPs?|(?<=\\b(?:the|our|a|an) )(?:web )?host';
const modified =
  'agenc(?:y|ies)|bureaus?|compan(?:y|ies)|firms?|providers?|processors?|suppliers?|platforms?|developers?|consultants?|contractors?|registr(?:y|ies)|operators?|services?';
const looseModifiers =
  'our|the|a|an|other|third|third-party|service|trusted|external|selected|chosen|these|those|such|each|any|every|which|that|outside|different|various|some|partner|group|and|or|of|to|with|by|from|its|their|all|affiliated|business|related|use|party|reputable|certain|many|several|few|own|two|three|four|same|new|public|following|customer|citizen|your|uw|jouw|je|have|has|need|needs|small|large|big|young|whole|dat|dit|die|deze|on|in|for';

const kinds = new RegExp(
  `(?<![\\p{L}-])(?:(?!(?:${looseStarts}))\\p{Ll}{3,}-?(?:${compoundEnds})|${standAloneNl}|${standAloneEn}|(?!(?:${looseModifiers})\\s)\\p{Ll}[\\p{L}-]{2,} (?:service )?(?:${modified}))(?![\\p{L}-])`,
  'giu',
);

/** The kinds of organisation a text names so that one can picture them: "netbeheerder", "ticketing provider". */
export function kindsIn(text: string): readonly string[] {
  return [...text.matchAll(kinds)].map(([kind]) => kind);
}

/** "naar PostNL of naar DHL", "via Mollie", "to Evri": companies after the word that tells where data go. */
const handed = new RegExp(
  `(?<![\\p{L}])(?:naar|aan|via|door|bij|maakt|drukt|verzorgt|doet|to|through|by|with|at)(?: (?:of|or|en|and|either))? (${capital}(?: (?:[\\p{Lu}&][\\p{L}\\p{N}'’&-]*)){0,3})|(?<![\\p{L}])(?<!(?:[Tt]he|[Dd]e|[Hh]et) )(${capital}(?: [\\p{Lu}&][\\p{L}\\p{N}'’&-]*){0,2})(?: (?:of|or|en|and) ${capital}(?: ${capital})?)? (?:krijgt|krijgen|ontvangt|ontvangen|gets?|receives?)(?![\\p{L}])`,
  'gu',
);
const noParty =
  /^(?:Article|Artikel|EU|EER|EEA|Europa|Europe|Nederland|Belgi\u00eb|Duitsland|Ireland|Germany|France|Wij|U|Je|You|We|Data|Dit|This|Dat|That|Wie|Who)\b/u;

export function namesHandedTo(text: string): readonly string[] {
  return [...text.matchAll(handed)]
    .map(([, after, before]) => (after ?? before ?? '').replace(/[.,;:]+$/u, '').trim())
    .filter((name) => name.length > 2 && !noName.test(name) && !noParty.test(name));
}

/** "aan de gecertificeerde instelling", "to the league secretary": whom a sentence says that data are handed to, by role. */
const toRole =
  /(?:zend(?:en|t)|sturen|stuurt|verstrek(?:ken|t)|geven|geeft|gaan|gaat|doorgegeven|sent|sends?|given|gives?|pass(?:ed|es)?|go|goes) (?:[^.;]{0,60}? )?(?:aan|naar|to) (?:de|het|een|onze|the|our|a|an) ((?:[\p{Ll}'’-]+ ){0,2}[\p{Ll}'’-]{4,})/gu;
const noRole =
  /derde|partij|partner|bedrij|organisat|leverancier|dienstverlener|klant|bezoeker|lezer|gebruiker|website|\bsite\b|pagina|doel|adres|wet\b|medewerker|part(?:y|ies)|compan|organi[sz]ation|supplier|provider|vendor|business|customer|visitor|user|website|page|purpose|address|law\b|staff|extent|rule|anyone|person|data subject/iu;

export function rolesHandedTo(text: string): readonly string[] {
  return [...text.matchAll(toRole)].map(([, role = '']) => role).filter((role) => !noRole.test(role));
}
