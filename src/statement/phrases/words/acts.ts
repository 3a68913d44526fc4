import type { WordsByLanguage } from './words-by-language.ts';

/** What people do with data and with each other, in as many verbs and nouns as there are for it; and to whom. */
export const actsWords: WordsByLanguage = {
  nl: {
    'inform-acts': [
      'beschrijven+|uitleggen+|toelichten+|vertellen+|informeren+|lezen+|weten+|leren+|uiteenzetten+|verantwoorden+|aangeven+|omschrijven+|schetsen+|verduidelijken+|opsommen+|uiteengezet|overzicht|uitleg|toelichting|antwoord|inlichten+|verklaren+|inzicht',
    ],
    'give-acts': [
      'geven+|delen+|doorgeven+|verstrekken+|leveren+|aanleveren+|doorsturen+|overdragen+|overhandigen+|krijgen+|ontvangen+|inzien+|meekijken+|afstaan+|ruilen+|uitlenen+|verhuren+|verkopen+|doorverkopen+|uitwisselen+|aanbieden+|verhandelen+|verkrijgen+|bekendmaken|prijsgeven|toegang|inzage|beschikking|bezit',
    ],
    'correct-acts': [
      'verbeteren+|aanpassen+|wijzigen+|corrigeren+|herstellen+|rectificeren+|bijwerken+|aanvullen+|rechtzetten+|veranderen+|rectificatie|correctie|correcties|aanvulling|verbetering|wijziging|aanpassing',
      'bijstellen+|herzien+|completeren+|actualiseren+',
    ],
    'remove-acts': [
      'verwijderen+|wissen+|vernietigen+|weggooien+|weghalen+|schrappen+|uitwissen+|opruimen+|opschonen+|anonimiseren+|verwijdering|wissing|vernietiging',
    ],
    'tell-acts': [
      'vertellen+|informeren+|melden+|meedelen+|mededelen+|meegedeeld|bekendmaken+|bekendgemaakt|berichten+|bellen+|mailen+|schrijven+|waarschuwen+|inlichten+|horen+|vernemen+|verwittigen+|weten|seintje|bericht|brief|hoogte|kennis|contact|melding|mededeling|telefoontje|mailtje',
      'verwittigd|gewaarschuwd|ingelicht|brieven|mail|mails|berichtje|appje|appen|appt|sms|telefoontjes|belletje|verwittiging|waarschuwing|aangeschreven|benaderd',
      'aan|hangen .. lijn',
      'trekken|trekt .. bel',
    ],
    'see-acts': [
      'zien+|inzien+|bekijken+|openen+|raadplegen+|opvragen+|lezen+|benaderen+|opzoeken+|toegang|inzage|toegankelijk|zichtbaar|raadpleegbaar',
    ],
    'solve-acts': [
      'oplossen+|oplossing|uitkomst|schikken+|bemiddelen+|rechtzetten+|herstellen+|goedmaken|goed|uitkomen|tevredenheid|vergelijk|voorstel|weg|afronden|afhandelen+|uitpraten|uitzoeken',
    ],
    others: [
      'anderen|ander|andere|derden|derde|partij|partijen|bedrijf|bedrijven|*bedrijf|*bedrijven|leverancier*|*leverancier|*leveranciers|sponsor*|adverteerder*|organisatie*|instelling|instellingen|stichting|stichtingen|partner|partners|winkel*|uitgever*|*maatschappij*|buitenstaander*|buitenwereld|*verwerker|*verwerkers|aannemer*|dienstverlener*|*bureau|*bureaus|niemand|vereniging|verenigingen|fabrikant*',
      'iemand|een ander|anders',
    ],
    commerce: [
      '*reclame*|marketing*|*marketing|commerc*|verkopen|verkoop|adverteren|adverteert|winst|aanprijzen|werving|handel|handelswaar|verdienen|promotie*|wervend*|colportage|klantenwerving|verkooppraatjes|aanbiedingen|acquisitie',
    ],
    technical: [
      'ip|ip*|browser*|apparaat*|toestel|scherm*|land|locatie|tijdstip|klik*|surf*|pagina|paginas|netwerkadres|besturingssysteem|cookienummer|muis*|bezoekduur|zoekterm*|leesgedrag|nummer|cijfers|statistiek*',
    ],
    relation: [
      'lid|lidmaatschap|klant|abonnement|account|*contract|*overeenkomst|huur|behandeling|*cursus|inschrijving|dienst|dienstverlening|dienstverband|verblijf|seizoen|opleiding|deelname|opdracht|relatie|school|kamp|reis|bezoek|project|aanvraag|wedstrijd|prijsvraag|actie',
    ],
    'go-on': [
      'blijf|blijft|blijven|voortgezet|opnieuw|nogmaals|daarna|nadien|nadat|doorgaat|weer|verder|voortzetten|hierna',
    ],
  },
  en: {
    'inform-acts': [
      'explain+|describe+|tell+|inform+|outline+|clarify+|learn+|show+|account|aware|know|understand|read|overview|summary|answers|answer|explanation|detail+|summarise+|say|says|state+|introduce+|insight|acquaint+',
      'set|sets out',
      'find out',
    ],
    'give-acts': [
      'share+|give+|pass+|send+|hand+|provide+|supply+|disclose+|transfer+|forward+|receive+|get+|lend+|swap+|exchange+|sell+|rent+|trade+|release+|reveal+|offer+|introduce+|access|available|obtain+|buy+|reach+|disclosure',
    ],
    'correct-acts': [
      'correct+|amend+|rectify+|fix+|mend+|update+|change+|adjust+|repair+|complete+|correction|corrections|rectification|amendment',
      'put right',
      'alter+|revise+|edit+|supplement+|straighten',
    ],
    'remove-acts': [
      'delete+|erase+|wipe+|destroy+|remove+|shred+|bin+|scrub+|forget|deletion|erasure|removal|purge+',
    ],
    'tell-acts': [
      'tell+|inform+|notify+|communicate+|hear+|write+|call+|phone+|telephone+|ring+|email+|message+|warn+|alert+|report+|contact+|letter|notice|announce+|know|told|word|notification',
      'letter|letters|text|texted|texting|mail|mails|mailed|phoned|rung|rang|spoken_to|sms|announcement',
      'touch with {you}',
      'on the phone|line',
      'get|gets|got|receive|receives|send|sends a|an|our? message|note|line',
    ],
    'see-acts': [
      'see+|view+|open+|access|consult+|read+|reach+|inspect+|look+|get+|have|has|retrieve+|browse+|screen|screens',
    ],
    'solve-acts': [
      'solve+|solution|resolve+|resolution|outcome|settle+|settlement|mediate+|fix+|mend+|remedy|remedies|repair+|proposal|way_forward|way_out|satisfaction|compromise|answer|agree',
      'put|set|make .. right',
      'sort|work .. out',
    ],
    others: [
      'others|another|third|party|parties|company|companies|firm|firms|supplier*|sponsor*|advertiser*|organisation|organisations|organization|organizations|institution*|foundation*|partner|partners|shop|shops|publisher*|outsider*|processor*|contractor*|provider*|agency|agencies|vendor*|nobody|anybody|anyone|exhibitor*|retailer*|brand|brands|insurer*|manufacturer*|business|businesses',
      'no one',
      'someone|somebody else',
    ],
    commerce: [
      'advertis*|marketing|commercial|commercially|sales|sell|selling|profit|promote|promoting|promotion*|campaign*|gain|market|trade|pitch|deals|offers|goods|wares|lead|leads|telemarketing|solicit*',
    ],
    technical: [
      'ip|browser|device|screen|country|location|click*|page|pages|session|address|number|operating|referrer|referring|visit|search|mouse|timestamp|figures|statistics|identifier',
    ],
    relation: [
      'member|membership|customer|subscription|subscribe|account|contract|agreement|tenancy|treatment|course|enrolment|service|employment|stay|season|participation|engagement|relationship|school|camp|trip|visit|project|application|competition|event|case|tenant|client|patient|volunteer|supporter',
    ],
    'go-on': [
      'continue|continues|continuing|continued|keep|keeps|again|another|further|thereafter|afterwards|still|after|going_on|go_on|subsequent|stay|stays|remain|remains',
    ],
  },
};
