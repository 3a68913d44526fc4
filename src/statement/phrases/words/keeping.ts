import type { WordsByLanguage } from './words-by-language.ts';

/** Keeping data and being rid of them. */
export const keepingWords: WordsByLanguage = {
  nl: {
    'wider-measure': [
      'nuttig|nut|handig|relevant|relevantie|wenselijk|gewenst|waardevol|waarde|interessant|zinvol|bruikbaar|dienstig|opportuun|voordelig',
      'leerzaam|leerrijk|instructief|informatief|verhelderend|inzichtelijk|lucratief|lonend|aantrekkelijk|verstandig|raadzaam|praktisch|werkbaar|gunstig|profijtelijk|vruchtbaar|interessante|waardevolle|vermakelijk|aardig',
      'van pas|nut|waarde|dienst|betekenis|dienste',
      'voordeel|profijt|baat|heil|brood|muziek in|van',
      'waard is|zijn|kan',
      'iets|nog|wat waard',
      'helpt|helpen|leert|leren|vertelt|vertellen|zegt|zeggen|laat|laten|steunt|dient ons|we|wij .. begrijpen|leren|zien|verbeteren|weten|iets|wat|plannen',
      'ons .. helpt|helpen|leert|leren|zegt|zeggen .. begrijpen|zien|verbeteren|weten|iets|plannen?',
      'zakelijk|zakelijke|commercieel|commerciele|bedrijfsmatige reden|redenen|belang|belangen|behoefte',
    ],
    store: ['bewaar*|bewaart|bewaren|bewaard|opslaan|opgeslagen|slaan|opslag|aanhouden|vasthouden'],
    erase: [
      'verwijder*|wissen|wis|wist|gewist|wissing|vernietig*|weggooi*|weggegooid|opruim*|opgeruimd|schrap*|geschrapt|opgeschoond|opschonen|vergeten|vergetelheid|vergetelheid|overschreven|overschrijven|versnipper*|anonimiser*|geanonimiseerd|weghalen|weggehaald|uitgewist|kwijt|versnipperd|vervalt|verdwijn*|weg|ruimen|verbrand*|papiervernietiger|vervallen|weggedaan',
      'gooien|gooi|gooit ... weg',
      'halen|haal|haalt ... weg|af|uit',
      'ruimen|ruimt ... op',
    ],
    'ask-erase': [
      'verwijder*|wissen|wis|wist|gewist|wissing|vernietig*|weggooi*|weggegooid|schrap*|geschrapt|opruimen|vergeten|vergetelheid|weghalen|weggehaald|uitwissen|deleten',
      'laten .. verdwijnen',
      'weg .. doen|halen|laten|hebben',
      'gooien|gooi ... weg',
    ],
  },
  en: {
    /** What is wider than necessity, as what keeping is measured by. */
    'wider-measure': [
      'useful|usefulness|utility|handy|relevant|relevance|desirable|helpful|valuable|value|worth|worthwhile|interest|interesting|convenient|beneficial|expedient|opportune|profitable',
      'instructive|informative|insightful|illuminating|enlightening|educational|lucrative|promising|attractive|advantageous|sensible|wise|prudent|practical|practicable|workable|advisable|fruitful|rewarding|worth_something|entertaining',
      'help|helps|helped|aid|aids|assist|assists|teach|teaches|tell|tells|show|shows|give|gives|serve|serves us|our|the_company|the_club|colleagues .. understand|learn|learning|see|improve|plan|something|insight|better|know_who|how',
      'suit|suits|please|pleases|benefits|serves us|our|the_company|the_club|the_business',
      'to our advantage|benefit|profit',
      'see|sees .. value|advantage|benefit|profit|merit|point in',
      'good|worth|value|use to|for us|our|the_company',
      'of use|some_use|any_use|interest|value|benefit|service',
      'think|thinks|see|sees|deem|deems fit',
      'makes|make .. sense',
      'has|have a|some use|uses',
      'business|commercial reason|reasons|need|needs',
      'come|comes in handy',
    ],
    store: ['keep|keeps|kept|retain|retained|retention|store|stored|hold|held'],
    erase: [
      'delete|deletes|deleted|deletion|deleting|erase|erases|erased|erasure|erasing|destroy*|wipe|wipes|wiped|remove|removes|removed|removal|shred*|purge*|dispose*|discard*|overwritten|anonymis*|anonymiz*|forgotten|go|gone|burn*|binned|bin|expire*|cleared|cleared',
      'throw|throws|thrown ... out|away',
      'get rid of',
      'let go of',
      'take|taken|takes ... down|off',
    ],
    'ask-erase': [
      'delete|deletes|deleted|deletion|erase|erased|erasure|destroy|destroyed|wipe|wiped|remove|removed|removal|forget|forgotten|shred|shredded|bin|binned|gone|rid|scrub|scrubbed|disappear|vanish',
      'throw|thrown|threw ... out|away',
      'get rid of',
      'rub|rubbed .. out',
      'take|taken .. off|out',
    ],
  },
};
