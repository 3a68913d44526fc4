import { concepts } from './concept.ts';

/** That nothing is advertised, and what has the words of advertising and is none. */
export const noMarketingConcepts = concepts({
  'no-marketing': {
    nl: [
      'geen reclame*|marketing|nieuwsbrief|nieuwsbrieven|aanbiedingen|mailings|commerciele',
      'niemand ... verkopen|aansmeren|slijten|reclame|aanbieden',
      'niet .. voor .. reclame|marketing|commerciele|promotie',
      'doen|versturen|sturen|maken|gebruiken|krijgt|zult|zal .. {we}? .. niet|geen|nooit .. aan? .. reclame|marketing|nieuwsbrief|nieuwsbrieven|aanbiedingen',
      'reclame|marketing|aanbiedingen .. doen|maken|sturen|versturen|mailen|verzenden|krijgt|krijg|krijgen|ontvangt .. niet|nooit|nimmer',
      'maken|maakt|voeren|doen {we}|* .. voor niets|niemand .. reclame',
      'reclame .. maken|doen {we} .. niet',
      'adverteren .. niet|nergens|nooit',
      'nooit|niet|geen .. aan te prijzen|prijzen|verkopen & !{share} & !geven',
      'evenmin|ook_niet|noch|net_zomin .. voor|aan reclame|marketing|commerciele|promotie|acquisitie',
      'geen reden|grond|aanleiding|vrijbrief .. {marketing}',
      '{none} .. {mailing-list} & zetten|zet|plaatsen|plaatst|komt|kom|staat',
    ],
    en: [
      'no marketing|newsletter|newsletters|advertising|adverts|promotions|promotional|mailing_list|fundraising|commercial',
      'not|never|wont .. sent|get|receive .. offers|marketing|advertising|newsletter*|promotion*',
      'not|never|neither|nor .. send|use|do|engage|contact|write|approach|bother .. marketing|newsletter*|advertis*|offers|promot*|sell|commercial',
      'not|never|no .. advertise|market|promote',
      'neither|nor promot*|marketing|advertis*|sales|commercial|newsletter*',
      'nobody|no_one|never .. try|trying .. sell',
      'nobody|no_one .. email|write|send|ring|call|phone .. you .. sell|offers|marketing|promot*',
      'sales calls|marketing|advertising .. we|something .. not|never',
      'marketing|advertising|promotion|newsletter : none|no',
      'marketing|advertising|newsletter|promotional_mail .. none|no',
      'not|never .. put|add|place|enter|enrol|sign|subscribe .. list|newsletter|mailing*',
      'no|not reason|ground|licence|excuse|invitation .. {marketing}',
    ],
  },
  /** A denial of one kind of advertising, one use or one way of sending leaves room for another. */
  'denial-in-part': {
    nl: [
      'zonder|tenzij|totdat|tot|alleen|uitsluitend|enkel|behalve|anders_dan|anderen|andermans|derden|partners|sponsors|{consent}|als|indien|wanneer|mits|wilt|wil|wenst|liever|langer|meer|na',
      'deze|dit|die|dergelijke|zulke|daarvan|ervan|hieruit|bijzondere|gezondheids*|medische|foto*|camera*|beeld*|opname*|kind|kinderen|leerlingen|sollicitant*|bsn',
      'dat|het|ze|zij|daar is|zijn|was geen|niet .. {marketing}',
      'per|via|met post|telefoon|brief|mail|email|sms|app|whatsapp',
      'telefonisch|bellen|belt|folders|ongevraagd*|ongewenst*|opdringerig*|{tracker}|cookies|advertenties|reclame_op|verkopen|verkoopt|verhuren|delen|gedeeld|verstrekken|doorgeven|reden|grond|lijst|*lijst',
    ],
    en: [
      'without|unless|until|only|except|save|other_than|others|anyone|anybody|anyone_else|third|partners|sponsors|{consent}|if|when|where|once|provided|want|wish|like|prefer|rather|longer|more|any_more|after|before',
      'this|that|these|those|such|it|them|the_data|the_information|the_details|images|footage|cvs|results',
      'special|sensitive|health|medical|photo*|camera*|picture*|recording*|child|children|minors|pupils|applicants',
      'is|are|was|were no|not|hardly an? .. advert*|marketing|promotion*|offer|offers|sales',
      'by|over|on|via|through|in the? post|telephone|phone|letter|mail|email|sms|text|whatsapp',
      'phone|telephone|ring|call|calls|unsolicited|unwanted|unasked|spam|aggressive|{tracker}|cookies|ads|adverts|advertisements|sell|sold|selling|rent|share|shared|sharing|pass|passed|disclose|disclosed|reason|ground|licence|excuse|list|lists',
    ],
  },
  /** An offer made to one person, a trade in advertising, advertising without data, and objection to what need not be sent. */
  'marketing-else': {
    nl: [
      'cursus|opleiding|training|vak|studie|workshop|lessen|vacature|stage|baan|functie .. marketing|reclame|communicatie & !nieuwsbrief|aanbiedingen|acties',
      '{one-offer} & !nieuwsbrief|aanbiedingen|acties|reclame|marketing|mailing*',
      'advertenties|reclame|reclames .. op .. pagina|site|website|scherm .. voor iedereen|elke|alle & gelijk|dezelfde|hetzelfde',
      'afdeling|team|campagnes|mailings|nieuwsbrieven .. van .. onze|de klanten|gebruikers|opdrachtgevers & zelf|software|opdracht|namens|verwerker',
      'adviseren|adviseert|begeleiden|helpen .. bedrijven|klanten|organisaties .. marketing|reclame|communicatie',
      'elke|iedere organisatie|bedrijf .. marketing|reclame',
      '*voorkeur|*voorkeuren .. bewaren|bewaard|vastgelegd|noteren|onthouden & marketing*|mailing*|reclame*',
      'advertentie|advertenties .. vacature|vacatures|baan|werk',
      // Who sells data advertises nothing.
      'verkopen|verkoopt|verkocht .. {personal-data}|adres|adressen|ze & !{wares}',
      '{personal-data} .. verkopen|verkoopt|verkocht',
      // Invited to what one's care, school or association brings along.
      'uitnodiging|uitnodigingen|uitnodigen|uitgenodigd|oproep|oproepen .. griepprik|prik|vaccinatie*|inenting*|*onderzoek|screening|controle|*controle|consult|*gesprek|*vergadering|examen|toets|intake|bezichtiging|sollicitatie*',
      'bezwaar|verzetten .. tegen .. marketing|reclame & !sturen|stuurt|mailen|versturen|ontvangt|krijgt|gebruiken {we}?',
    ],
    en: [
      'course|courses|training|class|degree|study|studies|job|vacancy|adviser|adviser|consultancy|lessons .. in|on|of|about .. marketing|advertising|fundraising|promotion & !newsletter|offers|we_send',
      '{one-offer} & !newsletter*|offers|special_offer|promotion*|marketing|mailing*|discount*|advertis*|deals|campaign*',
      'adverts|ads|advertisements|advertising|banners .. page|site|website|screen|magazine & same|everyone|everybody|nobody & !profile|interests',
      'marketing|advertising|campaigns|mailings|newsletters|department|team .. of|by|from|for .. our|the|their customers|clients|users & themselves|software|platform|behalf|processor|their_own|tool',
      'advise|advises|advising|consult|teach|teaches .. companies|clients|firms|businesses|students .. on|about|in|with .. marketing|advertising|fundraising',
      'any organisation|company|firm|business .. marketing|advertising',
      'marketing|mailing|communication preference|preferences|choice|choices|settings .. kept|stored|recorded|noted|remembered|keep|record',
      'sell|sells|sold|selling .. {personal-data}|address|addresses|it|them',
      '{personal-data} .. sold',
      'invitation|invitations|invite|invites|invited|recall|recalls .. vaccination*|vaccine|jab|screening|checkup|check_up|check_ups|examination|test|appointment|interview|meeting|assembly|consultation|viewing',
      'fundraising|crowdfunding|giving platform|platforms|page|pages|site|sites|scheme',
      'job advert*|ads',
      'advert* .. job|vacancy|vacancies|post|position',
      'object|refuse|objection .. to|against .. any|our|direct? marketing|advertising|promotion*|offers & !{we} .. send|sends|email|write|use|tell & !receive|get',
    ],
  },
  /** A message about what somebody ordered, asked or has with us sells nothing, whichever way it comes. */
  'own-matter': {
    nl: [
      'voortgang|vorderingen|status|stand|verloop .. van? .. uw|je|jouw|de|het',
      // What is handed out may be this text itself.
      'deze|dit folder|brochure|boekje|blad|brief|privacyfolder .. staat|leest|ligt|vertelt|gaat|zegt|geldt|gaf|hangt|legt',
      'over|van|voor|als|wanneer|omdat|dat|rond|bij .. uw|je|jouw|de|het|een .. {own-matter} & !{marketing}|nieuwe|andere|aanbod|korting|gift|steun|voorstel & !{print}',
    ],
    en: [
      'progress|status|stage .. of|on .. your|the|a',
      'this|the|our privacy? leaflet|booklet|brochure|folder|guide|letter .. lies|stands|walks|tells|says|explains|is|covers|applies|hangs|shows|describes|sets',
      'as|what|in this leaflet|booklet|brochure|folder|guide|letter',
      '^it|this|that|statement|policy|notice covers|applies|concerns & visitors|people|candidates|customers|members|everyone|anyone|staff|clients',
      'your|childs|childrens|pupils .. progress|marks|results',
      'about|on|of|regarding|concerning|if|when|that|because|for .. your|the|an|a .. {own-matter} & !{marketing}|{wares}|new|other|similar|latest|discount|gift|support|renew*|upgrade* & !{print}',
    ],
  },
});
