import type { WordsByLanguage } from './words-by-language.ts';

/** Others who get data, what is agreed with them, and where they are. */
export const recipientsWords: WordsByLanguage = {
  nl: {
    processor: ['*verwerker|*verwerkers|*bewerker|*bewerkers|subverwerker*|verwerkers*|bewerkers*'],
    'third-party': [
      'firma|partner|partners|hij|zij',
      '*verwerker|*verwerkers|*bewerker|*bewerkers|leverancier*|*leverancier|*leveranciers|dienstverlener*|*dienstverlener*|derden|derde|anderen|ander|partij|partijen|partner*|*partner|*partners|bedrijf|bedrijven|organisatie*|softwareleverancier*|*bureau|*bureaus|instanties|hulpbedrijven|ontvangers|ontvanger|*hoster|hostingpartij*|zzpers|aannemers',
    ],
    'recipient-kinds': [
      '*bureau|*bureaus|netbeheerder*|*leverancier|notaris|makelaar*|taxateur*|*adviseur|*adviseurs|kadaster|*inspectie|laborator*|ziekenhuis*|kliniek*|apothe*|*verstrekker*|*vervoerder*|vervoerder*|*dienst|*fonds|fotograaf|*bouwer|curator|rechtbank|*instelling|*instellingen|*instantie|*instanties|rdw|kvk',
      'kamer van koophandel',
      '*verwerker*|hostingbedrijf|*hostingpartij*|hostingprovider|softwareleverancier*|*softwarebedrijf|accountant*|boekhouder*|belastingdienst|gemeente|politie|bank|banken|verzekeraar*|zorgverzekeraar*|deurwaarder*|incassobureau*|drukker*|drukkerij*|pakketbezorger|bezorger*|bezorgdienst*|betaalpartner*|betaaldienst*|*provider*|systeembeheerder*|*beheerders|adviseurs|installateurs|aannemers|bond|*bond|huisarts*|specialist*|uwv|pensioenfonds*|arbodienst*|postbedrijf|koerier*|schoonmaakbedrijf|administratiekantoor|inlener*|opdrachtgever*|school|ggd|jeugdzorg|veilig|inspectie|importeur|verzekeringspartner|leveranciers|partners|dienstverlener*|softwareprogramma|programma|uitgever|advertentiebureau*|reserveringssysteem|touroperator*|schoonmakers|salarisadministrat*|belastingadviseur|notaris|advocaat|waarneempraktijk|waarnemer*|collega*',
    ],
    agreement: [
      'bedongen|tekenen|tekent|ondertekenen|ondertekent',
      'contractueel|ondertekend|bevestigd|toegezegd|zwart_op_wit',
      '*overeenkomst|*overeenkomsten|overeen|contract|contracten|*contract|*contracten|afspraken|afspraak|afgesproken|papier|schriftelijk|schriftelijke|vastgelegd|spreken|getekend|overeengekomen|overeenkomen|overeenkomt|spreekt',
      'beloofd|beloven|belooft|garanderen|garandeert|toegezegd',
    ],
    share: [
      'geven|geeft|gegeven|verstrekken|verstrekt|verstrekking|verstrek|delen|deelt|gedeeld|doorgeven|doorgegeven|geef|leveren|overdragen|uitwissel*|doorsturen|aanleveren|krijgt|krijgen|ontvangt|ontvangen|inzien|meekijken|toegang|kennisnemen|afstaan',
    ],
    'hand-over': [
      'geven|geeft|verstrekken|verstrekt|verstrekking|verstrek|delen|doorgeven|overhandigen|afgeven|afstaan|vordert|uitleveren|leveren|verschaffen|inlichten|ter_beschikking',
    ],
    sell: ['verkopen|verkoopt|verkocht|verkoop|verhuren|verhandelen|verhandeld|verhuurd'],
    country: [
      'amerika|vs|usa|canada|india|brazilie|china|australie|japan|rusland|turkije|marokko|suriname|indonesie|filipijnen|manilla|zwitserland|israel|engeland|singapore|zuidafrika|curacao|aruba|mexico|oekraine|servie|amerikaanse|britse|brits|indiase|londen',
      'verenigde staten|koninkrijk',
      'groot brittannie',
      'zuid afrika',
      'nieuw zeeland',
      'hong kong',
      'azie|afrika|vietnam|jakarta|tokio|manila|colombia|argentinie|chili|peru|kenia|nigeria|ghana|egypte|tunesie|bangladesh|srilanka|pakistan|thailand|maleisie|taiwan|korea|dubai|emiraten|qatar|virginia|iowa|ohio|oregon|texas|californie|florida|arizona|nevada|seattle|chicago|boston|bangalore|mumbai|paramaribo|albanie|bosnie|georgie|noordmacedonie|moldavie|belarus',
    ],
    eea: ['eer|eea', 'europese economische ruimte', 'eueer'],
    eu: ['eu', 'europese unie', 'europa|europese'],
    outside: [
      'buiten .. {eea}|{eu}|europa|nederland|grens',
      'buiten de .. economische',
      'derde landen|land',
      'doorgifte|doorgiften|doorgegeven',
      'naar {country}',
      'in {country}',
      'in de {country}',
    ],
    'vague-parties': [
      'van|via|door|uit|bij|met onze? derden|anderen|partners|relaties|partijen|zuster*',
      'andere|diverse|verschillende|externe|allerlei bronnen|partijen|bedrijven|organisaties|instanties|ondernemingen',
    ],
    'source-parties': [
      '*platform|*platforms|boekingssite*|vacaturesite*|vergelijkingssite*|*aanbieder|*organisatie|*arts|*kliniek|*ziekenhuis|verwijzer*|*makelaar|wederpartij|vorige|*werkgever|opdrachtgever*|familie*|*instelling|*club|handelsregister|*databank|*bureaus|advocaat|*fonds|touroperator|reisbureau|specialist|tussenpersoon',
      '*register|*registratie|uwv|werkgever*|school|basisschool|notaris|bank|gemeente|kadaster|rdw|kvk|politie|*arts|huisarts|verhuurder|verzekeraar|internet|linkedin|google|ouders|*bureau|*instantie|belastingdienst|leverancier*|referenten|gever|collega*|bond|kamer_van_koophandel',
    ],
  },
  en: {
    processor: ['processor|processors|subprocessor*|processing'],
    'third-party': [
      'processor|processors|supplier|suppliers|provider|providers|vendor|vendors|partner|partners|company|companies|contractor*|firm|firms|parties|party|others|affiliates|organisations|organizations|subcontractor*|agents|agencies|recipients|they|them|subprocessors|advisers|bureau|each',
    ],
    'recipient-kinds': [
      'accountancy|bookkeeping|hosting|laborator*|lab|labs|notary|registry|broker*|surveyor*|clinic*|hospital*|pharmac*|dentist*|specialist*|landlord*|operator*|photographer*|designer*|translator*|consultan*|bureau*|ticketing|mailing|clearing',
      'processor*|hosting|host|hosts|accountant|accountants|bookkeeper|auditor|auditors|bank|banks|insurer|insurers|council|police|municipality|courier|couriers|carrier|delivery|payment|payroll|printer|printers|lawyer|lawyers|solicitor|solicitors|bailiff*|debt|tax|revenue|hmrc|affiliates|providers|provider|partners|suppliers|advisers|cleaners|cleaner|caretaker*|laundry|taxi|firms|contractors|software|school|inspectorate|university|exam|authority|authorities|department|government|manufacturer*|agency|agencies|platforms|companies|company|tenant|owners|owner',
    ],
    agreement: [
      'put .. in writing',
      'paper|undersigned|covenants|pledged|commits|committed',
      'contracted|contractually|confirmed|undertake|undertakes|undertaken',
      'contract|contracts|agreement|agreements|agree|agreed|agrees|writing|written|signed|undertaking|clauses|bound|bind|binds|terms|sign',
    ],
    share: [
      'share|shares|shared|sharing|give|gives|given|disclose|discloses|disclosed|disclosure|pass|passes|passed|provide|provided|hand|handed|hands|transfer|transferred|send|sends|sent|supply|receive|receives|received|get|gets|access|see|sees|to|pass',
    ],
    'transfer-words': ['transfer|transfers|clauses|standard'],
    sell: ['sell|sells|sold|selling|rent|rents|rented|trade|traded'],
    country: [
      'usa|america|american|canada|canadian|india|indian|brazil|china|australia|japan|russia|turkey|morocco|philippines|manila|switzerland|israel|uk|england|singapore|mexico|ukraine|serbia|texas|california|britain|british|bangalore|york|oregon|virginia|london|nairobi|kenya|vietnam|pakistan|tunisia|egypt',
      'united states|kingdom',
      'south africa|korea',
      'new zealand',
      'hong kong',
      'san francisco',
      'asia|africa|jakarta|indonesia|iowa|ohio|florida|arizona|nevada|seattle|chicago|boston|mumbai|delhi|colombia|argentina|chile|peru|nigeria|ghana|bangladesh|srilanka|thailand|malaysia|taiwan|dubai|emirates|qatar|suriname|albania|bosnia|georgia|macedonia|moldova|armenia|hyderabad|cebu|lahore|lagos|accra|toronto|vancouver|sydney|melbourne',
    ],
    eea: ['eea', 'european economic area', 'eueea'],
    eu: ['eu', 'european union', 'europe'],
    outside: [
      'outside .. {eea}|{eu}|europe|ireland|netherlands|country',
      'third countries|country',
      'to|in the? {country}',
      'abroad|overseas',
      'leave|leaves .. {eea}|{eu}|europe',
      'transfer|transfers|transferred .. to',
    ],
    'vague-parties': [
      'other|various|different|several|certain|external|outside parties|sources|companies|organisations|organizations|persons|people|businesses',
      'third parties|party',
      'elsewhere',
    ],
    'other-people': [
      'other driver|drivers|side|party|parent|parents|members|guests|customers|participants|school|schools|practice|practices|insurer|insurers|doctors|club|clubs|tenants|agents|agencies|brokers|shops|users|clients|family|lawyer|lawyers',
    ],
    'bears-out': [
      'confirm+|certify+|verify+|report+|attest+|testify+|vouch+|indicate+|disclose+|reveal+|communicate+',
    ],
    giver: [
      'friend|friends|relative|relatives|parent|parents|colleague|guardian|spouse|neighbour|somebody|someone|giver|purchaser|referee|referees|teacher|carer|sponsor|booker|organiser',
    ],
    'source-parties': [
      'platform|platforms|site|sites|marketplace|clinic|hospital|solicitor|broker|agent|agents|employers|schools|lender|vet|gp|dentist|specialist|club|federation|directory|directories|databases|records_office|authorities|previous|former|insurers|suppliers|distributor|distributors|reseller|organiser|intermediary|surveyor|garage|tour_operator|manufacturer',
      'register|registry|registers|employer|school|notary|bank|council|police|doctor|hospital|landlord|insurer|internet|linkedin|google|parents|agency|bureau|agencies|authority|supplier|referees|giver|colleague|federation|companies_house|solicitor|solicitors|court|chamber_of_commerce|university',
    ],
  },
};
