import { concepts } from './concept.ts';

/** How advertising reaches people, what allows it, and how it stops. */
export const marketingConcepts = concepts({
  'marketing-follows': {
    nl: [
      'in het kader van .. relatiebeheer|lidmaatschap|dienstverlening|overeenkomst & {marketing}|berichten',
      'hoort|horen .. bij|erbij & {marketing}|aanbieden|bieden',
      'eenmaal|ooit .. klant|gast|lid|abonnee & ontvangt|krijgt|hoort|sturen',
      'ontvangt .. daarom .. {marketing}',
      '{because} ... lid|klant|klanten|leden|abonnee|gast|patient|ouder|gasten|huurder*|kandida*|overeenkomst|dienstverlening|gegevens & {marketing}|{marketing-send} & !toestemming & !vooraf & !gerechtvaardigd*',
      'daarom|daarmee|zodoende|dus|vandaar|hierdoor|derhalve & {marketing}|{marketing-send} & sturen|ontvangt|krijgt|benaderen|gebruiken|mailen|bellen & !toestemming & !gerechtvaardigd* & !nooit',
      'concreet|eveneens|tevens|ook .. gebruiken .. voor .. {marketing}',
      'als klant|lid|abonnee|gast|patient|huurder|relatie .. ontvangt|krijgt|sturen|blijf* & {marketing}|{marketing-send}|aanbod & !toestemming & !kon & !kunt weigeren',
      'hoort|horen|onderdeel|deel .. bij|van & {marketing} & lidmaatschap|abonnement|service|dienstverlening|verblijf|overeenkomst|dienst',
      'maakt|vormt .. deel|onderdeel .. uit|van & {marketing}',
      'door .. klant|lid|abonnee|te_boeken|te_worden|inschrijving & {marketing}|{marketing-send} & akkoord|gaat|stemt|ontvangt|krijgt',
      'uitvoering|uitvoeren ... {marketing}|reclame',
    ],
    en: [
      'as our|a client|customer|member|guest|subscriber & {marketing} & receive|send|get',
      'agreement|contract|membership|service includes & {marketing}|attention|offers',
      'naturally|automatically|of course .. receive|get|send & {marketing}',
      'because|since|as|therefore|so ... member|members|membership|customer|customers|client|clients|guest|guests|subscriber|booking|contract|tenant & {marketing} & !consent & !legitimate & !said yes & !own & !could & !similar',
      'part of|included|comes with .. service|membership|contract|booking|stay|subscription|agreement & {marketing} & !consent',
      'by .. becoming|booking|joining|registering|ordering|using & {marketing} & agree|consent|accept|receive',
      'as a customer|member|client|guest|subscriber .. you .. receive|get & {marketing}',
      'it follows|also means & {marketing}',
    ],
  },
  'marketing-mixed': {
    nl: [
      '{marketing} & factur*|incasso|afspraken|rekening|bestelling|administratie|dienstverlening|uitvoering|contact|inschrijving & en|ook|, & gebruiken|doel*|voor|om|verwerken & !toestemming & !aparte & !eigen grondslag & !niet & !nooit & !afmeld* & !{term}',
    ],
    en: [
      '{marketing} & bill|billing|invoice|invoices|communicate|provide|contract|bookings|orders|maintain|administration|administer|payments & use|purposes|purpose|for|to & !consent & !separate* & !not & !never & !only & !unsubscribe & !{term}',
    ],
  },
  'marketing-consent': {
    nl: [
      'alleen|niet ... zonder|als|nadat & {marketing} & {consent}|aangemeld|ingeschreven & !derden & !{hand-over}',
      '{marketing}|{marketing-send} & !derden & !{hand-over} & !niet & {consent}|ingeschreven|aangemeld|inschrijft|aanmeldt|aanmeld*|vooraf|inschrijving|gevraagd|abonneert|geabonneerd|opgegeven|inschrijven|zelf|aangevinkt & !intrekken & !zonder .. {consent} .. sturen & !door & !schrijven|schrijft|schrijf .. uit',
      '#{marketing} & alleen|pas|enkel & !geen_enkel & {consent}|ingeschreven|aangemeld|vinkje|vraagt|zelf|inschrijft|aanmeldt|ja',
      '{consent} & @{marketing}',
    ],
    en: [
      'registered|registers|register|asked .. for this|it|them|that & #{marketing}|mailings|alumni',
      'only after|if|when .. registered|asked|signed|subscribed',
      '{marketing} & {consent}|subscribed|subscribe|asked|opted|optin|signed|ticked|box|request & !without & !optout & !by & !have consented|where you .. consented & !by using & !you .. consent to & !opt out',
      '#{marketing} & only & said yes|ticked|asked|agreed|subscribed|consent|signed',
      'consent|permission & @{marketing}',
    ],
  },
  'marketing-own-customers': {
    nl: [
      'kon|kunt .. nee .. zeggen & mail*|#mailen|#mail|afsluiten|bestelling',
      'klantregel',
      '11.7',
      'klant|klanten|kocht|gekocht|bestelling|besteld|gast|gasten|abonnee*|boeking|geboekt|verbleef|koop|relatie* & eigen|soortgelijke|gelijksoortige|onze|onszelf|vergelijkbare & !niet & !geen & mail*|email*|{marketing}|sturen|berichten & !partners & !derden',
      'weigeren|uitzetten|uitvinken|bezwaar .. bij|toen|bij & bestelling|boeking|boekte|kocht|bestelde|aankoop',
      'kon|kunt .. weigeren|uitzetten|uitvinken & #{marketing}|mail*',
    ],
    en: [
      'customer*|guest*|client*|bought|booked|stayed|ordered|owner*|buy|purchase*|member* & own|similar & email*|{marketing}|newsletter|tell|send & !partners',
      'refuse|decline|optout|untick|say_no .. when|at|as & booked|ordered|bought|order|booking|purchase|checkout',
      'box to refuse',
    ],
  },
  'marketing-objection': {
    nl: [
      'houdt .. op & #reclame|mail|kaartje|belletje|werving',
      'genoeg & #reclame|mail',
      'antwoorden|beantwoorden .. stop & berichten|mail',
      'stop & #{marketing}|berichten',
      'nee zegt|zei|zeggen & reclame|#{marketing}',
      '{unsubscribe} & #{marketing}|{marketing-send}|mail|email|nieuwsbrief|link|clubmail|reclame & !kind & !lidmaatschap & !abonnement .. opzeg* & !stopt|zegt {you} .. lidmaatschap & !{store}',
      'afmeldlink|afmeldknop|uitschrijflink|afmelden|uitschrijven & #{marketing}|mail|email|link|knop|onderaan|nieuwsbrief & !kind',
      'bezwaar|verzet|verzetten & {marketing}|direct',
      'bezwaar tegen .. {marketing}',
      'recht van verzet',
      'reclame|marketing|aanbiedingen|nieuwsbrief .. stoppen|stop|stopt|stopzetten|weigeren|bezwaar|uitzetten & {you}|{may}|meteen|altijd|direct',
      'geen .. reclame|post|aanbiedingen|mail|folders|telefoontjes|nieuwsbrief .. meer|wilt|wil',
      'laat|laten .. weten|het .. ons & #{marketing} & stop*|niet_meer|af|geen',
      'stop* & @{marketing}',
    ],
    en: [
      'objects|object .. being approached|contacted|written',
      'not approached|contacted|written again',
      '{unsubscribe} & #{marketing}|email*|news|letters|direct & !account & !{store} .. until & !cookie*',
      'unsubscribe|unsubscribing|optout',
      'opt out',
      'object* .. to .. {marketing}|direct',
      'object & marketing|advertising|newsletter|offers',
      'stop|end .. marketing|newsletter|offers|emails|appeals|letters|it & #{marketing}|word|stop|stops & !use',
      'one|a word .. from you .. stop*',
      'not hear .. from us',
      'rather|prefer .. not & #{marketing}|offers|hear',
      'any_time|anytime|always & stop|cancel & #{marketing}|newsletter',
    ],
  },
  'marketing-stops': {
    nl: [
      'houdt .. op & #reclame|werving|mail|kaartje',
      'afmelden .. door|met|via',
      'nee .. zei|zegt & reclame',
      'afmeld*|uitschrijf*|bezwaar|verzet|uitschrijven|opzeg*|aangeeft|nee|laat_weten|klik|stop|afmelden|meldt|schrijft & #{marketing}|{marketing-send}|mail* & stop*|stoppen|meteen|direct|altijd|meer|afgelopen|niets_meer|geen|elk|ieder|direct|onmiddellijk|lijst|verwijder* & !lidmaatschap & !verwerking op & !telefoonboek & !ingetrokken',
      '{marketing-objection-words} .. altijd|elk|ieder|steeds|op_elk_moment',
      'altijd|elk|ieder|elke|iedere ... {marketing-objection-words} & !klacht*',
      'afgelopen|stoppen {we} .. meteen|direct & #{marketing}',
      'bezwaar .. tegen .. direct marketing|reclame|marketing',
    ],
    en: [
      'not approached|contacted|written .. again',
      'comes off .. list',
      'objects|object .. approached',
      'unsubscribe|opt|object|stop|optout & #{marketing}|email*|offers|news|direct & !situation & !until & any|time|always|stop|stops|at_once|immediately|whenever|no_further|each|every|same_day|link|clicking|list|argue|straight & !legitimate & !cookies & !restrict*',
      'no further .. email*|issue|message*|letter*|news',
      'stop|stops for good',
      'strike|take|remove .. off|from .. list & !legal',
      'object .. to .. direct marketing',
      'nothing further .. from the moment',
    ],
  },
  'marketing-phone': {
    nl: [
      'belletje|telefoontje & team|boekingsteam|verkoop*|aanbod|acties|magazine & !niet & !nooit',
      'bellen|belt|bel|telefonisch|opbellen|telefoon|gebeld|telefoontje|nabellen & {marketing}|aanbieding*|aanbod|toe_is|verkopen|arrangement|abonnement|acties|actie|aanbieden|vernieuw*|nieuwe|tips|interesse|wervings*|#{marketing} & !nooit & !niet & !geen & !klacht* & !vragen & !terugbellen & !privacy & !toestemming & !afmelden & !alleen over & !vooraf',
      'telefonisch .. benaderen|benadert|benaderd & !niet & !nooit & !toestemming',
    ],
    en: [
      'by .. telephone|phone & {marketing} & !not & !never & !consent',
      'ring|rings|call|calls|phone|telephone|telephoning|phoning & !telephone|phone number|numbers & {marketing}|offer*|arrangement|upgrade|tell|renew*|deal* & #{marketing}|offer*|former|arrangement & !not & !never & !consent & !no & !do not & !questions & !{consent}',
    ],
  },
  'marketing-post': {
    nl: [
      'deurmat|brievenbus & {marketing}|magazine',
      'post & werving|reclame & !niet & !nooit & !zonder',
      'post|brief|brieven|folder|folders|reclamemateria*|catalogus|brievenbus|drukwerk|magazine|brochure|brochures|kaart|kaartje|reclamemateriaal|gids|foldermateriaal|papieren & {marketing}|{marketing-send}|aanbod|reclame*|sturen|aanbieding* & !nooit & !niet & !geen .. post & !postadres & !per post .. verzoek & !{request-words}',
    ],
    en: [
      'regular|postal|ordinary mail & {marketing}',
      'in the post & {marketing}',
      'post|letter|letters|brochure|brochures|leaflet|leaflets|catalogue|catalogues|mailbox|postal|printed|flyers|card|magazine & {marketing}|offers|seasonal & !request* & !not & !never & !no & !do not & !letter of engagement & !addresses our',
      'by .. mail & email & {marketing}',
      'mail or|and telephone|phone',
    ],
  },
  'marketing-channel': {
    nl: [
      '{marketing}|{marketing-send} & mail|email|emailen|mailen|mailt|nieuwsbrief|post|sms|bellen|telefonisch|app|*mail|whatsapp|*nieuwsbrief|advertenties',
    ],
    en: [
      '{marketing} & email|emails|newsletter|newsletters|post|sms|text|call|ring|phone|telephone|app|mail|letter|letters|ads|page|online',
    ],
  },
  'phone-data': {
    nl: [
      'telefoonnummer*|telefoonnummers|*telefoonnummer|mobiel|06nummer|telefoon .. {data-words}',
      '{data-words} .. telefoon*',
    ],
    en: [
      'telephone|phone|mobile .. number|numbers',
      '{data-words} .. telephone|phone|mobile',
      'telephone|phone|mobile .. {data-words}',
    ],
  },
});
