import type { WordsByLanguage } from './words-by-language.ts';

/** What statements call data, and the statement itself. */
export const dataWords: WordsByLanguage = {
  nl: {
    'identity-paper': [
      'identiteitsbewijs|*identiteitsbewijs|paspoort|rijbewijs|legitimatie*|id_kaart|idkaart|diploma*',
    ],
    /** What is personal, but no special category. */
    'ordinary-item': [
      'ip*|telefoonnummer*|*nummer|*nummers|email*|*mailadres|*mailadressen|kenteken*|iban|postcode*|*adres|*adressen|geboortedatum|geboortedata|naam|namen|bankgegevens|betaalgegevens|foto|fotos|pasfoto|leeftijd|locatie*|rijbewijs*|salaris*|inkomen*|financiele|surfgedrag|klikgedrag|cookieid|bestelgeschiedenis|wachtwoord*|handtekening|geslacht|klantnummer|bestellingen|aankopen',
    ],
    'called-sensitive': [
      'gevoelig|gevoelige|hooggevoelig|hooggevoelige|privacygevoelig|privacygevoelige|bijzonder|bijzondere .. gegeven|gegevens|persoonsgegeven|persoonsgegevens|informatie|categorie|categorieen|aard|data',
      'gegeven|gegevens|persoonsgegevens|informatie|nummer|nummers|adres|adressen|data .. is|zijn|als|geldt|gelden|beschouwen|aangemerkt .. gevoelig|bijzonder|hooggevoelig|gevoelige|bijzondere',
      'is|zijn|als|geldt|gelden|beschouwen|noemen .. gevoelig|hooggevoelig|gevoelige_gegevens|bijzondere_persoonsgegevens|bijzonder_persoonsgegeven',
      'artikel 9 avg|gdpr|lid|van_de_avg|van_de_algemene',
    ],
    machine: [
      'computer|computers|software|programma|*programma|algoritme|algoritmes|algoritmen|robot|robots|machine|machines|rekenmodel|model|ai',
    ],
    'not-sensitive': [
      'niet|geen|nooit|noch .. gevoelig*|bijzonder*|artikel_9',
      'gevoelig*|bijzonder* .. niet|geen|nooit',
      'gewoon|gewone',
      'bijzonder zorgvuldig|goed|veilig',
    ],
    'personal-data': ['gegevens|persoonsgegevens|persoonsgegeven|informatie|*gegevens|data|dossier'],
    privacy: ['privacy|*privacy*|persoonsgegevens|gegevensbescherming|gegevens|avg|*gegevensbescherming*'],
    'data-words': [
      'naam|namen|voornaam|achternaam|*adres|*adressen|*adresgegevens|woonplaats|postcode|geboortedatum|leeftijd|geslacht|telefoonnummer*|*telefoonnummer|telefoon|email*|mailadres|emailadres|iban|*rekeningnummer|bankrekening*|bsn|burgerservicenummer|kenteken|kilometerstand|*gegevens|functie|foto|fotos|*foto|ip*|inkomen|nationaliteit|*nummer|*nummers|wachtwoord|gebruikersnaam|polisnummer|verzekering*|huisarts|allergie*|klachten|diagnose|*geschiedenis|cv|diploma*|opleiding|werkervaring|camerabeelden|*beelden|handtekening|naw|voorkeuren|reserveringen|*duur|*datum|paspoort|identiteitsbewijs|vog|browser*|apparaat|beroep|bestelling*|aankopen|betaalgegevens|contactgegevens|verlofdagen|uren|loon*|salaris*|dieet|leeservaring|inloggegevens',
    ],
    'device-parts': [
      'camera|cameras|microfoon|locatie|locatiegegevens|gps|bluetooth|contactenlijst|contactpersonen_van|galerij|fotobibliotheek|adresboek|meldingen|notificatie|notificaties|pushmelding*|pushbericht*|sensor*',
    ],
    // Where one reads or writes data, and words that leave a list open.
    'holds-data': [
      'verwerken|verwerkt|verzamelen|verzamelt|noteren|noteert|vastleggen|legt|leggen|bewaren|registreren|registreert|bevat|bevatten|omvat|omvatten|hebben|houden|weten|vragen|gaat|betreft|betreffen',
      'gegevens|informatie .. zijn|is',
      'zijn|vallen .. dit|dat|dat_zijn|hieronder|daaronder',
    ],
    'open-ended': [
      'bijvoorbeeld|bv|o.a|oa|inzonderheid|voornamelijk|hoofdzakelijk|veelal|meestal|doorgaans|gewoonlijk|grotendeels|vooral|zoal|inclusief_maar',
      'onder|in andere|meer|hoofdzaak',
      'met name',
      'in het algemeen|bijzonder',
      'in elk|ieder geval',
      'over het algemeen',
    ],
    text: [
      'blad|notitie|voorwaarden|informatieblad|privacypagina|regels',
      '*verklaring|*privacystatement|*privacybeleid|statement|*reglement|brief|*beleid|tekst|pagina|document|folder|bladzijde|overzicht|statuut|verklaring|versie|uitleg|uitgave',
    ],
    change: [
      'wijzig*|gewijzigd*|aanpas*|aangepast*|verander*|veranderd*|herzien*|bijwerk*|bijgewerkt*|vernieuw*|actualiser*|geactualiseerd*|*wijziging|*wijzigingen',
      'werken|werkt ... bij',
      'passen|past|pas ... aan',
    ],
  },
  en: {
    'identity-paper': ['passport|id|identity_card|identity_document|driving_licence|licence'],
    /** What is personal, but no special category. */
    'ordinary-item': [
      'ip|ipaddress|ipaddresses|telephone|phone|mobile|email|emails|address|addresses|plate|plates|iban|postcode|postcodes|name|names|date_of_birth|birth_date|dates_of_birth|birthday|bank|card|payment|salary|income|financial|photo|photos|photograph|photographs|location|licence|passport|cookie|browsing|purchase|signature|password|passwords|age|gender|account_number|account_numbers|customer_number|what_you_order|what_you_buy|purchases|orders',
    ],
    'called-sensitive': [
      'sensitive|special|highly_sensitive .. data|datum|information|detail|details|category|categories|item|items|nature|kind',
      'data|information|details|number|numbers|address|addresses|it|this|these|which|birth .. is|are|as|count|counts|regard|treat|class|classed|considered .. sensitive|special_category|highly_sensitive',
      'is|are|as|count|counts .. sensitive|special_category|special_categories',
      'article 9 gdpr|of_the_gdpr|of_the_general|1',
    ],
    machine: [
      'computer|computers|software|program|programme|programs|programmes|algorithm|algorithms|robot|robots|machine|machines|model|ai',
    ],
    'not-sensitive': [
      'not|no|never|nor|neither|none .. sensitive|special|article_9',
      'sensitive|special .. not|no|never',
      'ordinary',
      'part|bit|side of',
      'special offer|offers|care',
    ],
    'personal-data': ['particulars|file|papers', 'data|information|details|records|particulars|file|files'],
    privacy: ['privacy|data|gdpr|information|personal'],
    'data-words': [
      'name|names|surname|address|addresses|postcode|telephone|phone|mobile|email|emails|birth|dob|age|sex|gender|iban|bank|card|payment|passport|nationality|photo|photograph|photos|*photo|ip|browser|device|registration|plate|vin|job|position|title|employer|salary|income|tax|attendance|grades|marks|allergies|allergy|medical|health|diet|references|level|insurance|number|numbers|username|password|*number|history|footage|purchases|orders|order|bookings|dates|signature|preferences|language|cv|qualifications|vat|invoices|frame|size|weight|height|religion|permit|licence|license|household|details|contact|shareholdings|identity|utr|ni',
    ],
    'device-parts': [
      'camera|microphone|location|gps|bluetooth|contacts|address_book|gallery|photo_library|notification|notifications|push|sensor*',
    ],
    'holds-data': [
      'process|processes|collect|collects|note|record|records|keep|keeps|hold|holds|contain|contains|have|know|ask|concerns|comprise|comprises|covers|gather',
      'data|information|details .. are|is',
    ],
    'open-ended': [
      'mainly|mostly|chiefly|primarily|principally|usually|typically|generally|normally|notably|particularly|inter_alia',
      'for example|instance',
      'among other|others things?',
      'amongst other|others things?',
      'in particular|general|most',
      'at the very? least',
    ],
    text: [
      'declaration|guide|booklet|edition|terms|privacy_policy|privacy_notice',
      'policy|statement|notice|page|document|letter|leaflet|text|declaration|version|edition|sheet',
    ],
    change: [
      'change|changes|changed|changing|amend*|modif*|revis*|updat*|alter*|replace*|rewrite|rewritten|new|edit|adjustment|adjustments|adjusted|adapt*|vary|varied|variation|variations',
    ],
  },
};
