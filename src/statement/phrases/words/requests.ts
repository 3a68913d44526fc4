import type { WordsByLanguage } from './words-by-language.ts';

/** Asking and being answered. */
export const requestsWords: WordsByLanguage = {
  nl: {
    ask: [
      'vraag|vragen|vraagt|verzoek|verzoeken|mail|mailen|bel|bellen|schrijf|laat|stuur|opvragen|meld|zeg|verzoekt|meldt|geef',
    ],
    question: ['vraag|vragen|*vragen|opmerking*|onduidelijk*|twijfel*'],
    contact: [
      'contact|mail|mailen|bel|bellen|bereik*|bereikbaar|terecht|schrijf|stuur|stel|stellen|richten|loop|spreek|vraag|hoor|horen|laat|kom|langskomen|binnenlopen|terecht|antwoord|aanspreekpunt|vertel',
    ],
    complain: [
      'dwars .. zit',
      'niet goed gaat|vindt|is',
      'anders had gewild|gemoeten',
      'boos|kwaad|geergerd|ergert|ontstemd|kritiek|teleurgesteld|ontevredenheid|bezwaren',
      'ongelukkig|ontstemd|gemopper',
      'klacht|klachten|klaag|klagen|*klacht|*klachten|ontevreden|tevreden|oneens|onvrede|mopper*|eens',
      'niet blij|tevreden|eens',
    ],
    // What a request can cost, and where such words are about requests.
    'fee-words': [
      'kosten|kostprijs|vergoeding|tarief|leges|prijskaartje|rekening|factuur|cent|cents|stuiver|dubbeltje|euro|bedrag|administratiekosten|bijdrage',
    ],
    'request-context': [
      '*verzoek*|recht|rechten|inzage|inzien|opvragen|opvraagt|kopie|afschrift|correctie|corrigeren|verbeteren|verwijder*|wissen|weghalen|weggooien|schrappen|rectific*|bezwaar|vergeten|meenemen',
      'gecorrigeerd|verbeterd|gewist|verwijderd|aanpassen|aangepast|wijzigen|gewijzigd|bekijken|zien_wat',
    ],
    'answer-context': ['antwoord*|beantwoorden|reageren|reactie|verzoek*|rechten|vragen|maand|dagen|weken'],
    // What one asks for a while, and of what it is not asked.
    // Terms of other things than an answer to a request.
    'not-an-answer': [
      'factuur|facturen|betalingstermijn|bankrekening',
      'betaalt|betalen .. binnen|uiterlijk|na',
      'binnen .. te_betalen|betaald|voldaan',
      '{term} na ons|onze|het laatste? antwoord|reactie|bericht',
      'binnen {term} .. *bevestiging|bevestigd|bevestigen',
      'bevestig*|ontvangstbevestiging .. binnen {term}',
      'beroep|hoger_beroep',
      '{term} na de|het einde|sluiten|uitvoering|afronding|beslissing',
      '{term} nadat het|de|uw|je|jouw|deze|dit .. terug|afgelopen|gesloten|voorbij|weg|ingeleverd|vertrokken|opgezegd|beeindigd|betaald|voltooid|verkocht|geleverd|klaar|afgerond',
      '{term} nadat|na {you} .. vertrokken|weg|gestopt|opgezegd|vertrekt|stopt|opzegt|vertrek',
      '*verwerker|*verwerkers|leverancier*|*leverancier ... {ask-erase} .. binnen {term}',
      'leverancier*|*verwerker*|dienstverlener* .. onze vragen',
    ],
    stilled: [
      'stilleggen|stilgelegd|stilzetten|stilgezet|opschorten|opgeschort|bevriezen|bevroren|pauzeren|gepauzeerd|pauze|parkeren|geparkeerd|afschermen|afgeschermd|afscherming|beperken|begrenzen|inperken|rusten|ongemoeid|staken|gestaakt|stop_te_zetten|stil_te_leggen|stil_te_zetten|op_te_schorten|op_slot|met_rust',
    ],
    'for-now': [
      'tijdelijk|voorlopig|poosje|tijdje|tijdlang|intussen|ondertussen|onderwijl|tussentijds|hangende|een_tijd|enige_tijd|een_periode|zolang',
    ],
    services: ['account|abonnement|pas|lidmaatschap|dienstverlening|website|site|levering|bestelling'],
    'access-verbs': [
      'inzage|inzien|verwijder*|wissen|wis|gewist|correctie|rectific*|aanpassen|weggooien|vergeten|wijzigen|vernietig*|opvragen|verbeteren|corrigeren|vergetelheid|verzoek|rechten|bezwaar',
    ],
    'access-only': ['inzage|inzien|rectific*|correctie|corrigeren|aanpassen|verbeteren|opvragen|wijzigen'],
    'notify-answer': [
      'antwoord*|beantwoord*|geantwoord|reageren|reageert|reactie|beslis*|afhandel*|afgehandeld|geregeld|regelen|uitsluitsel|gehoor|hoort|hoor|horen|reageer|behandel*|terug',
    ],
    'request-about': [
      'opvragen|opvraagt|inzien|wijzigen|verwijder*|geef|geven',
      'verzoek*|recht|rechten|vraag|vragen|inzage|antwoord*|reageren|reactie|mag|kunt|wissen|kopie',
    ],
    'request-words': ['verzoek|inzage|recht|rechten|klacht|privacyvragen'],
    automated: [
      'geautomatiseerd*|automatisch*|computer*|algoritme*|profiel*|profilering|machine*|robot*|software|systeem',
      'profiling|ai|kunstmatige',
    ],
    'stands-in-way': [
      'verzet|verzetten|weg|belet|verhindert|verhinderen|uitsluit|beperkt|beperken|toelaat|toelaten|toestaat|toestaan|verbiedt|verbieden|vereist|eist|dwingt|strijd|strijdig',
    ],
    'our-duties': [
      'wet|wettelijk*|*wet|wetgeving|verplichting|verplichtingen|*plicht|*plichten|voorschrift|voorschriften|*belang|*belangen|regelgeving',
    ],
    // Every request and every right at once.
    'all-rights': [
      'elk|ieder|elke|iedere|alle|al|welk|geen_enkel|zon .. verzoek|verzoeken|rechten|wensen',
      'geen van .. rechten|verzoeken',
      'deze|die|uw|je|jouw|bovenstaande|genoemde|bovengenoemde|de rechten',
      'dit|dat alles',
      'al het bovenstaande|voorgaande|genoemde',
      'een|het|uw|je|jouw|aan verzoek|verzoeken',
      'wat {you} vraagt|vraag|wilt|wil|verzoekt',
    ],
    declines: [
      'weigeren+|afwijzen+|geweigerd|afgewezen|weigering|afwijzing|inperken+',
      'wijzen|wijst .. af',
      'nee zeggen|verkopen',
      'niet|niets|geen .. voldoen|voldaan|meewerken|mee_te_werken|inwilligen|ingewilligd|honoreren|doen|uitvoeren|gevolg|gehoor|tegemoet',
      'voldoen|meewerken|inwilligen|honoreren|doen .. niet',
      'hoeven .. niet|geen',
      'niet altijd|elk|ieder|steeds',
    ],
    obstructs: [
      'beletten+|verhinderen+|weerhouden+|dwarsbomen+|belemmeren+|verzetten|verzet|tegenhouden+|verbieden+',
      'in de weg',
      'onmogelijk maakt|maken',
      'gaat|gaan .. voor|boven',
    ],
    'rights-topic': [
      'rechten|verzoek|verzoeken|inzage|inzageverzoek*|inzien|correctie|corrigeren|rectific*|verbeteren|rechtzetten|aanpassen|opvragen|kopie',
      'aanspraak|aanspraken|bevoegdheden',
      'bekijken|inkijken|raadplegen',
    ],
    'see-or-correct': [
      'inzage|inzien|correctie|corrigeren|rectific*|verbeteren|aanpassen|wijzigen|opvragen|kopie|kopieren|afschrift',
      'bekijken|bekijkt|inkijken|gecorrigeerd|verbeterd|aangepast|ingezien|raadplegen|zien_wat',
    ],
    'stands-before': [
      'wet|wetten|wettelijk*|*wet|wetgeving|regelgeving|verplichting|verplichtingen|verplicht|*plicht|*plichten|voorschrift*|*belang|*belangen|grond|gronden|reden|redenen|bedrijfsvoering',
      'regel|bepaling|bepalingen|taken|regels',
    ],
    clash: [
      'botst|botsen|strijd|strijdig|verzet|verzetten|conflict|belet|verhindert|gebonden|gehouden|gaat_voor|voorgaat|weg|in_de_weg',
    ],
  },
  en: {
    'port-words': [
      'portab*|take|taken|moved|move|transfer|transferred|transmit|send|sent|pass|passed|directly|straight|another|other|both|format|file|new|receiving|two|next',
    ],
    ask: [
      'ask|asks|asking|request|requests|write|email|tell|ring|call|contact|want|wish|demand|say|have|get|be',
    ],
    question: ['question|questions|query|queries|ask|asking|unclear|anything|wonder*|enquir*'],
    contact: [
      'contact|email|write|ring|call|reach|reached|ask|answer|answers|hear|help|speak|talk|tell|phone|submitted|welcome|glad|gladly|happy|drop',
    ],
    complain: [
      'angry|annoyed|cross|frustrated|let_down|grumbles|bother|bothers|bothered|upset|gripe*|niggle*|issue|unfair|grouse*|dispute|objectionable',
      'not .. right|good_enough|impressed',
      'complain|complains|complaint|complaints|unhappy|grumble|dissatisfied|grievance*|displeased|wronged|concern',
      'are|am|be|feel|is|were concerned',
      'concerns about|over|regarding|or',
      'a|any|your|these|those|such|have|raise|questions|or concerns',
      'not happy|pleased|satisfied',
      'not satisfy',
      'get .. wrong',
      'we .. let you down',
      'disagree*',
    ],
    'fee-words': [
      'fee|fees|charge|charges|charged|charging|cost|costs|invoice|bill|billed|billing|penny|pence|cent|cents|dime|price_tag|payment',
    ],
    'request-context': [
      'request|requests|right|rights|access|copy|copies|correct|correction|rectif*|erase|erasure|delete|deletion|fix|bin|wipe|inspect|object|see_your|see_what',
      'corrected|correcting|erased|erasing|deleted|deleting|rectified|rectifying|amend*|remove|removed|removing|seeing|inspecting|viewing|accessing|objecting|exercis*',
    ],
    // Terms of other things than an answer to a request.
    'not-an-answer': [
      'invoice|invoices|payment .. due|within',
      'pay|paid .. within|by',
      'within .. be? paid',
      '{term} after our|the last? answer|reply|response|message',
      'within {term} .. acknowledge*|confirmation',
      'acknowledge* .. within {term}',
      'appeal|appeals',
      '{term} after the end|closing|close',
      '{term} after the|your|this|a|it|its .. returned|back|over|ended|ends|closed|left|paid|finished|completed|sold|delivered',
      '{term} after you .. leave|left|go|stop|stopped|cancel|cancelled|close|closed',
      'unsubscri* .. {term}',
      'supplier|suppliers|processor|processors|provider|providers answer|answers|reply|respond|replies',
      'handle|process|ship|deliver orders|order|deliveries|returns',
    ],
    stilled: [
      'pause|paused|pausing|freeze|frozen|freezing|suspend|suspended|suspending|halt|halted|restrict|restricted|restricting|restriction|blocked|blocking|lock|locked|hold_off|on_hold|stand_still|standstill|ringfence|parked|untouched|idle|unused',
    ],
    'for-now': [
      'temporarily|pending|meantime|meanwhile|for_now|for_the_moment|for_a_time|for_a_while|a_while|for_the_time_being|while|provisionally',
    ],
    'answer-context': [
      'answer|answers|reply|respond|response|request|requests|rights|hear_back|hear_from|ask|month|days|weeks',
    ],
    'access-verbs': [
      'access|see|erase|erased|erasure|delete|deleted|deletion|correct|corrected|rectif*|removed|throw|forget|forgotten|copy|request|requests|destroy|destroyed|rid|remove|change|object|objection',
    ],
    'access-only': ['access|see|correct|corrected|rectif*|copy|inspect|update|amend|view'],
    'notify-answer': [
      'give us',
      'answer|answers|answered|reply|replies|respond|responds|response|hear|decide|come_back|get_back|deal|dealt|comply|complied|act',
    ],
    'request-about': [
      'see|erase|correct|delete|fix|bin|fee|charge',
      'request|requests|requested|right|rights|ask|asks|asking|answer|reply|copy|respond',
    ],
    'request-words': ['request|access|right|rights|complaint'],
    automated: [
      'automated|automatic|automatically|computer|computers|algorithm*|machine|machines|profil*|robot*|software',
    ],
    'stands-in-way': [
      'preclude|precludes|prevent|prevents|permit|permits|allow|allows|prohibit|prohibits|forbid|forbids|require|requires|restrict|restricts|oppose|conflict|conflicts|stand|stands|oblige|obliges|keep',
    ],
    'our-duties': [
      'legal|law|laws|statutory|statute|legislation|obligation|obligations|duty|duties|regulatory|requirements|interests',
    ],
    // Every request and every right at once.
    'all-rights': [
      'any|every|each|all|either .. request|requests|rights|entitlements|wishes',
      'none|neither of .. rights|requests',
      'these|those|your|the|above|foregoing|following rights|entitlements',
      'all|any of this|these|it|them|the_above',
      'a|your|the|such|meeting|to request|requests',
      'what|whatever {you} ask|want|request|wish',
      'your wish|wishes',
      'do|doing as|what you ask|asks|want|wish',
    ],
    declines: [
      'refuse+|decline+|deny+|reject+|refusal|rejection|withhold+',
      'turn|turned|turns|turning .. down',
      'say|says no',
      'not|cannot .. able|possible|honour|grant|granted|meet|comply|carry_out|act|effect|cooperate|obliged|bound|do_what',
      'unable|impossible',
      'not|cannot always|every',
      'with the exception',
      'need_not|can_not|cannot|not give|show|let|provide|grant',
      'are|is|be|get|gets refused',
    ],
    obstructs: [
      'prevent+|preclude+|hinder+|stop+|forbid+|bar+|prohibit+|impede+|block+ us|our|you|your|this|that|meeting|granting|the|a',
      'keep|keeps us from',
      'stand|stands|get|gets|be|is|are|come|comes .. in .. way',
      'against it|this|that|your',
      'make|makes .. impossible',
      'take|takes|have|has precedence|priority',
      'oppose|opposes|opposed|conflict|conflicts|clash|clashes',
    ],
    'rights-topic': [
      'rights|request|requests|access|copy|copies|correct|correction|rectif*|inspect|view|amend|put_right|choices',
      'entitlement|entitlements',
      'look at|into',
      'inspection|consult|seeing|amending|correcting',
    ],
    'see-or-correct': [
      'access|see|seen|copy|copies|inspect|view|correct|corrected|correction|rectif*|amend|amended|change',
      'accessing|inspecting|viewing|correcting|amending|changing|consult|consulting|inspection|rectification|seeing',
      'look|looks|looking at|into',
    ],
    'stands-before': [
      'law|laws|legal|legally|legislation|statute|statutory|obligation|obligations|obliged|duty|duties|regulatory|interest|interests|ground|grounds|reason|reasons|business|commitments',
      'rule|provision|provisions|tasks|regulations|regulation',
    ],
    clash: [
      'clash*|conflict*|contradict*|bound|prevent*|preclude*|stand*|against|otherwise|override*|prevail*|comes_first|come_first',
    ],
  },
};
