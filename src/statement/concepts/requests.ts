import { concepts } from './concept.ts';

/** How a request is handled, and what stands in its way. */
export const requestConcepts = concepts({
  'refusal-grounds': {
    nl: [
      'redelijk|reden|redenen|waarom|motivering|gemotiveerd|uitleg & weiger*|geweigerd|afwijz*|afgewezen|nee|niet|wijzen|afwijst|weigert|weigeren & #verzoek|recht|rechten|nee|inzage',
      'weigeren|weigert|geweigerd|afwijzen|afgewezen|afwijzing ... verzoek|reden|motivering|leggen|waarom',
      '{unless} ... wet*|*wet|*plicht*|*wettelijk*|*termijn*|belastingdienst|fiscus|verplicht & {access-verbs}',
      'moeten|moet|mogen|verplicht|wet|bewaarplicht|belastingdienst|*termijn ... bewaren|houden|aanhouden|bewaard|behouden|loopt|wissen & @recht|rechten|vragen|beslist|mag|kunt|wilt',
      'kan|kunnen|mag|mogen|lukt niet ... als|omdat|want|wanneer|zolang .. wet*|*wet|*termijn|moeten|verplicht|belastingdienst|fiscus|anderen & #{access-verbs}|verzoek|recht',
      '{access-verbs} & {unless} & wet*|*wet|verplicht*|*plicht*|nodig|moeten|belastingdienst',
      'niet|geen alles .. wissen|verwijderen|weggooien',
      'niet altijd|alles & {access-verbs}|verzoek|voldoen',
      'recht|rechten|verzoek .. niet absoluut|onbeperkt',
    ],
    en: [
      'refuse|refusal|refused|decline|deny|reject|say_no & #request*|why|reason|reasons|explain & !when you',
      'unless|except|save|but|may|must|have_to|cannot|subject ... law|legal|tax|legally|statut*|obliged|required|revenue & {access-verbs}',
      'hold on to|keep|retain .. what|some|things|them|it|those|records .. law|tax|legal|legally|must|statute & #{access-verbs}|mend|ask|right|rights',
      'law|tax|legal|legally|obliged|required .. keep|retain|hold & #{access-verbs}|right|rights & @right|rights|ask|can|may',
      'cannot|not|may_not|might_not|unable .. always|everything|all|comply|erase|delete|do_that & #{access-verbs}|request*|right|rights',
      'right|rights .. not absolute',
      'if we cannot|do_not|can_not .. we .. explain|tell|say_why|reason',
    ],
  },
  'request-term': {
    nl: [
      '{notify-answer} ... binnen|uiterlijk|in|na {term} & !{breach} & !@{breach} & !#klacht* & !derden & !ontvangers & !verwerkers & !@{change} & !{store} & #{request-about}',
      'binnen|uiterlijk|in {term} & {notify-answer}|bericht|klaar|geholpen|uitgevoerd|voldoen|verzoek*|geregeld & !{breach} & !@{breach} & !#klacht* & !derden & !ontvangers & !verwerkers & !@{change} & !{store} & #{request-about}',
      '{term} .. {notify-answer}|na|nadat & @recht|rechten|vragen|mag|verzoek & {notify-answer}|verzoek*|ontvangst & !{breach} & !@{breach} & !#klacht* & !derden & !ontvangers & !verwerkers & !@{change} & !{store}',
    ],
    en: [
      '{notify-answer} ... within|in|inside|no_later_than|by {term} & !{breach} & !@{breach} & !complain* & !@complain* & !@unhappy|happy|pleased & !firms & !suppliers & !processors & !recipients & !@{change} & !{store} & !warn & #{request-about}',
      'within|inside|in|under|no_later_than {term} & {notify-answer}|request*|done|copy & !{breach} & !@{breach} & !complain* & !@complain* & !@unhappy|happy|pleased & !firms & !suppliers & !processors & !recipients & !@{change} & !{store} & !warn & #{request-about}',
      'reply|answer|respond|response .. within|in|inside|takes {term} & !{breach} & !@{breach} & !complain* & !@complain* & !@unhappy|happy|pleased & !firms & !suppliers & !processors & !recipients & !@{change} & !{store} & !warn',
      '{term} .. to reply|answer|respond|deal & !{breach} & !@{breach} & !complain* & !@complain* & !@unhappy|happy|pleased & !firms & !suppliers & !processors & !recipients & !@{change} & !{store} & !warn',
      'take|takes .. {term} & #{request-about} & !{breach} & !@{breach} & !complain* & !@complain* & !@unhappy|happy|pleased & !firms & !suppliers & !processors & !recipients & !@{change} & !{store} & !warn',
    ],
  },
  'request-extension': {
    nl: [
      'verleng*|langer|extra|uitstel & {term}|maanden|maand & #verzoek|antwoord*|termijn|ingewikkeld|complex',
    ],
    en: [
      'extend*|longer|further|more|another|extra|additional & {term}|months|month & #request*|answer*|reply|complex|hard',
    ],
  },
  'request-free': {
    nl: [
      '{free} & #verzoek*|recht|rechten|vraag|vragen|inzage|dit|dat|het|mag|mail|regelen & !abonnement|bestelling|verzending|nieuwsbrief|parkeren',
      'kost .. niets|niks|geen',
      '{we} .. rekenen|vragen|brengen .. geen|niets|niks .. kosten|geld|voor|rekening',
      '{you} .. betaalt|betalen|hoeft .. niets|niet',
      'zonder .. kosten|te betalen & #verzoek|recht|rechten',
    ],
    en: [
      '{free} & #request*|right|rights|ask|asking|any|this|it|exercise|copy|answer & !delivery|trial|app|wifi',
      'cost|costs .. nothing',
      'do_not|never|no .. charge|fee|pay & #request*|right|rights|ask|copy|of|for',
      'asking|request* .. is free',
      'nothing to pay|be paid',
    ],
  },
  'request-fee': {
    nl: [
      'vergoeding|kosten|euro|€|bedrag & #verzoek*|inzage|recht|rechten|kopie|brief & {we} .. rekenen|vragen|brengen|vergoeding|in',
      'rekenen|vragen|brengen .. vergoeding|kosten|bedrag & #verzoek*|recht|inzage|inzien|kopie',
    ],
    en: [
      'fee|charge|cost & #request*|rights|copy & may|subject|charge|pay|reasonable & !no & !not & !never & !free & !without & !nothing & !manifestly|excessive|unfounded',
    ],
  },
  withdraw: {
    nl: [
      'toestemming|instemming|akkoord|ja ... intrekken|intrekt|ingetrokken|trekken|intrekking|terugtrekken|terugnemen|herroepen|herroept|terugkomen|opzeggen|ongedaan|weigeren',
      'intrekken|intrekt|ingetrokken|herroepen ... toestemming|instemming|ze|die|deze|haar',
      'intrekken|terugtrekken|herroepen & #toestemming|instemming|ja',
      'gedachten .. veranderen|verandert|veranderd',
      'bedenken|bedenkt|bedacht & #toestemming|ja|instemming|akkoord',
      'terugkomen|terugkomt .. op|daarop & !bij',
      'daar|op .. later .. terugkomen',
      'spijt & #toestemming|ja|akkoord',
      'toch niet|liever & #toestemming|ja|akkoord',
      '{may} ... elk|ieder|altijd|later .. stoppen|stopzetten|weigeren & #toestemming|ja',
      'toestemming & {may} & elk|ieder|altijd|alsnog .. moment|tijd|ook .. stoppen|weg|uit|stop*',
      'toestemming & uitzetten|weer|uitvinken|stoppen|beeindigen .. in|met|via|je|uw|weer',
      'nee zeggen|zegt|wordt & #toestemming|ja & later|daarna|alsnog|altijd|ook',
    ],
    en: [
      'withdraw*|revoke*|revoking|rescind*|retract* & !account & !offer & #consent|permission|agree*|it|that|yes',
      'withdraw .. consent|permission|it',
      'change|changed|changes .. mind|minds',
      'take|taken|takes .. back|off|away .. whenever|at_any_time|any_time|anytime',
      'take|taking .. back & #consent|permission|yes|agreed',
      'whenever you wish|like|want|please & #consent|permission|told|agreed|remove*|taken|off & !object*',
      'as easy .. as .. saying|giving|yes|it_was',
      'yes & @no|mind|withdraw & easy|easily|any|tick|always',
      'consent|permission ... cancel*|stop|end|back|undo|undone',
      'stop .. at any time & #consent|permission|agreed|yes',
      'undo|undone & #consent|permission|choice|agreed',
      'no longer agree|consent',
    ],
  },
  'automated-told': {
    nl: [
      'geautomatiseerd*|automatisch* ... besluit*|beslis*|besluitvorming|beoordel*',
      'besluit*|beslis* ... geautomatiseerd*|automatisch|computer*|algoritme*|machine|software|robot|mens|mensen|mensenwerk',
      'profilering|profileren|profiel|profielen & !account|mijn & !sociale & stellen|maken|opstellen|profilering|profileren|geen|bouwen|van_{you}|over_{you}|doen|opgesteld|aanleggen',
      'computer|computers|algoritme*|software|systeem|robot|machine ... besluit*|beslis*|beoordeel*|bepaalt|bepalen|keuze|kiest|rekent|afwijst|weigert|uit',
      'algoritme|algoritmen|algoritmes',
      'mens|medewerker|mensen|collega|iemand .. beslis*|besluit*|beoordeel*|kijkt|kijken .. opnieuw|zelf|altijd|er|over|mee',
      'kunstmatige intelligentie',
      'altijd|steeds .. mens|mensen|medewerker|persoon .. beslist|beoordeelt|kijkt|besluit|naar',
    ],
    en: [
      'automated|automatic|automatically .. decision*|decide*|deciding|processing|adjust*|reject*|approve*|assess*|score*|set|sets|determine*|calculat*',
      'decision|decisions|decide|decides|decided ... computer*|machine*|algorithm*|automated|automatically|software|automatic|robot|human|person',
      'computer|computers|machine|machines|algorithm|algorithms|software|robot|robots ... decide*|decision*|choose*|score*|judge*|mark|select*',
      'profiling',
      'profile|profiles .. of you|people|anyone & draw|draws|build|builds|make|create & !account',
      'draws|draw|build|builds|make|create .. up? profile|profiles',
      'no|never|not .. profile|profiles & !login & !account & !update',
      'scores or|and',
      'human|person|people|member_of_staff|someone .. decides|decide|always|looks|reviews|makes|takes|places .. decision*|again|every|you',
      'algorithm|algorithms',
      'basis of your profile',
      'artificial intelligence',
    ],
  },
  'no-automated-decisions': {
    nl: [
      'kijkt|kijken|beslist|beoordeelt|beoordelen|besluit & mens|medewerker|mensen|collega|iemand|adviseur|intercedent|consulent & #{automated}',
      'niet|geen|nooit|niets|niemand ... geautomatiseerd*|automatisch*|computer*|algoritme*|profiel|profielen|profilering|machine*|robot*|software & !cookies & !account & !server*',
      'geautomatiseerd*|automatisch*|computer*|algoritme*|profilering|profielen|machine ... niet|geen|nooit|niets & !cookies & !server*',
      'mens|medewerker|mensen|collega|iemand|adviseur|intercedent|consulent .. beslis*|besluit*|beoordeel*|kijkt|kijken|maakt .. opnieuw|altijd|er|over|mee|zelf|naar|keuze & #{automated}',
      'mensenwerk',
      'menselijke .. tussenkomst|blik|beoordeling',
      'recht ... geautomatiseerd*|mens*|menselijke',
    ],
    en: [
      'no|not|never|nothing|nobody|none|neither ... automated|automatic|automatically|computer|computers|algorithm|algorithms|machine|machines|profile|profiles|profiling|software|robot & !cookies & !servers & !login & !account',
      'automated|automatic|computer|computers|algorithm|algorithms|machine|profiling ... no|not|never|nothing|nobody|none',
      'human|person|people|member_of_staff|someone|colleague|teacher|partner|accountant .. decides|decide|looks|reviews|makes|takes|places|checks|reads & #{automated}',
      'human intervention|review|eyes|being',
      'right .. automated|human',
    ],
  },
  'recipients-told': {
    nl: [
      '{third-party}|wie|iedereen|ontvangers ... {personal-data}|kreeg|kregen|ontvingen|hebben|ontving|ontvangen & {notify}|geven|door & correctie|verbetering|verwijdering|beperking|wijziging|wissing|aanpassing|verbeterd|gewist|aangepast|gewijzigd|wijzigen|dat|wissen|correcties|veranderd|verwijderd|wijzigingen|verander*|hersteld',
      '{notify}|geven|geef ... {third-party}|ontvangers|wie & wijzig*|aangepast|verbeter*|gewist|verwijder*|correctie*|verander*|beperk* & @recht|rechten|mag|vragen|kunt|beslist & !{breach}',
    ],
    en: [
      'tell|inform|notify|told|informed|notified|hear|pass|let ... firms|companies|recipients|anyone|whoever|others|those|everyone|suppliers|processors|organisations|people|body|bodies & correct*|correction|erasure|erased|changed|change|deleted|rectif*|restrict*|deletion|mended|fixed|removed|corrections & !breach* & !policy|notice|page|statement',
      'hear .. of .. correction|erasure|change',
      'received|got|given|have .. from us & correct*|correction|erasure|changed|deleted|rectif* & tell|told|hear|know|inform*|pass*',
    ],
  },
  'legal-limits-access': {
    nl: [
      '{access-only} & {unless} & *wet*|*plicht*|*verplicht*|wettelijk*|gerechtvaardigd* & !@wissen|verwijder*|vergetelheid',
      'verzoek|verzoeken & weiger*|afwijz*|afgewezen|wijzen|niet & wettelijke|juridische|wet|gronden|redenen|reden & !wissen|verwijder*|bewaar*|gemotiveerd|schriftelijk|waarom|uitleg|leggen|noemen & {may}|als|wanneer|indien',
      'rechten & beperk*|niet|uitzondering*|gelden & wettelijke|wet & {unless}|als|wanneer & !beperking van de verwerking',
    ],
    en: [
      '{access-only} & unless|except|save|provided|subject|insofar & law|legal|legally|statut*|obligation*|obliged|required & !erase & !^to & !technically',
      'deny|refuse|reject|decline .. any|all|your|a|request|requests & legal|law|lawful|reason & !why & !tell & !explain & !appeal',
      'right|rights & unless|subject|except|limited|override & legal obligation*|law|applicable & !erase* & !technically',
    ],
  },
});
