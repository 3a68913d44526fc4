import { concepts } from './concept.ts';

/** Who else sees the data, and what was agreed with them. */
export const recipientConcepts = concepts({
  'others-receive': {
    nl: [
      '{recipient-kinds} & {share}|werken|delen|helpt|helpen|inschakelen|schakelen|samen|laten|doet|via|verzorgt & !nooit & !{breach} & !@recht|rechten & !klacht*',
      'samen werken|met',
      'werken .. samen .. met & !klacht*',
      '{third-party}|gemeente|politie|bond|bank|boekhouder|accountant|verzekeraar|deurwaarder|huisarts|belastingdienst ... {share}|werk*|doen|inschakelen|schakelen|hulp|host*|beheert|helpen|gebruik* & !nooit & !recht & !{breach} & !niemand & !geen',
      '{share} & aan|met|door & {third-party}|gemeente|politie|accountant|bank|verzekeraar & !nooit & !verkopen & !{breach} & !niet aan',
      'schakelen .. in',
      'gebruik .. van .. diensten|programma|software|systeem|hulp|dienst',
      'hulp van|door .. bedrijven|partijen|anderen|derden|leveranciers',
      '{personal-data}|*lijst|*administratie|systeem|software|programma .. staat|staan|opgeslagen|draait|bewaard|gehost|beheerd .. in|bij|door & !verklaring & !{law}',
      '* {share} .. naam|adres|geboortedatum|rekeningnummer & !nooit',
      'krijgt|krijgen|ontvangt|ontvangen|ziet .. {data-words} & !{you} .. krijgt',
    ],
    en: [
      '{recipient-kinds} & use|uses|receive*|share|sees|see|gets|get|handles|does|do|work|employ|engage|through|via & !never & !{breach} & !@right|rights & !complain*',
      'share|shares|disclose|pass|give|transfer|send|provide ... with|to .. {third-party}|police|accountant|bank|council|authorities & !never & !object & !{breach} & !not share',
      '{third-party}|accountant|accountants|bank|police|council .. work|works|help|helps|host|hosts|handle*|run|runs|store|stores|process*|receive*|see|sees|keep|manage*|act|does|do & !unable & !{breach} & !never & !@right|rights',
      'firms|companies|suppliers|providers|others .. do|does .. work',
      'work with ... companies|firms|suppliers|partners|list',
      'use|uses|using .. provider*|supplier*|company|service|system|software & !website uses & !cookies',
      'who|which runs|handles|hosts|keeps|sends|looks|processes|sees|prints|maintains|collects|stores|manages',
      'hosting|hosted|processor & #who|recipient*|share|sees|firms',
    ],
  },
  'recipient-kinds': {
    nl: [
      '{recipient-kinds} & {share}|onze|#{share}|beheert|host|draait|verzorgt|via|door|inschakelen|werken|met & !nooit & !klacht* & !{breach}|recht & !rechter|gang',
    ],
    en: [
      '{recipient-kinds} & {share}|our|#{share}|runs|hosts|handles|keeps|sends|uses|work|works|which|who & !never & !complain* & !{breach} & !@right|rights',
    ],
  },
  'processor-agreement': {
    nl: [
      '{processor}|{third-party}|partij ... {agreement} & {agreement}|geregeld|vastgelegd & !met {you} & !uitvoering & !opzeg* & !klacht* & !huurcontract & !andere schriftelijke',
      '*verwerkersovereenkomst|*verwerkersovereenkomsten|*bewerkersovereenkomst|bewerkersovereenkomsten|verwerkerscontract*',
      'zwart_op_wit|op_papier & #{third-party}',
      'papier|zwart|contract|schriftelijk|afspraken|overeenkomst ... met|hen|ze|hun|deze|die|bedrijven|partijen|leveranciers & #{third-party}|verwerk* & mogen|doen|verplicht|houden|regelt|gebruiken|staat|vast|gemaakt|gesloten|getekend & !met {you} & !{marketing} & !andere schriftelijke & !huurcontract',
    ],
    en: [
      '{processor}|{third-party} ... {agreement} & {agreement} & !you agree & !with you & !consent & !@right|rights & !charge & !lessons & !pays & !{unless} & !transfer* & !contract ends & !privacy policy & !end of & !pay & !clause .. {authority}',
      'data processing|processor|processing|article_28 agreement|agreements|contract|contracts',
      'under .. contract|agreement|terms & #{third-party}|provider|each|article|processing',
      'signed .. contract|agreement|terms|undertaking & !you',
    ],
  },
  'agreement-content': {
    nl: [
      '{third-party}|verwerk* & {agreement}|verplicht & avg|privacywet*|wet .. te? naleven|nakomen|houden|voldoen|volgen',
      'artikel 28',
      '#{agreement} & instructie*|instructies|geheimhouding|beveilig*|beveiliging|subverwerker*|wissen|teruggeven|terugleveren|controle*|audit*|opdracht & #{third-party}|verwerk*|bewerk* & mogen|regelt|afgesproken|staat|vast*|afspraken|overeenkomst|contract|verplicht|eisen|*overeenkomst',
      '#{third-party}|verwerk* & {agreement} & avg|privacywet*|wet & houden|naleven|voldoen|voldoet|eist|vraagt|vereist|voorschrijft|verlangt',
      'alles|alle .. wat|eisen|verplichtingen|voorwaarden .. avg|wet|artikel|privacywet* & #{agreement}|verwerk*',
      'mogen|mag ... {personal-data}|ze .. alleen|niet|uitsluitend ... gebruiken|doen|eigen & #{third-party}|verwerk* & eigen|opdracht|alleen|niet & #{agreement}',
    ],
    en: [
      'article 28',
      '#{agreement} & instructions|confidentiality|security|subprocessors|subcontractors|deletion|audit|audits|return|erase & #{third-party}|processing|contract',
      '{third-party} .. agree|comply|bound|undertake|must .. privacy|gdpr|law|laws|data_protection & comply|follow|obey|respect|agree|bound|meet',
      'everything|all|every|terms|what|clause|clauses .. gdpr|article|law .. require*|demand*|ask*|lists & #contract|agreement|terms',
      'gdpr|data_protection law .. require*|asks|demands & contract|agreement|terms',
    ],
  },
  'only-comply': {
    nl: [
      '{third-party}|verwerkers|bewerker ... naleven|nakomen|voldoen|houden|respecteren|volgen .. aan? & avg|privacywet|privacywetgeving|wet|wetgeving|privacyregels|regels & {agreement}|verplicht*|eisen|verlangen|vragen|toegezegd|verwachten|gaan_uit|zorgen|zien & !artikel & !instructie* & !schriftelijk .. geheimhouding',
    ],
    en: [
      '{third-party} .. comply|respect|follow|obey|adhere|observe|abide|meet .. with? .. law|laws|gdpr|rules|legislation|privacy & agree|agreed|require|expect|ask|undertake*|contract*|promise*|committed|ensure|must & !article & !instructions',
    ],
  },
  'not-processor': {
    nl: [
      'niet|geen .. als? .. verwerker|verwerkers|bewerker|bewerkers|subverwerker & #host*|*software*|systeem*|beheer*|leverancier*|server*|programma*|ict|it|dealersysteem|computer*|website|webbouwer|cloud* & !zonder & !met een & !sluiten & !zijn {we}',
      'niet|geen|nooit .. verwerkt|verwerken .. gegevens & host*|softwareleverancier|beheerder|ict*|systeembeheer* & toegang|inzage|kan|kunnen|meekijken',
      'strikt genomen|formeel|eigenlijk|juridisch .. geen|niet .. verwerker*',
    ],
    en: [
      'not|no|never|neither|nor .. processor|processors & #host*|software|server*|system*|it|cloud|administrator*|maintain*|supplier*|platform|infrastructure & !until & !without & !start* & !unless & !are the',
      'not .. considered|regarded|deemed|count|counted|treated|taken|seen .. process|processor|processing',
      'not process .. on our behalf',
      'merely|only|just .. provides|technical .. infrastructure|storage|space|hosting|pipe|plumbing & not|no',
    ],
  },
  'legal-disclosure': {
    nl: [
      '{hand-over} ... {legal-duty}|vordering|bevel|verplicht|verplichting|wettelijk|wettelijke|wet|rechter|justitie & !{store} & !{breach} & !geheimhouding & !@recht|rechten & !@{breach} & !bewaarplicht*',
      'wet|wettelijke|wettelijk|rechter|justitie|politie|verplicht|bevel|vordert|overheid ... {hand-over} & !{store} & !{breach} & !@recht|rechten & !werknemers* & !verwerkers* & !toestemming geeft & !wissen',
      'politie|justitie|belastingdienst|rechter|toezichthouders|opsporing* ... {share}|vraagt|vragen|vordert|eist|opvraagt & verplicht|wet|wettelijk*|moeten|bevel|vorder*|eist|opvragen|vragen & !{store} & !{term} & !@lang|bewaren',
    ],
    en: [
      'disclose|disclosure|hand|give|share|pass|provide|release|surrender|disclosed ... law|legally|legal|court|police|judge|authority|authorities|order|warrant|revenue|required|obliged & require*|oblige*|order*|demand*|legal|law|court|judge|must|inspect|warrant & !{breach} & !commission & !erase & !keep & !@right|rights',
      'law|court|judge|police|authority|revenue|tax ... order*|demand*|require*|oblige*|insist*|ask* & hand|disclose|give|share|pass|provide & !{breach} & !keep',
      'police|municipality|court|authorities|tax .. who|which .. may|can .. inspect|see|ask|require|demand',
      'demand|demands|order .. i|is .. lawful|valid & {share}',
    ],
  },
  'social-pages': {
    nl: [
      'pagina|paginas|account|profiel|bedrijfspagina|kanaal .. op|van .. {social}',
      '{social} .. pagina|paginas|account|knop|knoppen|button|pixel|profiel|groep|kanaal|buttons|plugin*|bedrijfspagina',
      'facebookp*|facebookk*|facebookb*|facebookg*|facebooka*|instagramp*|instagrama*|linkedinp*|linkedink*|likeknop*|twitterk*',
      'pixel|deelknop*|likeknop|likeknoppen|knop|knoppen & {social}|delen|sociale|social',
      'pixel van',
      'deelknop*|deelbuttons|likeknop*',
      'sociale|social media|netwerken & pagina*|kanalen|account*|knop*|pixel*|actief|delen & !jouw eigen',
    ],
    en: [
      'page|pages|account|profile|channel .. on|there & #{social}',
      '{social} .. page|pages|button|buttons|pixel|pixels|account|plugin|widget',
      'pixel|pixels|share|like buttons?|bar & !cookie',
      'pixels & {tracker}',
      'pixel',
      'on {social}',
      'social media & page|pages|button|buttons|account|accounts|pixel|follow|channels',
    ],
  },
  'joint-controllers': {
    nl: [
      'gezamenlijk*|samen|gemeenschappelijk|medeverantwoordelijk|beide|allebei|gedeelde .. *verantwoordelijk*',
      '*verantwoordelijk* .. samen|gezamenlijk|beide|allebei & !stop',
      'gezamenlijk* verwerkingsverantwoordelijke*',
      'medeverantwoordelijk*',
    ],
    en: [
      'joint|jointly|together|shared|share|both .. controller*|responsib*',
      'responsib* .. jointly|together|both|shared|share',
      'joint controllers*',
      'controller|controllers together',
    ],
  },
});
