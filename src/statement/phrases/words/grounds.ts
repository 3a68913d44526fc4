import type { WordsByLanguage } from './words-by-language.ts';

/** What allows a use: law, contract, consent, interest. */
export const groundsWords: WordsByLanguage = {
  nl: {
    law: [
      'awr|bw|wgbo|meldcode',
      'wet|wetten|wettelijk|wettelijke|*wet|wetgeving|*wetgeving|*wettelijk*|avg|regels|voorschrift*|belastingdienst|fiscus|justitie|rechter|artikel|*inspectie|overheid|belasting|uitvoeringswet',
    ],
    'legal-duty': [
      'artikel .. wetboek|*wet|awr|avg|bw .. schrijft|schrijven|zegt|eist|verplicht|bepaalt',
      'op grond van de? *wet|*wetgeving|awr|avg|meldcode',
      'grond van de .. wetgeving|wet',
      '*wet zegt|zeggen|schrijft',
      'awr|wgbo',
      'wettelijke|wettelijk|fiscale .. verplicht*|plicht|plichten|taak|voorschrift*|eis|eisen|bewaarplicht*|*termijn|*termijnen',
      'wet|*wet|wetgever|wetgeving|belastingdienst|fiscus|overheid|inspectie|rechter|regels|avg|belasting .. verplicht*|eist|eisen|vraagt|vragen|voorschrijft|vereist|dwingt|wil|zegt|oplegt|opleggen|vergt|bepaalt|gebiedt',
      'verplicht|verplichten|verplichting ... wet|*wet|belastingdienst|fiscus|wetgeving',
      'moet|moeten|verplicht|hoort van|volgens|door|krachtens|op_grond_van|van_de|van_een|volgens_de *wet|belastingdienst|fiscus|overheid|rechter|inspectie',
      'wettelijk|wettelijke|fiscale|fiscaal verplicht*|plicht|grondslag|basis|voorschrift|opdracht|bewaartermijn*|bewaarplicht*|taak',
      'moet|moeten|moest .. van|volgens .. *wet|belastingdienst|fiscus|inspectie|overheid',
      '*wet schrijft|eist|verplicht',
      'bewaarplicht|bewaarplichten',
      '{law} .. dat|dit voorschrijft|vraagt|eist',
    ],
    contract: [
      '*overeenkomst|*overeenkomsten|*contract|*contracten|*koop|bestelling|opdracht|lidmaatschap|afspraak|lid|abonnement|dienstverlening|boeking|behandelovereenkomst|*boeking|reservering|inschrijving|dienst|diensten|plaatsing',
    ],
    consent: [
      'aankruist|aangekruist|aankruisen|aanvinkt|aanvinken|optin',
      'opt in',
      'ingestemd|instemmen|instemde|stemt',
      'ja op',
      '*toestemming|*toestemmingen|instemming|akkoord|*toestemmings*|instemt|instem|toestemt',
      'goed vindt|vind|vindt',
      'ja zegt|zei|zeg|gezegd|hebt|heeft',
      'ja heb*',
      'vinkje',
      'aangevinkt',
      'toestaat|toestaan',
      'daarvoor kiest',
      'goedvindt|goedvind|goedvinden|goedgevonden',
    ],
    'own-interest': [
      'beider voordeel|belang',
      'ons voordeel',
      'gerechtvaardigd*|rechtmatig*|legitiem* .. *belang|*belangen',
      'ons .. belang',
      'eigen belang',
      'onze .. belangen',
      'wij .. belang .. hebben|bij',
      '*efficiencyredenen|bedrijfsvoering',
      'praktische .. redenen',
    ],
    'empty-interest': [
      'gerechtvaardigd*|legitiem* belang|belangen weegt|wegen|prevaleert|prevaleren|kan|kunnen|mag .. zwaarder|boven|grond|grondslag|reden',
      'gerechtvaardigd*|legitiem* belang|belangen zwaarder weegt|wegen',
      'daar|er|hier|daarbij|hierbij|erbij een|ons|onze? .. gerechtvaardigd*|legitiem* .. belang bij? hebben|heeft|is',
      'gegevens .. {because} {we} .. een gerechtvaardigd*|legitiem* belang hebben',
      'dit|dat|deze|het|ze in ons|onze|het gerechtvaardigd*|legitiem* .. belang|belangen is|zijn',
    ],
    'own-stake': [
      'belang|belangen|bedrijfsbelang|bedrijfsbelangen|reputatie|rust|naam|imago|schade|schadelijk|bedrijfsvoering',
      'bedrijf|onderneming|zakelijke|*reputatie|zwaarwegend*',
    ],
    accepting: [
      'ondertekenen|ondertekening|tekenen|boeken|bestellen|plaatsen|inschrijven|inschrijving|aanvaarding|aanvaarden|accepteren|acceptatie|gebruiken|gebruik|bezoeken|registreren|aanmelden|aankoop|boeking|bestelling|akkoord',
      'surf|surft|bezoekt|gebruikt|bestelt|boekt|tekent|aanvaardt|inlogt|inloggen|voortzetten',
      'handtekening|installeert|installeren|akkoordverklaring|download|downloaden',
    ],
    'gives-leave': [
      'akkoord|instemt|stemt|instemmen|toestemming|goed|oke|toestaat|aanvaardt|accepteert|goedkeurt',
      'goedgevonden|begrijpt|machtigt|toelaat|mag|mogen|goedvindt',
    ],
    'own-judgment': [
      'verstandig|zinvol|wenselijk|opportuun|gepast|raadzaam|nodig|goed|nuttig|handig vinden|vindt|achten|acht|oordelen|lijkt',
    ],
    'party-nouns': [
      'debiteur|debiteuren|schuldenaar|client|clienten|opdrachtgever|opdrachtgevers|betrokkene|betrokkenen|verzekerde|verzekerden|relatie|relaties|koper|kopers|bewoner|bewoners|huurder|huurders|reiziger|reizigers|cursist|cursisten|leerling|leerlingen|afnemer|afnemers|consument|consumenten|verkoper|donateur|donateurs|deelnemer|deelnemers|panellid|panelleden|abonnee|abonnees|lid|leden|klant|klanten|patient|patienten|gast|gasten|bezoeker|bezoekers|sollicitant|sollicitanten|kandidaat|kandidaten|eigenaar|eigenaren|ouders|kind|kinderen|lezers|lezer|gebruiker|gebruikers|student|studenten',
    ],
    gain: [
      'profijt|voordeel|voordelen|baat|gebaat|plezier|gemak|korting|kortingen|welzijn|nut|winst|genoegen|gediend|dienst|geholpen|belang',
      'beter van|op|af',
    ],
    justifies: [
      'rechtmatig|rechtsgrond|grondslag|rechtvaardiging|rechtvaardigt|gerechtvaardigd|gerechtigd|bevoegd|toegestaan|geoorloofd|rechtsbasis',
      'mogen|mag {we}|dat|het|dit',
      'daarom|dus .. mogen|mag',
    ],
    /** What an agreement is said to do for a transfer. */
    allows: [
      'toegestaan|toelaatbaar|geoorloofd|rechtmatig|rechtmatigheid|gewaarborgd|bevoegdheid|rechtvaardigt|rechtvaardigen|gerechtvaardigd|grondslag|berust|rust|steunt|toelaat|toestaat|mogelijk|geregeld|voldaan|voldoende|genoeg|zodat|waardoor|waarmee|daarmee',
      'op .. grond|basis van',
      'dat|dit mag',
      'basis|grond .. voor .. doorgifte|dat|die',
      'in orde',
      '{because}',
    ],
    anywhere: ['wereldwijd|overal', 'waar dan ook', 'ter wereld', 'elk|ieder land', 'alle landen'],
    /** What chapter V knows, and what the law asks between a controller and its processor. */
    'safe-transfer': [
      'standaard*|modelcontract*|modelclausules|modelbepalingen|commissie|bindend*|bindende|uitdrukkelijk*|adequaatheidsbesluit|adequaat|adequate|passend|framework|shield|scc|sccs|bcr',
      'artikel 46|49|45|28',
    ],
  },
  en: {
    law: [
      'law|laws|legal|legally|statute|statutory|act|acts|regulation|gdpr|revenue|court|tax|authorities|hmrc|legislation|code|article',
    ],
    'legal-duty': [
      'imposed .. by .. act|law|rules|statute',
      'fiscal|tax legislation|law|rules|authorities',
      'taxman*|taxmans',
      'law|statute|ordinance|act|acts|code .. tells|leaves|prescribes|compels|so',
      'law|legislation prescribes',
      'bound by law',
      'legal|statutory|regulatory .. obligation*|duty|duties|requirement*|ground|grounds|reason|reasons|term|terms|period|periods',
      'law|laws|act|acts|statute|code|revenue|tax|authorities|authority|court|regulations|regulator|rules|hmrc|government|gdpr|legislation|inspectorate|judge .. require*|oblige*|demand*|compel*|order*|make|makes|says|say|prescribe*|impose*|want*|ask|asks|tell|tells|force*|expects|lays',
      'required|obliged|bound|compelled|must|ordered .. by|under|to .. law|act|acts|statute|tax|court|revenue|legislation|regulations|code',
      'obligation|obligations|duty ... law|act|acts|tax',
      'have to .. by|under law',
      'tax|the_law|revenue|hmrc|accounting_rules .. require*|need*|say*',
      'comply .. law|laws|legal|obligation*|regulations',
      'legal obligation*|duty|duties|requirement*',
    ],
    'legal-bodies': ['police|court|courts|inspectorate|municipality|unit|intelligence|tax|prosecutor|judge'],
    contract: [
      'membership|treatment|ticket|tickets|sale|job|assignment|mandate|lease|course|account',
      'tenancy|admission|permit|retainer',
      'contract|contracts|agreement|agreements|order|booking|membership|services|service|purchase|engagement|subscription|arrangement|enrolment|tenancy|rental|repair|permit|letter_of_engagement|reservation|stay|hire|sale|deal|bargain|promised',
      'order|orders',
    ],
    consent: [
      'assent|permit',
      'give|gives|given|gave|grant|grants|with|by leave',
      'consent|consents|consented|permission|permissions|optin|agree|agreed|agreement',
      'said|say|says|saying yes',
      'tick|ticked|ticks|tickbox',
      'opt|opted|opting in',
      'signed up',
      'sign up',
      'yes from you',
      'ask|asked|asks you first',
      'allow|allowed|allows',
      'your goahead|ok|okay|approval',
      'go ahead',
      'given .. leave',
      'approve|approved',
    ],
    'own-interest': [
      'advantage .. to? ours',
      'our advantage|benefit',
      'justified|rightful|lawful .. interest|interests',
      'legitimate .. interest|interests',
      'our own? interest|interests',
      'reasons of our own',
      'in our interest',
      'interest .. of our own',
    ],
    'empty-interest': [
      'legitimate interest|interests are|is|do|does|outweigh*|override*|may|can .. overridden|override|outweigh*|rights|ground|grounds|basis|bases|reason|reasons',
      'interest|interests in doing so|this|that|it',
      'interest|interests in it|so_doing',
      'interest|interests .. in each|every|all|some|most|certain case|cases',
      'for .. purpose|purposes .. legitimate .. interest|interests or|of|pursued',
    ],
    'own-stake': [
      'reputation|publicity|interests|business|judgment|judgement|discretion',
      'harm|harms|harmful|damage|damages|damaging|hurt|hurts|bad .. us|our|the|its',
      'good_name|image|standing|operations|name|commercial',
    ],
    accepting: [
      'signing|booking|accepting|accept|accepted|acceptance|using|use|uses|making|submitting|submission|placing|registering|registration|ordering|entering|continuing|becoming|joining|signature|agreeing',
      'visiting|visit|visits|browse|browsing|sign|signed|order|book|enter|log|logging|continue',
      'signature|installing|install|downloading|clicking|ticking',
    ],
    'gives-leave': [
      'agree|agrees|agreement|consent|consents|permission|accept|accepts|authorise|authorises|authorize|approve|approves|allow|allows|permit|leave|signifies|constitutes',
      'understand|understands|authorises|entitles|entitled|acknowledge|acknowledges|empower',
    ],
    'own-judgment': [
      'sensible|wise|appropriate|necessary|fit|desirable|advisable|useful|right|suitable|good|expedient',
    ],
    'party-nouns': [
      'debtor|debtors|client|clients|principal|principals|insured|policyholder|policyholders|buyer|buyers|resident|residents|tenant|tenants|traveller|travellers|learner|learners|consumer|consumers|seller|donor|donors|participant|participants|panellist|panellists|subscriber|subscribers|member|members|customer|customers|patient|patients|guest|guests|visitor|visitors|applicant|applicants|candidate|candidates|owner|owners|parents|child|children|reader|readers|user|users|student|students|berth_holder|data_subject|data_subjects',
    ],
    gain: [
      'gain|gains|benefit|benefits|profit|profits|welfare|advantage|advantages|pleasure|enjoyment|good|serves|helps|better|convenience|wellbeing|interest',
    ],
    justifies: [
      'lawful|entitles|entitled|authorised|authorized|authorises|justification|justifies|justified|ground|basis|permitted|permits|allowed|allows|legitimate|legal|licence',
    ],
    /** What an agreement is said to do for a transfer. */
    allows: [
      'allowed|permitted|permits|permit|allows|lawful|lawfulness|ensured|authority|legitimises|legitimise|legalises|validates|legal|legitimate|justifies|justified|rests|rest|relies|authorises|satisfied|sufficient|enough|enables|entitled|possible|strength',
      'in order',
      'basis|ground|grounds .. of|for',
      'we are fine',
      '{because}',
    ],
    anywhere: [
      'worldwide|wherever|anywhere|globally',
      'any|every country',
      'around the world',
      'other countries',
    ],
    /** What chapter V knows, and what the law asks between a controller and its processor. */
    'safe-transfer': [
      'standard|model|clauses|commission|binding|explicit|explicitly|adequacy|adequate|framework|shield|scc|sccs|bcr',
      'article 46|49|45|28',
    ],
  },
};
