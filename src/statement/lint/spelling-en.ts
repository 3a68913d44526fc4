import type { KnownMistakes } from './known-mistakes.ts';

const misspelt =
  'recieve[sd]?|transparant\\w*|relevent|independant|seperate(?:ly)?|occured|adress(?:es)?|informations|priviledged?|neccessary|accomodat\\w+|proccess\\w*|datas|adviced|untill|wich|thier|responsability|independant|maintainance|definately|publically|commited|transfered|refered|occurence|existance|withold|garantee\\w*|acces|enviroment|beleive|acheive|succesful|sucessful|consenting to consent|personel data|agreemnt|permision|permitions?|unathorised|unauthorized acces|lenght|reciept|calender|adherance|questionaire|concious|arguement|begining|buisness|goverment|knowlege|liase|liason|millenium|noticable|persue|posession|prefered|reccom\\w+|relevent|rember|tommorrow|truely|usefull|wether|writting|similiar|aswell|alot|thankyou|everytime';
const plural =
  "has|is|was|does|doesn[’']t|keeps|uses|collects|shares|stores|sends|processes|asks|needs|deletes|receives|gives|makes";
const vowel =
  'e-?mail|address|invoice|identity|account|individual|employee|agreement|order|authority|officer|application|explanation|objection|answer|incident|owner|hour|automated|electronic|independent|error|issue|enquiry|appointment|overview';
const consonant =
  'user|unique|university|European|website|person|contract|customer|member|service|request|company|supplier|data|privacy|new|legal|complaint|copy';

export const englishMistakes: KnownMistakes = {
  patterns: [
    new RegExp(`\\b(?:${misspelt})\\b`, 'iu'),
    new RegExp(
      `\\b(?:and|if|that|when|which|because|data|^)? ?(?:we|they) (?:${plural})\\b(?! (?:that|what|to))`,
      'iu',
    ),
    new RegExp(`\\ba (?:${vowel})\\b`, 'iu'),
    new RegExp(`\\ban (?:${consonant})\\b`, 'iu'),
    /\b(?:you[’']re (?:data|rights?|details|information|privacy|consent|personal)|your welcome|it[’']s (?:own|purpose|website|customers|staff|members)|their is|there own|of it[’']s|should of|could of|would of|who[’']s data|your[’']s|more longer|can not longer|(?:he|she|it) (?:have|do not|don[’']t)\b|does not has|did not (?:received|gave)|has been delete\b|will be (?:delete|store|keep|process|inform|erase)\b|are (?:store|keep|process|delete)\b|have the right for|right of to|in case if|we will not never|personal informations|an? personal data(?! (?:breach|request|processing|protection))|each others data|childrens data|customers data|the companies (?:own|policy)|members data|parents consent)\b/iu,
    /\ba (?:\p{L}+ )?(?:provision|part|clause|person|user|company|request|party)\b[^.,;]{0,40} are\b/iu,
    /\b(?:we|i|they|you|to|will|can|would|strongly|always|please|and|they'll) advice (?:you|to|that|them|everyone|people|against|clients|customers|our)\b/iu,
    /\b(?:we|they|you|i|to|will|would|can) (?:loose|chose to|except your (?:request|consent)|effect your rights)\b/iu,
    /\b(?:for|of|in|on|with|by|from|use|about|change|protect|delete|see|keep|give|withdraw) there (?:own|\p{L}+(?:ion|ment|ship|data|name|names|address|details|rights?|consent|privacy|account|work|job|duties|tasks|behalf|request))\b/iu,
    /^(?:\d[\d.]*\s+)?(?:(?:The|Our|All|Your|These|Those|Most|Some|Many) )?(?:employees|members|parties|users|customers|clients|companies|suppliers|processors|requests|records|files|rights|persons|people|photos|photographs|visitors|tenants|patients|parents|guests|students|complaints|cookies|details|invoices|measures|providers|colleagues|volunteers|teachers|applicants|recordings|images|backups)(?: of (?:the|our) \p{L}+)? (?:has|is|was|takes|does|needs|gets|goes|comes|receives|contains|remains)\b/iu,
    /\b(?:informed|inform|explained|protected|secured) (?:you |them |it )?(?:sufficient|adequate|proper|correct|clear|careful)(?=[.,;]|$| (?:and|about|of)\b)/iu,
    /\b(?:the|a|in|into|from|available in|our|under|every|or|and) (?:dutch|english|european|german|french|belgian|british|irish|american)\b(?=[ .,])/u,
    /\b(?:we (?:takes|respects|values|protects|offers|works|wants|tries|provides|handles|reserves)|is been|(?:sell|use|store|process|protect) you (?:personal )?(?:data|information|details)|(?:share|pass|disclose) you (?:personal )?(?:data|information|details) (?:with|on)|(?:any|some|many) (?:question|right|cookie|employee|partner|supplier|detail|photo|invoice)[’']s|no longer need (?:is|are)|(?:find|value|values|respect|respects|protect|protects|about|of|for) you privacy|(?:is|are) (?:use|store|keep|share|process|delete) (?:for|in|by|on|until|with)|by (?:click|send|write|fill|visit) (?:on|to|us|an|the|a|our|in)|this (?:information|policy|statement|notice|consent) are|take (?:your|the|our) \p{L}*(?: \p{L}+){0,4} very serious)(?!\p{L})/iu,
    /\b(the|a|of|and|to|for|with|we|your|our|in|on|is|are|will) \1\b/iu,
  ],
  subjectWords: [
    'information',
    'personal',
    'processing',
    'processor',
    'processors',
    'controller',
    'consent',
    'retention',
    'deletion',
    'erasure',
    'rectification',
    'restriction',
    'portability',
    'objection',
    'authority',
    'protection',
    'supervisory',
    'legitimate',
    'interests',
    'obligation',
    'obligations',
    'security',
    'confidential',
    'confidentiality',
    'necessary',
    'purposes',
    'recipients',
    'transfers',
    'safeguards',
    'complaint',
    'complaints',
    'withdraw',
    'marketing',
    'newsletter',
    'disclosure',
    'customers',
    'employees',
    'agreement',
    'provider',
    'providers',
    'technical',
    'organisational',
    'appropriate',
    'measures',
    'regulation',
    'privacy',
    'statement',
    'telephone',
  ],
};
