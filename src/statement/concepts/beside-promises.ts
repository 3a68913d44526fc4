import { concepts } from './concept.ts';

/** What is said in the words of a promise and is another matter. */
export const besidePromiseConcepts = concepts({
  /** Answering a request or complaint in time is no purpose for which data are used. */
  'answers-in-time': {
    nl: [
      '{term} & antwoord|antwoorden|beantwoorden+|reageren+|reactie|bericht & !naam|namen|*adres|telefoonnummer',
      'klacht|klachten|verzoek|verzoeken .. contact|antwoord*|reageren+|beantwoorden+',
    ],
    en: [
      '{term} & answer+|reply|replies|replying|respond+|response|hear & !name|names|address|addresses|telephone',
      'not|fail .. answer|reply|respond .. request|complaint|question',
    ],
  },
  /** Of a controller to its processor, or of a court: not what the reader consents to. */
  /** Who asks for proof of identity, or answers questions about this text, uses no data for it. */
  'identifies-or-answers': {
    nl: [
      'contact & vaststellen|vast_te_stellen|controleren|zeker & wie|identiteit',
      'vragen over privacy|gegevens|verklaring .. beantwoordt|beantwoorden',
    ],
    en: [
      'contact|write|call & check|confirm|verify|sure & who_you_are|identity',
      'answers questions about privacy|data|notice|policy',
    ],
  },
  /** An offer, an order or house rules that one agrees to, and no use of data. */
  'agrees-to-terms': {
    nl: ['akkoord|instemt|instemmen .. met .. offerte|voorwaarden|prijs|huisregels|bestelling|opdracht'],
    en: [
      'agree|agrees|agreed|accept .. quotation|quote|terms|price|rules|order|estimate & !{consent} .. data',
    ],
  },
  /** Data about third parties, or from them, that the organisation itself keeps to itself. */
  'secrets-about-others': {
    nl: [
      'van|over derden|anderen & {we} .. vertrouwelijk',
      'vertrouwelijk .. ook .. van|over derden|anderen',
    ],
    en: [
      'about third|other|others .. confidential*|confidence',
      'what .. companies|others|parties|employers .. tell|told us & confidential*',
      'confidential* .. about third|other',
    ],
  },
  'permission-of-others': {
    nl: [
      'onze|ons schriftelijke|voorafgaande|uitdrukkelijke toestemming|goedkeuring',
      'onze|ons * schriftelijke|voorafgaande|uitdrukkelijke toestemming|goedkeuring',
      '{consent}|bevel .. van .. officier|rechter|rechtbank',
    ],
    en: [
      'our prior|written|express|specific|explicit|separate permission|consent|authorisation|approval & !form',
      'our prior|specific written|express permission|consent|authorisation|approval & !form',
      'withdraw+ .. {consent}|consent .. in_writing|by_letter',
    ],
  },
  /** Data that go when they are no longer needed: nobody asked, so no right to it is offered. */
  'erased-of-itself': {
    nl: [
      'worden|wordt .. gewist|verwijderd|vernietigd & {term} & !{ask}|verzoek|recht & !{you} {may} & !{may} {you} & !@recht|@rechten',
      '{we} & {erase}|{store} & {term}|na|zodra|stopt|einde & !{ask}|verzoek|recht & !{you} {may} & !{may} {you} & !@recht|@rechten',
    ],
    en: [
      'are|is deleted|erased|destroyed|removed & {term} & !{ask}|request|right & !{you} {may} & !{may} {you} & !@right|@rights',
      '{we} & {erase}|{store} & {term}|after|once|when|close & !{ask}|request|right & !{you} {may} & !{may} {you} & !@right|@rights',
    ],
  },
  'passes-nothing-on': {
    nl: [
      'wij|we .. niet|nooit|geen|niets .. door|delen|deel|verstrekken|verkopen & anderen|derden|ander|buiten|niemand',
      'delen|verstrekken|verkopen|geven wij|we .. niet|nooit|niets|geen & anderen|derden|ander|buiten|niemand',
    ],
    en: [
      'we .. do_not|never|not .. pass|share|sell|give|disclose & others|third|anyone|anybody|outside|elsewhere|on',
      'and do_not|never pass|share|sell|give|disclose & others|third|anyone|anybody|outside|on & !they|processors|suppliers|contractors',
    ],
  },
  /** From one desk of the organisation to another: nobody else gets anything. */
  'sends-within': {
    nl: ['ander|andere|nieuwe|onze vestiging|filiaal|locatie & wij|we & !@recht|rechten & !{may} {you}'],
    en: ['another|other|new|our branch|office|location|depot|site & we & !@right|rights & !{you} can|may'],
  },
  /** Cookies that advertise for others are a tracker and no purpose that the text gives. */
  'advertising-cookies': {
    nl: [
      'marketingcookie|marketingcookies|advertentiecookies|reclamecookies|trackingcookies & !nieuwsbrief|aanbieding*|folder*|mailing*',
    ],
    en: ['marketing|advertising|tracking cookie|cookies & !newsletter|offers|mailing*|leaflet*'],
  },
  'measures-nothing': {
    nl: [
      '{we}|site|website .. niet|geen|nooit .. bij|bijhouden|meten|tellen|volgen|analyseren & !alleen|maar|zonder & !{tracker-party}',
      'geen|zonder .. statistieken|analytics|meetprogramma*|trackers & !maar|alleen|tenzij|totdat',
    ],
    en: [
      'we|it|site|website .. do_not|does_not|never|not .. track|measure|count|record|analyse|analyze|monitor|follow & !only|but|unless|until|before|without & !{tracker-party}',
      'no|not|nor|without .. statistics|analytics|counting & !only|but|unless|until|before',
    ],
  },
  /** To whom a right to be told belongs, or what somebody is told when something happens. */
  'right-to-be-told': {
    nl: ['recht .. weten|geinformeerd|uitleg|informatie', '@recht|@rechten & geinformeerd|informatie|weten'],
    en: ['right .. informed|know|told|information', '@right|@rights & informed|told|know'],
  },
  /** A home, a ride or a lesson that is safe, where no data are. */
  'safety-of-things': {
    nl: [
      'om|zodat .. veilig .. kunnen|kunt|kan|te & !veilig .. bewaren|opslaan|verwerken|versturen|verzenden|betalen|inloggen|gegevens & !gegevens .. veilig',
      'veilig|veilige .. les|lessen|lesgeven|zwemmen|sporten|rijden|spelen|behandelen|behandeling|reizen|vervoeren|verblijf|begeleiden|oversteken|product*|speeltoestel*|attractie*',
      '{secure} .. van .. woning|huis|pand|fiets|auto|speelgoed|installatie|installaties|zwembad|terrein|gebouw & !gegevens|persoonsgegevens',
    ],
    en: [
      'need|ask .. to .. safely & !keep|store|stored|send|data|information safely',
      'train|swim|ride|play|travel|work|teach|treat|cook .. {you}? .. safely & !data|information safely',
      'safe|safely|safety .. teach|lesson|lessons|swim|ride|rides|drive|driving|treat|treatment|play|climb|climbing|travel|stay|pets|dogs|toys|product|products',
      'security|safety|protection .. of .. home|house|bike|car|vehicle|toy|building|pool|property|premises & !data|information',
    ],
  },
  'agreement-with-reader': {
    nl: [
      'huurovereenkomst|koopovereenkomst|arbeidsovereenkomst|mediationovereenkomst|lesovereenkomst|behandelovereenkomst|huurcontract|koopcontract|abonnement & !*verwerkersovereenkomst*|verwerkers|verwerker',
    ],
    en: [
      'rental|hire|tenancy|purchase|sales|employment|membership|lease|service agreement|contract & !processing|processors|processor_agreement|process & !each|every|all',
      'agreement|contract with you',
    ],
  },
});
