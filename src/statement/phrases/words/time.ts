import type { WordsByLanguage } from './words-by-language.ts';

/** Terms, and how fast. */
export const timeWords: WordsByLanguage = {
  nl: {
    period: [
      'etmalen|etmaal',
      'avond|ochtend|kwartalen',
      'uur|uren|dag|dagen|*werkdagen|werkdag|etmaal|week|weken|maand|maanden|jaar|jaren|kwartaal|jaartje|seizoen|kalenderjaar|boekjaar|schooljaar',
    ],
    number: [
      'zestien|zeventien|negentien|eenentwintig|vierentwintig|achtentwintig|achtenveertig|tweeenzeventig|vijftig|tachtig|honderd',
      'een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|achttien|twintig|dertig|veertig|zestig|negentig|half|halve|anderhalf|anderhalve|paar|enkele',
      '0*|1*|2*|3*|4*|5*|6*|7*|8*|9*',
    ],
    term: ['{number} {period}', '{number} {number} {period}', '{number} * {period}', '24u|48u|72u|14daagse'],
    immediately: [
      'per omgaande',
      'binnen een dag',
      'zo snel .. lukt|mogelijk',
      'onverwijld|meteen|direct|onmiddellijk|terstond|dadelijk|spoedig|dezelfde_dag',
      'zo snel mogelijk',
      'zo spoedig mogelijk',
      'zonder vertraging|uitstel|dralen',
      'zonder onredelijke vertraging',
      'zo gauw .. kunnen|kan',
      'zo snel als .. kunnen|kan',
      'zo snel we|wij kunnen',
      'nog dezelfde dag',
      'gelijk|tijdig',
      'dezelfde dag nog?',
      'op tijd',
      'zo vlug mogelijk',
      'zonder|onmiddellijke vertraging',
    ],
    month: [
      'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec',
    ],
    'in-force': [
      'geldt|gelden|geldig|geldige|kracht|werking|ingang|bindt|binden|bindend|bindende|gebonden|vervangt|toepassing|telt|tellen',
      'houden .. daaraan|eraan',
      'gaat|gaan in',
    ],
    'put-up': [
      'hangt|hangen|hing|opgehangen|staat|staan|ligt|plaatsen|plaatsing|geplaatst|online|gepubliceerd|publiceren|publicatie|verschijnt|verschijnen|verschenen|zetten|gezet|neergelegd',
    ],
    'now-and-then': [
      'regelmatig|geregeld|periodiek|vaker',
      'af en toe',
      'nu en dan',
      'zo nu en dan',
      'van tijd tot tijd',
      'nog eens',
    ],
  },
  en: {
    period: [
      'hour|hours|day|days|week|weeks|month|months|year|years|fortnight|quarter|working|business|calendar|season|term|workdays',
    ],
    number: [
      'forty|fifty|hundred|thirteen|sixteen|seventeen|nineteen',
      'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|eighteen|twenty|twentyone|thirty|sixty|ninety|half|several|few|seventytwo|fortyeight|twentyfour|fortyfive|twentyeight|thirtysix',
      '0*|1*|2*|3*|4*|5*|6*|7*|8*|9*',
    ],
    term: [
      '{number} {period}',
      '{number} {number} {period}',
      '{number} * {period}',
      'fortnight',
      'half a year',
    ],
    immediately: [
      'immediately|promptly|straightaway|forthwith|instantly|swiftly|quickly|soonest',
      'without undue|unnecessary? delay',
      'without delay',
      'at once',
      'straight away',
      'right away',
      'as soon as .. can|possible|practicable|know',
      'the same day',
      'no delay',
      'in good time',
      'as quickly as',
    ],
    month: [
      'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec',
    ],
    'in-force': [
      'applies|apply|applicable|force|binds|bind|bound|binding|replaces|replace|effect|effective|valid|counts|count|governs',
      'work|go by',
    ],
    'put-up': [
      'hangs|hang|hung|pinned|pin|online|published|publish|publication|posted|post|posting|put|placed|place|appears|appeared|up|uploaded',
    ],
    'now-and-then': [
      'regularly|periodically|often|occasionally|frequently',
      'now and then|again',
      'from time to time',
      'every so often',
      'once in a while',
      'every now and',
    ],
  },
};
