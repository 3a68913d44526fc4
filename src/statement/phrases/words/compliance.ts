import type { WordsByLanguage } from './words-by-language.ts';

/** What is asked of those who work for an organisation: that they keep to the rules. */
export const complianceWords: WordsByLanguage = {
  nl: {
    'hired-party': [
      'iedereen|ieder|wie|allen|partijen|organisaties|bedrijven .. delen|deelt|verstrekken|samenwerken|inschakelen|doorgeven',
      'iedereen|ieder|eenieder|wie|degenen|allen|organisaties|bedrijven .. krijgt|krijgen|ontvangt|ontvangen|inziet|verwerkt|gebruikt',
      'al|elk|ieder deze|die|dezen|hunner',
      'ontvangers',
      '{third-party}|derden|hen|leveranciers|zzpers|freelancers|ingehuurden|onderaannemer*|instellingen',
      'wie|degenen|iedereen|ieder .. voor|namens ons|{we} .. werkt|werken|verwerkt|doet',
      'wie|bedrijven|organisaties .. in .. opdracht .. werkt|werken|verwerkt|verwerken',
      '*kantoor|*bureau|callcenter|drukker|hoster|*bouwer|*beheerder|boekhouder|aannemer|aannemers|ingehuurde|inhuren|onderaannemers|uitvoerders',
      'iedereen|ieder|eenieder|allen|wie|bedrijven|partijen|organisaties .. {we} .. werken|werkt|samenwerken|samenwerkt|zakendoen',
      'iedereen|ieder|allen|bedrijven .. met_wie|waarmee|mee',
    ],
    'held-to': [
      'spreken|spreek|spreekt|afspreken|vertrouwen|vertrouwt|instaan|staan|staat',
      'plicht|taak|moet|moeten|dient|dienen|hoort|horen|gehouden|verplicht|verplichten|verwachten|verwacht|geacht|eisen|eist|verlangen|verlangt|vragen|vraagt',
      'beloofd|beloven|belooft|verklaard|verklaren|verklaart|verzekerd|verzekeren|verzekert|bevestigd|bevestigen|bevestigt|toegezegd|zeggen_toe|garanderen|garandeert|verbonden|verplicht|akkoord|afgesproken',
      'borgt|waarborgt|borgen|waarborgen',
      'zweren|zweert|gezworen|bezworen|handtekening|papier|papiertje|briefje|verklaring|getekend|ondertekend|hand|zwart_op_wit|erewoord|woord',
      'zien|ziet .. erop|toe',
      'alleen|uitsluitend|enkel .. met',
      'zorgen|zorgt .. ervoor|dat',
      'selecteren|kiezen|contracteren|letten',
      'verbinden|verbindt|bedingen|bedingt|garanderen|garandeert|handtekening|tekenen|tekent|staan_in|staat_in',
    ],
    comply: [
      'naleven|naleeft|na_te_leven|nakomen|nakomt|na_te_komen|houden|houdt|voldoen|voldoet|respecteren|respecteert|eerbiedigen|volgen|volgt|opvolgen|in_acht|werken|werkt|omgaan|omgaat|om_te_gaan|handelen|handelt|behandelen|gedragen',
      'leven|leeft|komen|komt ... na',
      'in overeenstemming|lijn met',
      'gaan|gaat .. om',
      'eerbiedigt|eerbiedigen|strookt|stroken|conformeren|conformeert|schikken|schikt',
      'na te leven',
    ],
    'privacy-law': [
      'avg|*wet|wetten|*wetgeving|wetgeving|regelgeving|*regelgeving|regels|*regels|privacyrecht|voorschriften',
      '*proof|*conform',
      'wettelijke eisen|voorschriften|verplichtingen|regels|normen|vereisten',
      'verordening|voorschriften|voorschrift|privacybepalingen|bepalingen',
    ],
    'law-proof': [
      'avgproof|avgconform|privacyproof|avgcompliant|gdprcompliant|gdprproof|privacyconform|wetsconform',
      'avg|gdpr|privacy compliant|proof|conform|gecertificeerd',
    ],
    'with-care': [
      'zorgvuldig|netjes|fatsoenlijk|correct|behoorlijk|verantwoord|discreet|rechtmatig|wettig|legaal|rechtens',
      'gepaste|nodige|passende|uiterste|voldoende|grote|alle zorg|zorgvuldigheid',
      'zorgvuldige|nette|correcte|behoorlijke|verantwoorde|discrete wijze|manier',
    ],
    /** What article 28 wants an agreement to hold. */
    'agreed-point': [
      'instructie|instructies|opdracht|aanwijzing*|geheim*|vertrouwelijk*|zwijgen|zwijgplicht|mond|beveilig*|beschermen|subverwerker*|onderaannemer*|wissen|wist|verwijder*|vernietig*|weggooien|teruggeven|teruggave|terugleveren|audit|audits|controle*|controleren|meldplicht|datalek|datalekken|lek|lekken|hulp|meewerken',
    ],
  },
  en: {
    'hired-party': [
      'everyone|everybody|anyone|those|whoever|all|parties|organisations|companies .. share|disclose|pass|give|engage|hire|use',
      'anyone|everyone|everybody|whoever|anybody|all|those|organisations|companies .. receives|receive|gets|get|handles|sees|obtains .. data|details|information|them|it|these',
      'all|each|any|both|every_one|everyone|none of? them|these|those|have',
      '{third-party}|recipients|businesses|business|whoever|freelancers|sub_contractors|institutions|users|them|members_of_our_network',
      'those|anyone|everyone|people|companies .. work|works|working|act|acting|process|processes|handle|handles .. for|on us|our',
      'call_centre|call_center|firm|developer|printer|vendor|supplier|contractor|studio|agency|bureau|host|freelancer|accountant|bookkeeper',
      'companies|people we hire|use|engage',
      'everyone|everybody|anyone|those|whoever|all|companies|parties|people .. {we} .. work|works|working|deal|deals|do_business|cooperate|partner with',
      'everyone|everybody|anyone|those|companies|parties who|that works|work|working with us',
    ],
    'held-to': [
      'obliging|requiring|binding|binds|promising|confirming|committing|undertaking|obligated|obligates|obligate|mandated|duty_bound|liable|responsible|commit|commits|trust|expecting',
      'duty|obligation|must|shall|required|require|requires|obliged|oblige|obliges|bound|expected|expect|expects|have_to|has_to|need_to|supposed|demand|demands|ask|asks|insist|committed',
      'confirmed|confirm|confirms|assured|assure|assures|promised|promise|promises|declared|declare|declares|undertake|undertakes|undertaken|agreed|agree|agrees|guarantee|guarantees|guaranteed|pledged|warrant|warrants|stated|certified',
      'see|sees to it',
      'ensure|ensures|make_sure|makes_sure|take_care|verify|satisfied',
      'only|exclusively .. with',
      'select|choose|see|take_on',
      'word|assurance|assurances|pledge|declaration|writing|written',
      'sign|signs|signed|signature|paper|papers|vow|vows|vowed|swear|swears|sworn|swore|sheet|note|statement|letter|handshake|shake|shakes|shook|hands',
      'gave|gives|obtain|obtained|get us?',
    ],
    comply: [
      'comply|complies|complying|obey|obeys|obeying|observe|observes|observing|respect|respects|respecting|follow|follows|following|adhere|adheres|adhering|abide|abides|abiding|uphold|upholds|honour|honours|meet|meets|satisfy|conform|conforms|compliant|compliance|fulfil|fulfils|fulfill|fulfills|discharge|discharges',
      'keep|keeps|stick|sticks|live|lives to|by|within|up_to',
      'in line|accordance|conformity|keeping|agreement with',
      'according to',
      'by .. the rules|book',
      'stick to',
      'stuck to',
      'rules on',
      'nothing illegal|unlawful',
      'proper|lawful manner|way',
    ],
    'privacy-law': [
      'gdpr|law|laws|legislation|regulations|regulation|rules|rule|avg|statute|statutes|act|data_protection|privacy_standards',
      'legal|statutory|regulatory|applicable requirements|obligations|duties|standards|demands|provisions|framework|norms',
      'provisions|requirements .. in force|applicable',
    ],
    'law-proof': [
      'gdprcompliant|gdprproof|gdprready|privacyproof|avgproof|privacycompliant',
      'gdpr|privacy|avg compliant|proof|ready|certified',
    ],
    'with-care': [
      'decently|properly|carefully|responsibly|correctly|appropriately|diligently|discreetly',
      'due|proper|appropriate|reasonable|great|utmost|with care',
    ],
    /** What article 28 wants an agreement to hold. */
    'agreed-point': [
      'instruction|instructions|confidential*|secret|secrecy|secure|secures|security|safe|subprocessor*|subcontracting|sub_contracting|delete|deletes|deletion|erase|erasure|destroy|destruction|return|hand_back|audit|audits|inspect|inspection|breach|breaches|leak|assist|assistance|help',
    ],
  },
};
