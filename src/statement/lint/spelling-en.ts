import type { KnownMistakes } from './known-mistakes.ts';

/** Words that exist, or look made of others, and are not what is meant. */
const misspelt =
  'dont|doesnt|didnt|isnt|arent|wouldnt|couldnt|havent|hasnt|youre|theyre|transparant\\w*|acces|publically|writting|anonimised|informations|untill|thier|wich|personel data|consenting to consent|aswell|alot|thankyou|everytime|feedbacks|softwares|equipments|advices|permitions?|unauthorized acces|adviced|in complaint with|insure that|take affect|has no affect|kept to long|principle place of business';
const plural =
  "has|is|was|does|doesn[’']t|keeps|uses|collects|shares|stores|sends|processes|asks|needs|deletes|receives|gives|makes";

/** Words that begin with a vowel one hears, and words that do not. */
const vowel =
  '(?:a(?!nd\\b)|i|e(?![uw])|o(?!nce|ne\\b|ne-|uija)|u(?:n(?!i)|nin|nim|p|lt|s\\b|rg))\\p{Ll}{2,}';
const consonant =
  '(?:[bcdfgjklmnpqrstvwyz](?=\\p{Ll}*[aeiouy])|h(?!our|onest|onou?r|eir|istor|otel|erb)|uni(?![nm])|use|usual|eu|one\\b|once)\\p{Ll}{2,}';

/** What people write of the reader, where another word that sounds the same was meant. */
const yours =
  '(?:personal|data|information|details?|rights?|privacy|consent|account|name|address|request|order|browser|device|computer|e-?mail)';
const theirs =
  '(?:own|\\p{L}+(?:ion|ment|ship)|personal|data|names?|address|details|rights?|consent|privacy|account|work|job|duties|tasks|behalf|request|children|parents|permission|device|identity|customers|employees|policy|services|function)';
const peopleOnly =
  'customers|people|persons|employees|visitors|clients|users|members|parents|patients|guests|tenants|anyone|everyone|someone|individuals|colleagues|candidates|applicants|students|pupils|volunteers|subscribers|drivers|donors';
const base =
  'send|keep|store|delete|process|use|share|give|take|inform|collect|receive|erase|remove|transfer|protect|write|hold|provide|disclose|choose|handle|treat|encrypt|update|forward|retain|sell|pass|contact|ask|record|save|destroy|publish|withdraw|correct|change';
const thirdPerson =
  'uses|stores|keeps|collects|shares|processes|sends|gives|receives|asks|deletes|has|does|provides|informs|contacts|needs|takes|makes|sells';
const pluralNouns =
  'employees|members|parties|users|customers|clients|companies|suppliers|processors|requests|records|files|rights|persons|people|photos|photographs|visitors|tenants|patients|parents|guests|students|complaints|cookies|details|invoices|measures|providers|colleagues|volunteers|teachers|applicants|recordings|images|backups|grounds|purposes|transfers|changes|decisions|searches|questions|e-?mails|messages|names|addresses|accounts|orders|payments|conditions|copies|reasons|agreements|contracts|laws|authorities|organi[sz]ations|letters|forms|children|bookings|obligations|interests';
const singularVerbs =
  'has|is|was|takes|does|needs|gets|goes|comes|receives|contains|remains|weighs|applies|allows|becomes|includes|keeps|means|gives';
const singularNouns =
  'company|website|site|app|school|clinic|hotel|shop|organi[sz]ation|association|foundation|practice|team|system|software|policy|notice|statement|law|supplier|processor|controller|customer|member|provider|host';
const pluralVerbs =
  'do|collect|use|keep|send|give|receive|take|make|sell|provide|respect|comply|apply|describe|explain|tell|contain|include';

/** Of verbs an apostrophe makes no third person, nor of nouns on a vowel a plural, as it does in Dutch. */
const verbsBeforeS =
  'get|want|need|say|know|give|take|come|make|keep|send|ask|tell|allow|collect|receive|expire|contain|process|share';
const nounsInA =
  'camera|photo|video|cookie|logo|menu|agenda|euro|foto|cv|demo|pdf|faq|account|address|email|e-mail|mail|detail|price';
/** One thing that ends in an s, and verbs of which `this` is who does it. */
const endingInS =
  'series|premises|means|lens|news|gas|canvas|always|does|has|was|goes|applies|concerns|includes|happens|depends|requires|needs|takes|gives|makes|works|serves|comes|leads|relates|belongs|holds|counts|stands|remains|differs|rests|exists|species|perhaps|towards|besides|sometimes|allows|follows|ends|gets|lets|shows|says|tells|helps|keeps|covers|matters|sites?|lies|runs|sets|costs|affects|changes|hurts|stops|starts|asks|adds|stays|sounds|looks|feels|leaves|involves|touches|limits|falls';

export const englishMistakes: KnownMistakes = {
  patterns: [
    new RegExp(`\\b(?:${misspelt})\\b`, 'iu'),
    new RegExp(
      `\\b(?:and|if|that|when|which|because|data|^)? ?(?:we|they) (?:${plural})\\b(?! (?:that|what|to))`,
      'iu',
    ),
    new RegExp(`(?:^A|(?<!\\b(?:sub|point|under|letter|clause) )\\ba) ${vowel}\\b`, 'u'),
    new RegExp(`\\b[Aa]n ${consonant}\\b`, 'u'),
    /\b(?:you[’']re (?:data|rights?|details|information|privacy|consent|personal)|your welcome|it[’']s (?:own|purpose|website|customers|staff|members)|their is|there own|of it[’']s|should of|could of|would of|who[’']s data|your[’']s|more longer|can not longer|(?:he|she|it) (?:have|do not|don[’']t)\b|does not has|did not (?:received|gave)|has been delete\b|will be (?:delete|store|keep|process|inform|erase)\b|are (?:store|keep|process|delete)\b|have the right for|right of to|in case if|we will not never|personal informations|an? personal data(?! (?:breach|request|processing|protection))|each others data|childrens data|customers data|the companies (?:own|policy)|members data|parents consent)\b/iu,
    /(?<!\b(?:of|for|about|from|to|with|by|and|or) )\ba (?:\p{L}+ )?(?:provision|part|clause|person|user|company|request|party)\b[^.,;]{0,40} are\b/iu,
    /\b(?:we|i|they|you|to|will|can|would|strongly|always|please|and|they'll) advice (?:you|to|that|them|everyone|people|against|clients|customers|our)\b/iu,
    /\b(?:we|they|you|i|to|will|would|can) (?:loose|chose to|except your (?:request|consent)|effect your rights)\b/iu,
    new RegExp(
      `(?<!\\b(?:from|out|over|up|here|stored|kept|held|placed|published|put|leave|found|find|go|goes|is|was|are|were|been|be|live|lives|stay|stays) )\\bthere ${theirs}\\b(?! (?:is|are|was|will|may|can))`,
      'iu',
    ),
    new RegExp(
      `\\b(?:protect|process|collect|store|keep|delete|handle|withdraw|respect|respects|value|update|change|use|sell|secure|of) you ${yours}\\b`,
      'iu',
    ),
    /\b(?:if|when|unless|once|because|while|whether|that) your (?:a|an|not|under|using|unhappy|happy|interested|looking|visiting|unsure|located|concerned|registered|entitled|able|satisfied|in|on)\b/iu,
    new RegExp(`\\b(?:${peopleOnly}) which (?!case|means|is why|of)`, 'iu'),
    /\b(?:of|with|to|by|for|from|under|in) it[’']s (?:\p{Ll}+|[.,])/iu,
    /\b(?:third |other )?(?:party|company|supplier|employee|customer|visitor|member)[’']s(?=[.,;]|$| (?:who|which|and|or|for|to|in|with|are)\b)/iu,
    /\binformation (?:that |which )?(?:you|we) \p{L}+ (?:are|were|have)\b/iu,
    /\b(?:people|those|employees|members|customers|persons|visitors|clients|suppliers|parties) who (?:has|is|needs|works|wants|does|was)\b/iu,
    /\b(?:is|are|be) not longer (?:needed|necessary|used|required|valid|relevant|allowed|a)\b/iu,
    /^Its (?:important|possible|necessary|our|your|not|up|free|easy|a|the|very)\b/u,
    /\b(?:read|handle|treat|process|use)(?:ed|d)?(?: (?!as )\p{L}+){0,3} (?:careful|proper|adequate|correct|automatic)(?=[.,;]|$)/iu,
    /\b(?:this|each|every|another) (?:cookies|customers|employees|parties|purposes|rights|photos|persons|companies|suppliers|details|members|visitors|cameras)\b/iu,
    /\b(?:these|those) (?:information|cookie|purpose|right|company|supplier|party|policy|statement|person|notice|website)\b(?!-)/iu,
    /^(?:\d[\d.]*\s+)?(?:The|Our|Each|Every) (?:(?!and |or |of |that |who )\p{Ll}+ ){0,3}(?:officer|manager|director|owner|representative|authority|commissioner|court|accountant|administrator|employee|volunteer) (?:have|are|were|do)\b/u,
    /\bits (?:a|an|the|not|possible|your|our|because|been|up to)\b/iu,
    new RegExp(
      `\\b(?:be|been|being) (?:\\p{Ll}+ly )?(?:${base})(?=[.,;:]|$| (?:to|by|for|in|on|from|with|at|within|before|after|until|and|or|when|if|unless|without|anymore|as)\\b)`,
      'iu',
    ),
    new RegExp(
      `\\b(?:can|could|may|must|should|shall|would|cannot) (?:(?:not|always|only|also) )?(?:${thirdPerson}|shared|stored|used|collected|kept|processed|given|deleted|withdrawn|sent|disclosed|informed)\\b`,
      'u',
    ),
    new RegExp(
      `\\b(?:do|does|did)(?: not|n[’']t) (?:${thirdPerson}|collected|stored|used|shared|processed|kept|gave)\\b`,
      'iu',
    ),
    /(?:^|\b(?:if|when|because|unless|once|whether|while|in case) )you (?:is|was|has|does|wants|needs|visits|uses|gives|provides|sends)\b/iu,
    /\b(?:types?|kinds|sorts|categories) of (?:personal )?(?:information|data) (?:that|which) (?:is|was|has)\b(?<!\b(?:type|kind) .*)/iu,
    /(?:^|[,;] |\b(?:and|that|if|when) )(?:the|this|your|all|such|any|our|that|these|personal) (?:personal )?information (?:are|were|have)\b/iu,
    /\b(?:each|one) of (?:our|the|these|those|your) \p{L}+ (?:have|are|were|do)\b|\b(?:everyone|everybody|anyone|nobody|someone) (?:have|are|were|do)\b/iu,
    /\b(?:of|by|visit|use|using|protect) are (?:customers|clients|members|website|services|company|staff|users|partners|suppliers|privacy|policy)\b/iu,
    new RegExp(
      `^(?:\\d[\\d.]*\\s+)?(?:The|Our|This|Your|Each|Every) (?:\\p{Ll}+ )?(?:${singularNouns}) (?:process|share|store|use|offer|value|host|need) (?:your|the|personal|data|our|it|them|information|cookies|these|this)\\b`,
      'u',
    ),
    /\b(?:longer|older|younger|earlier|later|more|fewer|other|rather|higher) then (?=necessary|needed|required|strictly|\d|what|that|this|those|a|one|our|permitted|allowed|described|stated|is|are|for)/iu,
    /\b(?!(?:it|that|there|here|what|who|let|he|she)\b)\p{Ll}+[’']s (?:are|were|have|which)\b/u,
    new RegExp(
      `^(?:\\d[\\d.]*\\s+)?(?:(?:The|Our|All|Your|These|Those|Most|Some|Many) )?(?:(?!\\p{L}+ing |who|what|how|one|no )\\p{Ll}+ )?(?:${pluralNouns})(?: of (?:the|our) \\p{L}+)? (?:${singularVerbs})\\b`,
      'iu',
    ),
    new RegExp(
      `(?:^|[,;] |\\b(?:if|whether|that|because|when|where|unless|which|until|once) )(?:your|our|these|those|their) (?:${pluralNouns}) (?:${singularVerbs})\\b`,
      'iu',
    ),
    new RegExp(
      `^(?:\\d[\\d.]*\\s+)?(?:The|Our|This|Your|Each|Every) (?:\\p{Ll}+ )?(?:${singularNouns}) (?:${pluralVerbs})\\b`,
      'u',
    ),
    /^(?:\d[\d.]*\s+)?(?:The|Our|This|Your|Each|Every) (?:\p{Ll}+ )?(?:website|site|app|system|software|policy|notice|statement|law|customer|member|processor) (?:are|have|were)\b/u,
    /\b(?:informed|inform|explained|protected|secured) (?:you |them |it )?(?:sufficient|adequate|proper|correct|clear|careful)(?=[.,;]|$| (?:and|about|of)\b)/iu,
    /\b(?:the|a|in|into|from|available in|our|under|every|or|and) (?:dutch|english|european|german|french|belgian|british|irish|american)\b(?=[ .,])/u,
    /\b(?:we (?:takes|respects|values|protects|offers|works|wants|tries|provides|handles|reserves)|is been|(?:sell|use|store|process|protect) you (?:personal )?(?:data|information|details)|(?:share|pass|disclose) you (?:personal )?(?:data|information|details) (?:with|on)|(?:any|some|many) (?:question|right|cookie|employee|partner|supplier|detail|photo|invoice)[’']s|no longer need (?:is|are)|(?:find|value|values|respect|respects|protect|protects|about|of|for) you privacy|(?:is|are) (?:use|store|keep|share|process|delete) (?:for|in|by|on|until|with)|by (?:click|send|write|fill|visit) (?:on|to|us|an|the|a|our|in)|this (?:information|policy|statement|notice|consent) are|take (?:your|the|our) \p{L}*(?: \p{L}+){0,4} very serious)(?!\p{L})/iu,
    new RegExp(`\\b(?:${verbsBeforeS})[’']s\\b`, 'iu'),
    new RegExp(
      `\\b(?:${nounsInA})[’']s(?=[.,;)]|$| (?:are|in|on|at|of|for|that|which|and|or|to|we|you|from|with|around)\\b)`,
      'iu',
    ),
    /\bthere (?:are|were) (?:(?:no|some|many|also|several) )?(?:\p{Ll}+ )?\p{Ll}+[’']s(?! \p{Ll}+(?:s|ing)\b)/iu,
    /, than (?:we|you|they|he|she|it|the|our|your) \p{Ll}/iu,
    /^Than (?:we|you|they|he|she|it) \p{Ll}/u,
    new RegExp(
      `\\b(?:of|in|for|with|about|to|from|by|under|using|all|any|such) this (?!(?:${endingInS})\\b)\\p{Ll}{3,}[^\\Wsiu]s\\b`,
      'u',
    ),
    /\bWelcome (?:at|by) (?=\p{Lu}|our (?:web)?site)/u,
    /\b(?:explain(?:s|ed)? (?:you|them) (?:how|what|why|that|which|our|the)|please contact with|discuss about|responsible of|depends? of|according (?!to\b|as\b)(?:the|our|your|article)|since (?:\d+|many|two|three|five|ten) years|(?:data|information|which|that|and|when|how) (?:we|they) (?:collecting|processing|using|storing|sharing|keeping|sending|deleting))\b/iu,
    /(?<![\p{L}\p{N}’'-])(?!(?:that|had|is|do|in|on|you|her) )(\p{Ll}{2,}|a) \1(?![\p{L}\p{N}’'-])/u,
  ],
};
