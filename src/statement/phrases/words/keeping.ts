import type { WordsByLanguage } from './words-by-language.ts';

/** Keeping data and being rid of them. */
export const keepingWords: WordsByLanguage = {
  nl: {
    'wider-measure': [
      'nuttig|nut|handig|relevant|relevantie|wenselijk|gewenst|waardevol|waarde|interessant|zinvol|bruikbaar|dienstig|opportuun|voordelig',
      'van pas|nut|waarde|dienst|betekenis',
      'zakelijk|zakelijke|commercieel|commerciele|bedrijfsmatige reden|redenen|belang|belangen|behoefte',
    ],
    store: ['bewaar*|bewaart|bewaren|bewaard|opslaan|opgeslagen|slaan|opslag|aanhouden|vasthouden'],
    erase: [
      'verwijder*|wissen|wis|wist|gewist|wissing|vernietig*|weggooi*|weggegooid|opruim*|opgeruimd|schrap*|geschrapt|opgeschoond|opschonen|vergeten|vergetelheid|vergetelheid|overschreven|overschrijven|versnipper*|anonimiser*|geanonimiseerd|weghalen|weggehaald|uitgewist|kwijt|versnipperd|vervalt|verdwijn*|weg|ruimen|verbrand*|papiervernietiger',
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
