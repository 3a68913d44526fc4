import { concepts } from './concept.ts';

/** What data are for, what allows it, and advertising. */
export const purposeConcepts = concepts({
  'basis-legal': {
    nl: [
      '{legal-duty} & !toestemming van & !geheimhoud* & !@recht|rechten & !{breach} & !uitzondering & !{only} .. als .. {legal-duty} & !register & !{unless}',
      'wet|*wet .. wil|eist|verplicht|vraagt|vereist & !{breach} & !niet verplicht',
      'wettelijke|fiscale verplichting*|plicht*|taak & !{unless} & !{breach}',
      'omdat|want .. moet|moeten .. van .. wet|*wet|belastingdienst|fiscus|overheid|inspectie',
    ],
    en: [
      'legal|statutory obligation|obligations|duty|requirement & !unless & !except & !{breach}',
      '{legal-duty} & !{breach} & !unless & !@right|rights & !disclos* & !court & !orders & !officer & !does not',
      'because|as .. law|act|tax|code .. require*|oblige*|say*|demand*',
    ],
  },
  'basis-contract': {
    nl: [
      'uitvoer*|uitvoering|sluiten|nakomen|nakoming|hoort|voortvloeit|nodig|grond|grondslag|omdat|basis|kader|vanwege|voor|bij ... *overeenkomst|*contract|*contracten|dienstverlening|*koop|bestelling|lidmaatschap|opdracht|abonnement|boeking|behandeling|plaatsing|reservering|inschrijving & !{agreement} met verwerkers* & !verwerkersovereenkomst & !{breach} & !@recht|rechten',
      'overeenkomst .. met {you}',
      '*overeenkomst|contract|huurcontract & @grondslag|waarom|mag|basis|reden|waarvoor',
      'omdat {you} .. lid|klant|abonnee|huurt|gast|patient|ouder .. bent|is',
      'afspraak|afspraken .. met {you} & na|nakomen|komen|uitvoeren',
      'hoort bij .. koop|bestelling|afspraak|overeenkomst|boeking|lidmaatschap',
      'anders .. kunnen .. {contract} .. niet .. uitvoeren|nakomen',
    ],
    en: [
      'basis|ground|because|reason .. contract|agreement|engagement|booking|order|membership & !{processor} & !{transfer-words}',
      'contract|agreement|agreed|performance|order|engagement|membership|booking|tenancy|enrolment & perform*|keep|between|fulfil|carry|necessary|needed|takes|@ground|@legal|@basis|@why|@allowed & !{processor} & !processing|standard & !under a & !portab* & !{breach} & !file|json|format & !transfer*',
      'we .. agreed .. with you',
      'part of|belongs .. sale|contract|agreement|order|deal|booking',
      'contract|agreement & @ground|basis|why|allowed|purpose',
      'our? agreement|contract with you|your',
    ],
  },
  'basis-interest': {
    nl: [
      '{own-interest} & !niet & !@recht|rechten|nee|bezwaar|verzet & !bezwaar',
      'gerechtvaardigd* belang*',
    ],
    en: ['{own-interest} & !object* & !stop', 'legitimate business? interest|interests|purposes'],
  },
  'basis-consent': {
    nl: [
      '{consent} & !{tracker} & !zonder .. {consent} & !intrekken|ingetrokken',
      'toestemming & @grondslag|waarom|mag|basis|reden',
    ],
    en: [
      '{consent} & !{tracker} & !withdraw* & !contract|agreement & !without .. {consent}',
      'consent|permission & @ground|basis|why|allowed|purpose',
    ],
  },
  'basis-other': {
    nl: [
      'vitaal|vitale belang|belangen',
      'algemeen belang',
      'publieke|openbaar|publiekrechtelijke taak|gezag|taken',
    ],
    en: ['vital interest|interests', 'public interest|task|authority', 'official authority'],
  },
  'basis-hedged': {
    nl: [
      'soms|meestal|veelal|doorgaans|gewoonlijk|vaak|regel|gevallen|enkele|hoofdzakelijk|overwegend ... wet|wettelijke|*overeenkomst|dienstverlening|lid|toestemming|belang|grondslag|verplichting & !klacht* & !bewaar* & !bijvoorbeeld & !{breach} & !verwijder*',
      'wet|wettelijke|*overeenkomst|dienstverlening|toestemming|belang ... soms|meestal|veelal|doorgaans|vaak|geval|gevallen & !{breach} & !verstrek* & !alle gevallen',
      'een of meer|meerdere .. grondslagen|gronden',
      'toestemming|overeenkomst|wettelijke .. of|dan_wel|en/of ... belang|toestemming|wettelijke & !intrekken & !dataportabiliteit & !bestand|formaat & wanneer|als|op .. van|basis|grondslag*|gronden|verwerken',
    ],
    en: [
      'mostly|usually|generally|sometimes|often|typically|cases|occasionally|rule|normally|mainly ... law|legal|contract|agreement|consent|interest|interests|obligation & !{breach} & !erase & !complain*',
      'law|legal|contract|agreement|consent|interests|obligation ... mostly|usually|generally|sometimes|often|typically|cases & !{breach} & !erase & !all cases',
      'contract|consent|consented|obligation|interests ... contract|consent|consented|obligation|interests ... consent|consented|obligation|interests|contract & where|when|basis|bases|grounds|because|rely & !towards & !withdraw & !json & !file & !format',
      'one or more of .. following|grounds|bases',
    ],
  },
  'interest-named': {
    nl: [
      'gerechtvaardigd*|rechtmatig* .. belang|belangen .. om|bij|in|van|namelijk|dat|is|voor|wij|hebben|waarbij|de|het|een & !op een gerechtvaardigd belang berust & !{unless} & !bezwaar',
      'belang .. is|om|namelijk|daarbij & gerechtvaardigd*',
      'gerechtvaardigd* belang* .. * .. {stop-interest}',
    ],
    en: [
      'legitimate .. interest|interests .. in|is|namely|of|to|that|being|here|: & !object* & !in our legitimate interests & !where it is',
      'interest in .. * & legitimate|our',
      'our interest .. is|in',
    ],
  },
  'reader-benefit': {
    nl: [
      'in {you} .. belang & !gerechtvaardigd*|weegt|wegen|afgewogen|zwaarder|botst|tegen|vitaal',
      'beter|prettig|fijn|handig|goed|nuttig|voordelig|makkelijk|plezierig|leuk|gemakkelijk .. voor {you} & {because}|doen|sturen|gebruiken|vinden & !leesbaar & !lezen',
      'voor {you} .. zelf? .. beter|prettig|fijn|handig|goed|nuttig|voordeliger|makkelijker|leuk|gemakkelijk|voordeel & {because}|sturen|gebruiken|doen|natuurlijk|gegevens',
      'voor {you} .. eigen bestwil|gemak',
      '{you} .. er .. zelf? .. baat|voordeel|plezier .. bij|aan|van',
      'in het belang van .. klant|klanten|leden|lezer*|gasten|patienten|kandida*|bezoekers|de_ouders|onze & !gerechtvaardigd*',
      'want {you} .. wilt|wil .. natuurlijk|vast|zeker|graag|toch',
      'ten gunste van {you}',
    ],
    en: [
      'in {you} .. own|best interest|interests & !legitimate|weigh*|override*|against|vital|balance*|outweigh*',
      'in your interest|interests & !legitimate|weigh*|override*|against|vital|balance*|outweigh*|more',
      'benefit|benefits|good|better|pleasant|convenient|nice|handy|useful|helpful .. you|for_you & because|since|so|believe|therefore|as|think|which & !legitimate_interest|legitimate_interests & !{breach} & !clear',
      'for your|their own? good|benefit|convenience',
      'you .. will|would .. benefit|appreciate|enjoy|like|welcome|thank & because|since|as|so|believe|know|sure',
      'we know|are sure|assume|trust you .. want|like|appreciate|enjoy',
    ],
  },
  communication: {
    nl: [
      'vragen .. beantwoorden|behandelen|afhandelen|antwoord*|te',
      'beantwoorden|antwoord .. van? .. vragen|vraag|berichten',
      'communicatie|communiceren|informatievoorziening|correspondentie & !@{breach} & !klacht*',
      'hoogte .. houden|brengen|stellen & !{breach} & !reclame',
      'houden {you} .. op de hoogte',
      'contact .. met {you} .. opnemen|onderhouden|te & !klacht* & !vraag & !#{breach} & !functionaris & !stel',
      'contact onderhouden|opnemen|houden .. te?',
      'om {you} .. te .. bereiken|informeren|bellen|mailen & !{breach}|reclame|aanbieding*',
      'vragen|berichten & @waarom|doel|doelen|waarvoor|wat_we_doen & beantwoorden|reageren',
      '{you} .. te informeren .. over & !reclame|aanbieding*',
      'klantenservice|helpdesk|klantcontact',
      'afspraken|afspraak .. herinner*|bevestig*',
    ],
    en: [
      'communicate|communication|communicating|correspondence .. with you|and|or|to|about & !{breach}',
      'answer|answering|reply|replying|respond|responding .. to? .. questions|enquiries|messages|queries|you|emails & !within & !@right|rights & !request',
      'questions|enquiries|queries|messages & answer*|reply|deal|handle & !within & !{breach} & !@right|rights & !glad*',
      'support|customer_questions|service & @purpose|why|use',
      'keep .. you|parents|members|everyone|clients .. informed|posted|up_to_date|in_touch',
      'keep in touch',
      'to contact|reach|write|phone|email you & !{breach} & !offer* & !market*',
      'let you know .. about|when|how & !{breach} & !offer* & !supplements & !change*',
      'get|stay in touch',
      'news of|about your|the_child|children|school|order|booking & !newsletter',
    ],
  },
  billing: {
    nl: [
      '*betaling*|betaling .. verwerken|rekening|rekeningen .. sturen|versturen|maken|opmaken|innen|te & !bewaar* & !jaar & !alleen je',
      'rekening|rekeningen|nota|notas|facturen|factuur .. sturen|versturen|maken|opmaken|opstellen|verzenden|te',
      'schrijven|afschrijven|schrijft .. contributie|huur|bedrag|af',
      'contributie|huur|schuld|vordering*|betaling*|lesgeld|opvangkosten .. innen|incasseren|afschrijven|verwerken|te|af',
      'factuur|facturen|nota|notas|rekeningen ... sturen|versturen|maken|opmaken|opstellen|verzenden|te & !{store}',
      'sturen|versturen|opstellen|maken|opmaken|verzenden .. van? .. factuur|facturen|notas|rekeningen|rekening & !{store}',
      'innen|*incasso|incasseren|facturering|facturatie|declareren|factureren|declaraties|factuur & !{store} & !{erase} & !{store}',
      'loon|salaris* .. betal*|uitbetal*',
      'betaling|betalingen & verwerken|verwerking|afhandelen|innen|ontvangen & !{store} .. {term}',
      'loon|salaris .. betalen|uitbetalen|uit|betaling|verloning',
    ],
    en: [
      'invoice|invoicing|billing|bill|bills|invoices|charge & #purpose|use|used|why|need|to|for|you|send|raise|it & !within & !retain* & !kept & !no charge & !free of charge & !years & !without charge & !see* & !not .. charge',
      'payment|payments|fees|rent|debts|debt|fee|fares|deposits .. collect|collecting|process*|take|taking|handle|handling|recover & !kept & !years',
      'collect|collecting|process|processing|take|taking|handle|handling|recover|recovering|refund .. payment|payments|fees|rent|debts|debt|money|deposit*',
      'to bill|charge|invoice you',
      'bill|charge|invoice .. you|it|clients|customers|guests|parents',
      'payroll',
    ],
  },
  marketing: {
    nl: [
      '{marketing} & !niet voor reclame & !geen {marketing} & !nooit .. verkopen & !{secure} & !verkopen {we} & !@{tracker} & !gegevens niet .. verkopen & !bezwaar & !verkocht & !afmeld*',
      '{marketing-send}',
      'op de hoogte .. van|over .. acties|aanbod|nieuws|producten|diensten|reizen',
      'benaderen .. met|voor .. aanbod|aanbieding*|diensten|vacatures',
      'lid .. te .. werven|werving',
    ],
    en: [
      'newsletter|newsletters|marketing|advertise|advertising|promotional|promotions|promotion|appeals|fundraising & !not|never|no|nobody & !object & !browser & !@{tracker} & !unsubscribe',
      'newsletter|newsletters & !never & !no newsletter',
      'offer|offers|discounts|deals|promotions|brochure*|vouchers|catalogue & send|sending|tell|email|receive|post|mail|write|tempt|let|know|about|get|with|ring|call|of & !not & !never & !stop & !offering & !refuse',
      'tell|telling|inform|informing|let|write|email you .. about .. products|services|offers|events|news|arrangement|classes|properties|homes|courses|bikes & !breach & !right|rights',
      'product news|updates .. by|about|from',
      'sales calls|letters|emails & !no & !never',
      'target*|personalised|personalized adverti*|ads|marketing',
    ],
  },
  'no-marketing': {
    nl: [
      'geen reclame|marketing|nieuwsbrief|nieuwsbrieven|aanbiedingen|mailings|commerciele',
      'niet .. voor .. reclame|marketing|commerciele|promotie',
      'doen|versturen|sturen|maken|gebruiken|krijgt .. {we}? .. niet|geen .. aan? .. reclame|marketing|nieuwsbrief|nieuwsbrieven|aanbiedingen',
      'reclame|marketing .. doen|maken|sturen|krijgt .. niet',
    ],
    en: [
      'no marketing|newsletter|advertising|adverts|promotions',
      'do_not|dont|never .. send|use|do|engage|contact|write .. marketing|newsletter*|advertis*|offers|promotions|sell',
    ],
  },
  'own-products': {
    nl: [
      'eigen|onze|soortgelijke|gelijksoortige|vergelijkbare|ons|onszelf .. diensten|producten|winkel|aanbod|dienst|product|artikelen|spullen|activiteiten|bedrijf|vacatures|titels|kranten|vakanties|arrangementen|park|cursussen|titel|zelf & {marketing}|{marketing-send}|berichten|mail*|nieuwsbrief|over|sturen',
      'soortgelijke|gelijksoortige|vergelijkbare',
      'alleen|uitsluitend over .. onszelf|ons|eigen|onze & !privacy',
      'nooit|niet|geen .. voor|van .. anderen|derden|andere_bedrijven & {marketing}|reclame',
    ],
    en: [
      'our|own own|similar .. products|services|hotel|homes|shop|classes|events|goods|business|news|bikes|courses|work|properties|only|charity|restaurant & {marketing}|email*|about|news|send|newsletter|tell',
      'similar products|services|goods|bookings|homes|items',
      'about .. nothing|nobody else',
      'about .. and nothing else',
      'only .. about .. our|us|ourselves|own',
      'never|not advertise|promote .. anybody|anyone|others|third|other',
      'our own .. products|services|offers',
    ],
  },
  'chosen-for-reader': {
    nl: [
      '{marketing}|{marketing-send}|berichten ... passen|past|interesse|interessant|interesseert|belang|relevant|afgestemd|persoonlijk|persoonlijke|gepersonaliseerd*|voorkeur*|aansluit|aansluiten|interesses & {you}|daarbij|erbij|voorkeur*|persoonlijk*|interesse*',
      'interessant|passend|persoonlijk|persoonlijke|relevant|relevante|passende|interessante .. aanbod|aanbiedingen|aanbieding|advertenties|vacatures|reclame|artikelen|berichten|tips|voorstel*',
      'op {you} .. interesses|voorkeuren|leesgedrag|wensen & {marketing}|afstem*|aanbevel*|artikelen',
    ],
    en: [
      'offer|offers|marketing|news|ads|advertising|newsletter|products|messages|suggestions|classes|emails|tell|let ... interest|interests|interested|relevant|benefit|suit|suits|suited|personalised|personalized|targeted|tailored & you|your|personalis*|targeted|tailored|personaliz* & !legitimate',
      'targeted|tailored|personalised|personalized|relevant .. adverti*|offers|marketing|ads|emails|content',
      'think|believe .. will|may|might|would .. interest|suit|benefit|like & {marketing}|offers|about',
      'based on .. what|your .. bought|booked|interests|viewed|earlier & {marketing}',
    ],
  },
  'commercial-sharing': {
    nl: [
      'nooit|niet|geen ... andere|ander|derden|anderen|partijen|bedrijven ... reclame|marketing|commerciele|verkoop & {personal-data}|adres|lijst* & !ontvangt & !sturen {we}',
      'commerciele|commercieel|eigen|reclame|marketing .. doeleinden|doelen|gebruik|redenen & niet|nooit|geen|zonder|niemand & {share}|aan & anderen|derden|ander|andere|partijen|bedrijven|niemand|sponsor*',
      '{share} .. nooit|niet|geen & sponsor*|adverteerder*|partners|commerciele|bedrijven & tenzij|zonder|nooit|alleen & !bewaren & !aan anderen dan & !hierboven',
      'sponsors|adverteerders|partners|bedrijven ... krijgen|ontvangen ... nooit|niet|geen & {personal-data}',
      'nooit|niet|geen|niemand|zonder ... {share} ... reclame|marketing|commerciele|verkoop*|adverteren|hun_eigen|eigen_doel*|doeleinden & !{secure} & !@waarvoor',
      'niet|nooit .. {share}|verkopen|verhuren ... aan|voor .. derden|anderen ... reclame|marketing|commerciele|eigen|hun',
      'verkopen|verhuren|ruilen|verhuurd|verkocht .. of .. verhuren|delen|uitlenen|ruilen|weggeven & niet|nooit|geen & {marketing}|adverteer*|reclame|commerciele|doel*|eigen',
    ],
    en: [
      'never|not|no|nobody|noone|without ... {share} ... commercial|marketing|advertis*|sell_you|own_purposes|own_ends|their_own & !{secure} & !service providers may',
      'commercial ends|purposes|use & no|not|never|nobody|noone|without',
      'never .. to .. companies|firms|businesses|anyone .. that|who .. sell|market|advertise',
      'not|never ... {share} .. with|to .. others|third|anyone|partners|advertisers|companies .. for .. marketing|advertising|commercial|their',
      'their|own .. own marketing|advertising|purposes|ends & no|not|never|nobody|without|noone',
      'advertisers|sponsors .. never|not|no .. receive|get|see|given & !cookies',
    ],
  },
  'never-sold': {
    nl: [
      '{sell} & niet|nooit|niemand|geen & {personal-data}|gegevens|ze & !om iets te & !nooit om & !bellen',
    ],
    en: ['{sell} & not|never|nobody|no & {personal-data}|it|them & !sell you'],
  },
  'charity-sharing': {
    nl: [
      'goede doelen|doel|doeleinden & niet|nooit|geen|zonder|hetzelfde|evenmin & !ontvangt steun',
      'liefdadigheid*|liefdadige|charitatieve|ideele & niet|nooit|geen|zonder|evenmin',
      'aan goede doelen',
    ],
    en: [
      'charit* & never|not|no|nor|without|either|same & {share}|to|lists|purposes & !clg & !number & !commission',
      'charitable purposes|causes|ends & never|not|no|nor|without|either',
    ],
  },
  'explicit-consent': {
    nl: [
      'uitdrukkelijk*|expliciet*|afzonderlijk*|aparte|apart|voorafgaand*|vooraf|eerst|nadrukkelijk|schriftelijk|schriftelijke|vooraf ... {consent}|vragen|vraagt|ja|goedkeuring|gekozen & {consent}|ja|goedkeuring & !verwerkers* & !*effectbeoordeling',
      '{consent} ... uitdrukkelijk|expliciet|apart|vooraf|afzonderlijk|eerst|tevoren|schriftelijk|aparte & !verwerker*',
      'pas|alleen & nadat|als|na ... ja|toestemming|vinkje|aangekruist|instem* & uitdrukkelijk|zelf|apart|eerst|vooraf|vinkje|aangekruist|schriftelijk',
      'aangevinkt|aangekruist|vinkje',
      'vragen {we} .. eerst|apart|vooraf|telkens .. toestemming|goedkeuring',
      'eerst .. toestemming|vragen',
    ],
    en: [
      'explicit|express|separate|separately|prior|beforehand|written|expressly|explicitly|specific|advance ... consent|permission|agree*|yes|goahead',
      'consent|permission|agree|agreed|yes ... explicit*|express*|separate*|beforehand|prior|first|advance|writing|ticked',
      'only ... said yes|agreed|ticked|consent|permission & beforehand|first|ticked|box|writing|separately|expressly',
      'ticked|tick|ticks .. box',
      'ask .. you|parents|first .. first|separately|beforehand|permission & consent|permission|agree|first|yes & !complain*',
      'written consent|permission',
      'as easy as saying yes',
    ],
  },
});
