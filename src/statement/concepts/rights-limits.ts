import { concepts } from './concept.ts';

/** A limit on all rights together, or on seeing and correcting; and the limits that the law has itself. */
export const rightsLimitConcepts = concepts({
  /** That rights, or seeing and correcting, give way to a duty, a reason or an interest: a limit, in any order. */
  'rights-limited': {
    nl: [
      '#{rights-topic} & {unless}|mits|voor_zover|uitgezonderd|zolang & {stands-before} & !mits|zolang .. {we} .. bewaren|nodig',
      '#{rights-topic} & weigeren+|afwijzen+|afgewezen|weigering|afwijzing|inperken+|beperken+|inwilligen|nee_zeggen & {stands-before} & als|wanneer|indien|door|op_grond|vanwege|wegens|omdat|kan|kunnen|mag|mogen',
      'wet|wettelijk*|verplicht*|*plicht & bewaren|bewaard|houden|vastleggen & niet|geen|behalve & {see-or-correct}|@inzien|@inzage|@aanpassen|@wijzigen|@verbeteren|@corrigeren|@opvragen',
      'niet|geen & {see-or-correct} & wet|wettelijk*|verplicht*|wetgeving|gronden & kan|kunnen|mag|mogen|soms|altijd',
      'verplichting|verplichtingen|plichten|wet|wetten|wetgeving|belangen|belang .. gaan|gaat .. voor & #{rights-topic}',
      'rechten|bovenstaande|dit_alles & gelden|geldt|uitoefenen|toe|gebruik_maken|beroepen|voldoen & alleen|slechts|niet|beperkt|soms|ondergeschikt & {stands-before}',
      'ondergeschikt|onderworpen aan .. {stands-before} & #{rights-topic}',
      'voldoen|meewerken|gehoor|inwilligen|werken & niet|soms|voor_zover & andere wetten|wet|regels|verplichtingen|plichten|bedrijfsvoering & #{rights-topic}',
      '#{rights-topic} & voor_zover|zolang|mits & past|passen|verenigbaar|toelaat|toelaten|uitkomt|botst|schikt & {stands-before}|*bedrijf*|*voering|organisatie',
      '#{rights-topic} & {unless}|zolang|mits|voor_zover|indien|als|wanneer & niet|geen|verhinder*|belet*|verzet*|weerhoud*|botst|botsen|strijdig|strijd|strekt & {stands-before}|*overeenkomst',
      'rechten & uitzondering|uitzonderingen|beperking|beperkingen & kunnen|kan|gelden|geldt|toepassing|toepasselijk|bestaan|mogelijk & !artikel|wissen|verwijder*|welke|van_de_verwerking|uitleg*',
      'niet|geen|nooit & {see-or-correct}|fouten & moeten|verplicht*|wet|wettelijk*|belastingdienst|fiscus & bewaren|houden|vastleggen|blijven & !{ask-erase}',
      'verzoek|verzoeken|elk_verzoek|rechten & weigeren+|afwijzen+|nee_zeggen|naast_ons & reden|redenen|belang|belangen|plicht|verplichting|wet & kunnen|kan|mogen|mag|behouden|vrij|als|indien|wanneer',
    ],
    en: [
      '{rights-topic}|@{rights-topic}|<{rights-topic} & {unless}|provided|insofar|to_the_extent|so_far_as|as_far_as|as_long_as|subject_to & {stands-before}',
      '#{rights-topic} & refuse|refused|refuses|decline|declined|deny|denied|reject|rejected|turn_down|turned_down|turn|limit|limited|restrict|restricted|withhold|withheld|curtailed & {stands-before} & if|when|where|by|on|because|under|may|can|in_order|to_meet',
      'law|legally|statute|legal|statutory|obliged & keep|retain|hold|store & cannot|can_not|not|except & {see-or-correct}|@access|@copies|@copy|@correct|@change',
      'not|cannot|no & {see-or-correct} & law|legal|legally|legislation|statutory|obliges|grounds & may|can|cannot|sometimes|always',
      'obligations|duties|duty|law|laws|interests .. come|comes|go|goes|take|takes|prevail|prevails .. first|before|precedence|priority|over & #{rights-topic}',
      'rights|above|these|none & apply|exercised|exercise|available|invoked|rely & only|not|none|limited|subject & {stands-before}',
      'subject to .. {stands-before} & #{rights-topic}',
      'comply|act|honour*|grant*|meet|help & not|only|sometimes|insofar|as_long_as|extent & other_laws|law|rules|obligations|duties|commitments & #{rights-topic}',
      '#{rights-topic} & fits|fit|conflict|conflicts|compatible|suits|clash|clashes & {stands-before}|business|operations|commitments & as_long|insofar|extent|if|where|provided|unless',
      '{rights-topic}|@{rights-topic} & {unless}|so_long_as|as_long_as|in_so_far|insofar|provided|if & not|no|prevent*|preclude*|hinder*|oppose*|conflict* & {stands-before}|agreement|contract',
      'rights & exemption|exemptions|exceptions|limitations|restrictions & may|can|will|mean|apply|exist & !gdpr|article|erase|erasure|delete|which',
      'cannot|can_not|unable|may_not|not_able & {see-or-correct}|mistakes|errors & must|obliged|law|legally|tax & keep|retain|hold|store & !{ask-erase}',
      'request|requests|rights & turn+|refuse+|decline+|reject+|deny+ & reason|reasons|interest|interests|duty|obligation|law|consideration & can|may|might|reserve|free|if|where|when',
      'requests|request & granted|honoured|met|complied|meet|grant|honour & if|so_long_as|as_long_as|provided|unless & overriding|conflict*|interest|interests|reason|reasons|duty|law',
    ],
  },
  /** A limit that the law has itself: on erasing, objecting and taking along, for others, for abuse; or a promise to explain one. */
  'limit-allowed': {
    nl: [
      '{ask-erase} .. {unless}|zolang|niet|mits|als|kan|mogen',
      '{unless}|zolang|als|niet|alles .. {ask-erase}',
      '{ask-erase}|@verwijder*|@wissen|@vergetelheid & {unless}|niet|zolang|mits & !{see-or-correct}|rechten|alle',
      'bezwaar|verzet|verzetten|bezwaren & {unless}|mits|niet|zwaarder|dwingende',
      'waarom|uitleg*|leggen|motiv*|gemotiveerd|toelicht*|lichten|schriftelijk',
      'legitim*|identi*|wie_{you}',
      'van|voor|over|aan een? ander|anderen|derden|derde|iemand_anders|ouder|ouders|kind',
      'anderen|andermans|een_ander|iemand_anders',
      'buitensporig*|ongegrond*|kennelijk|misbruik|herhaald*|onredelijk*',
      'krijgt|noemen|geven|melden|hoort|vermelden .. reden|redenen|schrift|wet',
      'politie|justitie|medewerker*|personeel|collega*',
      'bewaartermijn|bewaarplicht & !{see-or-correct}',
      'beperking van|der',
      'beperken|beperkt .. verwerking|gebruik',
      'verwerking|gebruik .. beperken|beperkt',
      'overdra*|meenemen|overdraagbaarheid|dataportabiliteit|technisch',
      '{breach}|{marketing}|cookie*|{consent}|ontvanger*|verwerkers|verstrek*|delen|beroepsgeheim',
      '{complain}',
      'termijn|*termijn & verleng*|{term}',
      '^{ask-erase}',
      'recht op {ask-erase}',
      '{term} & reden|redenen',
      '{store} .. zolang',
    ],
    en: [
      '{ask-erase} .. {unless}|while|not|as_long_as|if|where',
      '{unless}|while|if|not|cannot|always .. {ask-erase}',
      '{ask-erase}|@erasure|@deletion & {unless}|not|while|as_long_as|although|but & !{see-or-correct}|rights|all|any',
      'object|objection|objections & {unless}|compelling|override|not|legitimate',
      'why|explain|explanation|reasoned|in_writing|tell_you',
      'identi*|who_you|proof',
      'others|someone_else|somebody_else|another_person|another_persons|other_people|third|parent|parents',
      'excessive*|unfounded|manifestly|abus*|repetitive|unreasonabl*',
      'get|gets|give|gives|given|state|states|stating|hear .. reason|reasons',
      'police|regulator|regulators|authorities|court|courts|employees|staff|colleagues',
      'restriction of',
      'restrict|limit|limited .. processing|use|how',
      'portab*|take_with|technically|transfer*',
      '{breach}|{marketing}|cookies|consent|consents|permission|withdraw*|recipient*|processors|share|shared|disclose|privilege*',
      '{complain}',
      'extend|extended|extension & {term}|reasons',
      '{term} .. extended',
      '{store} .. as_long_as',
      'restriction & !{see-or-correct}|rights|all|any|every',
      'tell|inform|state|let_you_know .. on_which|which|what .. provision|law|article|ground|reason',
    ],
  },
  /** That access stands whatever limits erasure. */
  'access-always': {
    nl: [
      'inzage|inzien|correctie .. altijd|steeds|onbeperkt & !niet altijd',
      'altijd|steeds .. inzage|inzien & !niet altijd',
    ],
    en: ['access|correction|inspect .. always & !not always', 'always .. access|see|inspect & !not always'],
  },
  /** The same, where any request, or every right, is named: then it does not matter that erasing is named beside it. */
  'limit-on-all': {
    nl: [
      '{all-rights} & {declines} & {stands-before}',
      '{all-rights} & {unless}|zolang|mits|voor_zover|uitzondering & {stands-before} & !{we} .. {store} .. zolang',
      '{all-rights} & {obstructs} & {stands-before}',
      '{stands-before} .. {obstructs} .. {all-rights}|inzage|correctie|rectificatie',
      '{see-or-correct} en|of? {see-or-correct}? en|of? {ask-erase} & {declines}|{unless} & {stands-before}',
      'verzoek|verzoeken & {declines} & in|onder sommige|bepaalde|bijzondere|voorkomende|uitzonderlijke gevallen|omstandigheden',
      '{see-or-correct}|laten_zien|tonen & niet|geen & {stands-before} & in sommige|bepaalde gevallen',
      'of {you} .. krijgt|mag|kan|kunt .. hangt .. af & {stands-before}|belang|belangen & #{rights-topic}',
      '@{see-or-correct} & {declines} & {stands-before} & !{ask-erase}',
      '{all-rights}|verzoeken .. waar|als|voor_zover .. {stands-before} .. ruimte',
      '{see-or-correct} & behalve|tenzij|behoudens & bepaling*|regel|regels|voorschrift* .. verbied*|beletten|verhinder*|niet',
    ],
    en: [
      '{all-rights} & {declines} & {stands-before}',
      '{all-rights} & {unless}|provided|insofar|to_the_extent|so_far_as|as_far_as|as_long_as|so_long_as|exception & {stands-before} & !{we} .. {store} .. as_long_as|so_long_as',
      '{all-rights} & {obstructs} & {stands-before}',
      '{stands-before} .. {obstructs} .. {all-rights}|access|correction|rectification',
      '{see-or-correct} or|and? {see-or-correct}? or|and? {ask-erase} & {declines}|{unless} & {stands-before}',
      'request|requests & {declines} & in|under certain|some|particular|special|exceptional cases|circumstances|situations|instances',
      '{see-or-correct}|show & {stands-before} .. not .. allow|allows|permit|permits|let|lets|enable .. {you}|this|it|access',
      '{we} .. show|give|let .. {you} & {stands-before} & mean|means .. that? .. not|cannot|unable',
      'whether {you} .. get|see|have|receive|can|may .. depend|depends .. {stands-before} & #{rights-topic}',
      '{all-rights} & {our-duties} permitting|allowing',
      '{all-rights}|requests .. where|if|when .. {stands-before} .. leave|leaves|give|gives|make|makes|allow|allows .. room|space|scope',
      '@{see-or-correct} & {declines} & {stands-before} & !{ask-erase}',
      '{see-or-correct} .. not .. possible|allowed|available & while|as_long_as|where|if|when & {our-duties}',
      'in|are certain|some|other|exceptional? situations|circumstances|cases .. {declines} .. access|see|inspect|correct*',
    ],
  },
  /** A duty that is itself what stands before every request: that the reason is then explained does not take it away. */
  'duty-before-all': {
    nl: [
      '{our-duties} .. {obstructs} .. {all-rights}|inzage|correctie|rectificatie',
      '{our-duties} .. kan|kunnen .. {obstructs} & {all-rights}',
      '{all-rights} .. {unless}|niet_als .. {our-duties} .. {obstructs}',
    ],
    en: [
      '{our-duties} .. {obstructs} .. {all-rights}|access|correction|rectification',
      '{all-rights} .. {unless} .. {our-duties} .. {obstructs}',
    ],
  },
  /** That a refusal is explained, whose ground is then the reason that is named. */
  'limit-explained': {
    nl: [
      'waarom|uitleg*|motiv*|gemotiveerd|toelicht*|leggen .. uit',
      'krijgt|noemen|geven|melden|hoort|vermelden|staat .. reden|redenen|schrift',
    ],
    en: [
      'why|explain|explains|explanation|reasoned|in_writing',
      'get|gets|give|gives|given|state|states|stating|hear|tell|inform .. the? our? reason|reasons|ground|provision|article',
    ],
  },
  /** What is no general limit even on every request: a check of who asks, abuse, others, other subjects. */
  'limit-of-law': {
    nl: [
      'legitim*|identi*|wie_{you}|of_{you}_het',
      'buitensporig*|ongegrond*|kennelijk|misbruik|herhaald*|onredelijk*',
      'van|voor|over|aan een? ander|anderen|derden|derde|iemand_anders|ouder|ouders|kind & !ons|onze|{we}',
      '{breach}|{marketing}|cookie*|ontvanger*|verstrek*|beroepsgeheim|{complain}',
      '{staff} .. {see-or-correct}|toegang|zien',
      'geen|niet .. {stands-before} .. weerhoudt|belet|staat_in_de_weg|houdt ons|er',
      'rechten .. hangen|hangt niet',
      'verzoek|verzoeken .. om|tot .. {ask-erase}|beperking|overdracht & !{see-or-correct}',
      'bezwaar|verzet .. tegen|maken|maakt & !{see-or-correct}',
      '{term} .. reden|redenen',
      'geen .. {stands-before} .. gaat|gaan|komt|weegt .. voor|boven|zwaarder',
      '{third-party} .. helpen|helpt|meewerken|meewerkt .. ons|{we}',
    ],
    en: [
      'identi*|who_you|proof|prove',
      'excessive*|unfounded|manifestly|abus*|repetitive|repeated|unreasonabl*',
      'others|someone_else|somebody_else|another_person|another_persons|other_people|third|parent|parents & !our|us|we',
      '{breach}|{marketing}|cookies|recipient*|share|shared|disclose|privilege*|{complain}',
      '{staff} .. {see-or-correct}',
      'no|not|nor|never .. {stands-before} .. keeps|stops|prevents|prevent|allows us',
      'rights .. not depend',
      'request|requests .. for|to .. {ask-erase}|restrict*|portab* & !{see-or-correct}',
      'object|objection & !{see-or-correct}',
      'extend|extended|extension & {term}|reasons',
      'under eighteen|sixteen|18|16',
      '{third-party} .. help|helps|assist|assists .. us',
    ],
  },
  /** Of a right that the law limits itself, and of no other. */
  'limit-on-another-right': {
    nl: ['beperking|overdragen|overdraagbaarheid|overdracht|bezwaar & !{access-only}|{all-rights}'],
    en: ['restriction|portability|objection|object & !{access-only}|{all-rights}'],
  },
  /** A duty, a reason or an interest under which something is not done, whatever that is. */
  'limit-said': {
    nl: [
      '{unless}|zolang|mits|voor_zover & {stands-before}',
      '{declines} & {stands-before}',
      '{obstructs} & {stands-before}',
    ],
    en: [
      '{unless}|provided|insofar|to_the_extent|so_far_as|as_far_as|as_long_as|so_long_as & {stands-before}',
      '{declines} & {stands-before}',
      '{obstructs} & {stands-before}',
    ],
  },
  /** "The same goes for access": a limit that was said of one thing holds for seeing and correcting too. */
  'limit-carried-over': {
    nl: [
      'hetzelfde|dat|dit|ditzelfde|deze_beperking|die_uitzondering .. geldt|gaat_op .. ook|evenzeer|eveneens? .. {see-or-correct}|{all-rights}|bekijken|zien',
      'geldt|gelden .. ook|evenzeer|eveneens .. {see-or-correct}|{all-rights}|bekijken|zien',
      'geldt .. voor al|alle|elk',
    ],
    en: [
      'same|this|that|it|likewise .. goes|applies|holds|counts|true .. {see-or-correct}|{all-rights}|looking|seeing|viewing|inspecting|correcting',
      'applies|goes|holds also|equally|likewise .. {see-or-correct}|{all-rights}|looking|seeing',
      'applies|goes|holds .. for|to all|any|every|each',
    ],
  },
  /** Said after it: of which a law or an interest is the reason. */
  'limit-exemplified': {
    nl: ['^denk|bijvoorbeeld|zoals|dat_komt|dit_komt|want|een_wet & {stands-before}'],
    en: [
      '^think|examples|for_example|for_instance|such_as|this_is_because|that_is_because|reasons & {stands-before}',
    ],
  },
  /** Not everything that is asked will be done, and no reason is given yet. */
  'not-all-done': {
    nl: ['{declines} & {all-rights}', 'soms|niet_altijd|niet_alles .. {all-rights}'],
    en: ['{declines} & {all-rights}', 'sometimes|not_always .. {all-rights}'],
  },
});
