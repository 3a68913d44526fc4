import { concepts } from './concept.ts';

/** How long data stay, and how they are protected. */
export const keepingConcepts = concepts({
  'not-longer': {
    nl: [
      'na {term} .. {erase}',
      '{term} ... {erase}|weg & !{breach} & !@recht|rechten|klachten & !verzoek',
      'niet langer ... dan|als .. {need}|noodzakelijk|nodig|nuttig|toegestaan|vereist|verantwoord|moet|mag|wenselijk|wettelijk',
      'zolang|zo lang .. als? ... nodig|noodzakelijk|moet|vereist|handig|nuttig|lid|klant|is|duurt & {store}|bewaren|blijven|houden|bekend|hebben|staan|gegevens',
      '{erase} ... na|zodra|binnen|als|wanneer|einde ... {term}|einde|beeindig*|afloop|nodig|opzeg*|afgelopen|klaar|vertrek*|laatste|ingetrokken|vertrekt & !verzoek & !recht & !@recht|rechten & !{breach}',
      '{term} ... na|nadat|daarna|later|vanaf & {erase}|{store}|@lang|@bewaren|@bewaartermijn*|@bewaartermijnen & !{breach} & !klacht* & !@recht|rechten|klachten',
      '{store}|blijft|blijven|houden ... {term} & !{breach} & !klacht* & !@recht|rechten & !antwoord*',
      '{erase} ... {term} & !{breach} & !@recht|rechten|klachten & !binnen {term} .. antwoord* & !verzoek',
      '{term} & @lang|bewaren|bewaartermijn*|bewaartijd|bewaarperiode',
      'tot|totdat|zolang|zodra & @lang|bewaren|bewaartermijn*',
      'gooien|halen|ruimen|wissen {we} .. weg|eraf|op & #{term}|einde|eind|stopt|opzegt|klaar',
      'langer dan nodig & niet|nooit|geen',
      '{erase} .. automatisch .. na|zodra',
    ],
    en: [
      'after {term} .. {erase}|gone|go',
      '^* & {term} .. after|from|following & @keeping|keep|retention|storage|long|time',
      'no_longer|not .. longer .. than|as .. need*|necessary|required|must|useful|have_to|the',
      'as|so long as .. need*|necessary|required|useful|you|are|is|we|relationship|law & {store}|keep|retain|hold|stays|remain*|last',
      'only .. as long as',
      '{erase} .. after|once|when|within|at|as_soon_as ... {term}|end|ends|closed|longer|last|leave|over|departure|finished & !@right|rights & !{breach} & !request',
      '{store}|stays|stay|remain*|held ... for|until|up_to|at_least ... {term} & !{breach} & !@complain* & !@right|rights & !answer*',
      '{term} .. after|from|following|later & {store}|{erase}|@long|@keep|@until|@retention|@let|@when|@time & !{breach} & !@right|rights & !answer*|reply',
      '{term} & @long|retention|keep|until|let|how_long & !reply',
      'until|once|when|as_long_as & @long|retention|keep|let_go',
      '{erase} .. {term} & !@right|rights & !{breach} & !reply',
      'go|goes|gone .. after {term}',
      'at the end of .. year|season|term|stay|contract|relationship & {store}|{erase}|@long|@when|@keep',
    ],
  },
  'purpose-ends': {
    nl: [
      'zolang .. nodig|noodzakelijk .. doel|doelen|doeleinden|dienst|waarvoor|om & {store}|bewa*|gebruik*',
      'niet langer .. nodig|noodzakelijk .. voor|om .. doel|doelen|doeleinden|waarvoor|te',
      'zolang {you}|dit|de ... lid|klant|abonnee|huurder|bij_ons|ingeschreven|patient|duurt|loopt|bent|is|komt|werkt|huurt|leest & {store}|blijv*|houden|gebruiken|staan|bewaren|{personal-data}|@lang|@bewaren|@bewaartermijnen',
      '{erase}|wist|gewist|gooien ... zodra|als|wanneer|nadat ... doel|nodig|toegewezen|afgerond|opzegt|stopt|vertrekt|afgelopen|klaar|vervuld|goedgekeurd|voltooid|beslist|beslissing|geplaatst|beeindigd|bereikt|vervallen & !verzoek & !@recht|rechten & !{breach}',
      'stop|stopt|vertrek|vertrekt|verlaat|zegt|opzegt|opzeggen|ga|gaat .. {you}? .. dan|weg & {erase}|gooien|wissen',
      '{erase} & zodra & !verzoek & !@recht|rechten',
      'doel bereikt|vervallen|voorbij',
      'tot .. einde|eind|afloop .. van .. *overeenkomst|lidmaatschap|abonnement|seizoen|behandeling|dienstverband & {store}|@lang',
    ],
    en: [
      'as|so long as .. need* .. for|to .. purpose*|which|what|provide|reason',
      'no longer .. necessary|needed|need .. for|purpose',
      'as|so long as you|the|your .. are|is|have|remain|use|volunteer|lasts|member|customer|client|work|rent & {store}|keep|@long|@let|@when|@until|remain|stay',
      '{erase}|gone|go|let_go|shredded|destroyed ... once|as_soon_as|when ... purpose|longer|decided|finished|over|done|leave|leaves|closed|complete|settled|left|made|served & !@right|rights & !ask & !request & !{breach}',
      'once|as_soon_as ... decided|finished|over|done|left|chosen|settled|filled|made|served & @long|@let|@when|@until|@retention|@keep',
      'for the life|duration|length of .. contract|membership|stay|engagement|relationship|tenancy & {store}|keep',
      'purpose .. has|is .. ended|served|fulfilled|over|achieved',
    ],
  },
  'kept-by-law': {
    nl: [
      '{store}|bewaren|houden|houdt|bewaard|blijven|bewaartermijn*|bewaarplicht*|jaar ... {legal-duty} & !{breach} & !{secure}',
      '{legal-duty} ... {store}|bewaren|bewaard|houden|bewaarplicht* & !{breach}',
      'bewaarplicht|bewaarplichten',
      '{store}|bewaren|houdt|houden|bewaard & voor de belasting|belastingdienst|fiscus',
      '{term} & {legal-duty}|belastingdienst|fiscus|belasting & {store}|@lang|@bewaren|houdt|vast & !{breach}',
      'wettelijke bewaartermijn*',
      'moeten|moet|verplicht & {store}|bewaren|houden & belastingdienst|fiscus|wet|*wet|wettelijk|wgbo',
      'boekhouding|administratie bewaren & #{legal-duty}|belastingdienst|wet*',
    ],
    en: [
      '{store}|keep|kept|retain|hold ... {legal-duty}|demands|require*|because .. law|tax|revenue & !{breach} & !court & !{secure}',
      'law|tax|revenue|hmrc|statut*|legal|act|regulations & {store}|keep|kept|retain|hold_on|@long|@retention|@let|@until & {term}|require*|must|oblige*|demand*|say*|makes & !{breach}',
      'as .. revenue|law|hmrc|tax|act|regulations .. demand*|require*|say*|want*|ask*',
      'obliged|required by law|tax .. to keep|retain',
      'retention period* & statutory|legal|law',
      'hold on to .. law',
    ],
  },
  'keep-too-wide': {
    nl: [
      'zolang|langer|lang .. dan|als|dat|wij|dit|het ... nuttig|handig|zinvol|relevant|wenselijk|belang|belangrijk|interessant|goed|willen|vinden|waardevol|bruikbaar|praktisch|gewenst|dienstig|bedrijfsvoering|pas & {store}|bewa*|blijv*|houden|verwerken|gebruiken|staan|bekend|gegevens|dossier & !{legal-duty} & !wissen & !rusten & !beperk*',
      '{store}|bewaren|blijven|bewaard ... zolang ... nuttig|handig|zinvol|relevant|wenselijk|interessant|waardevol|bruikbaar|belang & !gerechtvaardigd belang',
      'nuttig|handig|relevant|wenselijk|zinvol & @lang|bewaren|bewaartermijn*',
    ],
    en: [
      'as|so long as .. we|it|they|is|this|the ... useful|relevant|desirable|helpful|valuable|convenient|business|like|wish|want|handy|interest|interesting|worthwhile|fit|appropriate|think & {store}|keep|retain|stays|remain*|hold|kept|last & !legal .. obligation & !{tracker}',
      'longer than .. useful|relevant|desirable|helpful|we_like|want|wish',
      'business need|needs|reasons|purposes & {store}|keep|retain & long',
      'useful|desirable|relevant|helpful & @long|retention|keep',
    ],
  },
  secured: {
    nl: [
      '{secure} & !@recht|rechten & !{tracker} & !sociale & !toezicht* & !functionaris & !{authority} & !wet bescherming & !@functionaris & !gegevensbescherming & !veiligheid van & !{agreement} & !wachtwoord .. {data-words} & !*effectbeoordeling & !beschermingsniveau & !*besluit',
      'passende|technische|organisatorische .. maatregelen',
      'maatregelen & @{secure}|veiligheid',
    ],
    en: [
      '{secure} & !@right|rights & !social & !officer & !{authority} & !transfer* & !standard & !password {data-words} & !assessment & !covers|data_protection law|act|impact & !{breach} & !card security & !{country} & !network .. secure & !protects data well & !safeguard should & !interest in safety & !to protect guests & !interest',
      'technical|organisational|organizational .. measures',
      'measures & @{secure}|security|safe',
    ],
  },
  'risk-weighed': {
    nl: [
      '{secure}|maatregelen & risico*|stand|techniek|kosten|betaalbaar|afgestemd|betalen|budget|omvang & !datalek* & !hoog risico & !effect* & !{breach} & !eigen risico',
      'risico|risicos|risicoanalyse|risicobeoordeling & jaar|jaarlijks|opnieuw|beoordelen|beoordeling|kijken|afgewogen & !{breach} & !hoog risico',
      '#{secure} & jaar|jaarlijks|halfjaar|regelmatig|periodiek|kwartaal|opnieuw & beoordelen|controleren|testen|nagaan|bekijken|toetsen|getest|gecontroleerd|kijken|loopt|lopen|lichten|nemen|doorlichten|audit|test|evalueren & !training & !{agreement} & !verwerker* & !klacht*',
      'beveiliging .. passen|past|passend .. bij|risico',
    ],
    en: [
      '{secure}|measures & risk|risks|cost|costs|state_of_the_art|technology|affordable|suited|proportionate|afford & !high risk & !{breach} & !own risk & !impact',
      'risk|risks .. assessment|afresh|each|every|again|yearly|annually|reviewed|review & !impact & !high & !{breach}',
      '#{secure} & each|every|once_a|yearly|annually|regularly|twice & review*|test*|check*|look|assess*|audit*|inspect* & !training & !staff & !agreement',
      'look at .. risks|security .. afresh|again|each|every',
      'suited|appropriate|fit|matched to the? risk|risks',
      'state of the art',
    ],
  },
  'staff-confidential': {
    nl: [
      '{staff} ... {confidential} & !verwerker* & !leverancier*',
      '{confidential} ... {staff}',
      'tekenen|tekent|ondertekenen|getekend|gebonden|verplicht|verplichten|plicht ... geheimhouding*|beroepsgeheim|zwijgplicht|geheimhoudingsverklaring & !{processor} & !leverancier*',
      'beroepsgeheim|zwijgplicht',
    ],
    en: [
      '{staff} ... {confidential} & !{processor} & !covers & !suppliers',
      '{confidential} ... {staff} & !covers',
      'sign|signs|bound|promise|promised|sworn ... confidentiality|secrecy|silence|themselves & !{processor} & !firms & !each works',
    ],
  },
  'others-confidential': {
    nl: [
      '{processor}|derden|leveranciers|leverancier*|anderen|partijen|inhuur*|bedrijf|bedrijven|dienstverlener*|ingehuurd*|hen|zij|externen|externe ... {confidential} & !sociale & !verklaring over',
      '{confidential} ... {processor}|derden|leveranciers|anderen|partijen|ingehuurd*|bedrijven',
      '#{processor}|derden|leveranciers & geheimhouding & afgesproken|verplicht|gebonden|tekenen|getekend|ook|zij|ze',
    ],
    en: [
      '{processor}|firms|suppliers|contractors|companies|others|outsiders|third|accountants|each|providers|they|subcontractors ... {confidential} & !{staff} sign & !team & !covers & !tell you',
      'confidentiality ... firms|suppliers|contractors|companies|accountants|providers & !{staff} & !covers',
      'bound to silence|secrecy',
    ],
  },
  'need-to-know': {
    nl: [
      '{only} ... {staff}|wie|degene|degenen|mensen|die & toegang|zien|ziet|bij|inzien|kijken|inzage|openen|raadplegen & !{authority} & !bezwaar & !{may} {you}',
      '{staff}|wie|iedereen|trainer|penningmeester ... {only}|eigen ... {need}|werk|taak|taken|functie|eigen|team|groep & ziet|zien|toegang|bij|krijgt|inzien|gegevens|openen & !{you} .. eigen & !eigen bedrijf',
      'toegang .. {only}|beperkt|per|tot & {staff}|functie|taak|wie|nodig|rol|noodzakelijk*',
      'noodzakelijkerwijs toegang',
      'verder niemand|geen & ziet|zien|krijgt|kan|toegang',
      'ziet|zien ... {only} .. nodig|eigen',
      'niemand anders|verder & ziet|zien|toegang|inzage|lezen',
      'hoeft|hoeven te_weten|zien',
      'autorisatie*|toegangsrechten|rechtenstructuur',
    ],
    en: [
      'only|nobody|none ... see|access|open|read|view|reach|look|sees|opens|reads & {staff}|those|who|people|tutor|desk|need|bookkeeper|but|except & !{you} see & !cookies & !emails & !them only if',
      '{staff}|access|those|who ... only .. need*|own|necessary|their|required & see|access|reach|open|use|get & !data only & !cookies',
      'access .. granted|given|limited|restricted|only|confined & per|task|role|need|job|who|to|staff & !@right|rights & !right of access',
      'need to know',
      'need|needs .. for|to .. job|work|task|role|duties & see*|access|only',
    ],
  },
  instructed: {
    nl: [
      '{staff}|zij|ze|wie|iedereen ... instructie*|training|opleiding|cursus|geinstrueerd|getraind|opgeleid|geschoold|scholing|uitleg|voorlichting|bijscholing|leren|leert|workshop|elearning|bijgeschoold|lessen & !fysio* training & !{term} training',
      'instructie|training|cursus|opleiding|scholing .. over|in|rond .. privacy|omgang|gegevens|avg|omgaan',
      'training & privacy|avg|gegevens',
    ],
    en: [
      '{staff}|they|everyone|whoever ... trained|training|instruct*|briefed|briefing|taught|course|shown|learn|learns|induction|lesson|workshop & !your training & privacy|data|handle|gdpr|first|information|how|before|confidential*|protection|year',
      'evening|session|course|training|lesson|morning|afternoon|briefing .. about|on|in .. privacy|data|confidential*|gdpr',
      'trained|training|taught & privacy|data|gdpr|first',
    ],
  },
  tested: {
    nl: [
      'toets|getoetst|toetsen|examen|test|quiz & {staff}|training|kennis|privacy|cursus & !voldoen & !klacht*',
      '{staff} & bekend|op_de_hoogte|kennen|weten .. met|van|wat|welke|de .. regels|verplichtingen|avg|privacy*|wet & !{breach}',
      'kennis .. getoetst|toetsen',
    ],
    en: [
      'test|tested|quiz|exam & {staff}|privacy|knowledge|training|they & !security test & !penetration',
      '{staff} ... know|familiar|aware|understand .. rules|gdpr|obligations|law|duties|responsib*',
    ],
  },
  'explains-security': {
    nl: [
      'meer|verder|uitleg|lichten|vertellen|toelicht*|weten & graag|desgewenst|gerust|uit|mail|vraag|vertel* & #{secure}|bescherming & !klacht* & !{breach} & !jaar & !{staff} .. leren|krijgen|uitleg',
    ],
    en: [
      'know more|details|further|walk|explain|show|tell|ask & #{secure}|measures & gladly|glad|happy|will|want|us & !{breach} & !object* & !right',
    ],
  },
  'cut-down': {
    nl: [
      '{secure}|maatregelen ... redelijk*|redelijkerwijs|beste|betaalbaar|haalbaar|kunnen|vermogen|mogelijkheden|budget|inspann*|verwacht|verwachten|verlangd|praktisch & redelijk*|redelijkerwijs|naar_beste|betaalbaar|eigen|verwachten|verlangd|inspan*|budget|haalbaar & !{breach} & !redelijke termijn & !passend',
      'redelijkheid|redelijkerwijs .. van|verlangd|verwacht*|mag|kan|gevergd & #{secure}',
      'voor zover .. betaalbaar|haalbaar|mogelijk|redelijk|kunnen|kan|toelaat & #{secure}',
      'naar beste|eer en kunnen|vermogen|weten',
      'eigen risico & #{secure}|gegevens|internet',
      'redelijkerwijs mag verwachten',
      'niet aansprakelijk|verantwoordelijk .. voor .. verlies|schade|lek|misbruik|hack*',
      'binnen .. mogelijkheden|budget|middelen & #{secure}',
    ],
    en: [
      'reasonable|reasonably|commercially|affordable|best|afford|practicable|economical* .. efforts|endeavours|safeguards|measures|steps|expect*|security|care|can|we|precautions|to & #{secure}',
      '{secure}|safeguards .. reasonable|affordable|as_we_can|practicable|afford|expected',
      'at|on your own risk',
      'cannot .. accept|take .. responsibility|liability & #{secure}|loss|{breach}',
      'not liable|responsible .. for .. loss|breach|hack*|unauthori*',
      'to the extent|as far as .. reasonabl*|practicable|affordable|possible|can & #{secure}',
      'what .. can .. be? reasonably .. expect*',
      'within .. means|budget & #{secure}',
    ],
  },
});
