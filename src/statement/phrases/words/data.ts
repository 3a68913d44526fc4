import type { WordsByLanguage } from './words-by-language.ts';

/** What statements call data, and the statement itself. */
export const dataWords: WordsByLanguage = {
  nl: {
    'identity-paper': [
      'identiteitsbewijs|*identiteitsbewijs|paspoort|rijbewijs|legitimatie*|id_kaart|idkaart|diploma*',
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
