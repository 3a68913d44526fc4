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
