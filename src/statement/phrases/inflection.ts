import type { Language } from '../../domain/language.ts';
import { particleOf, singular } from './separable-verbs.ts';

/** The forms in which a verb or noun is written: "describe" is also "describes", "described" and "describing". */
export function formsOf(word: string, language: Language): readonly string[] {
  const forms = language === 'nl' ? dutchForms(word) : englishForms(word);
  return [...new Set([word, ...forms])];
}

/** Forms that no rule makes. */
const englishIrregular: Readonly<Record<string, string>> = {
  become: 'becomes becoming became',
  begin: 'begins beginning began begun',
  break: 'breaks breaking broke broken',
  build: 'builds building built',
  buy: 'buys buying bought',
  choose: 'chooses choosing chose chosen',
  come: 'comes coming came',
  deal: 'deals dealing dealt',
  find: 'finds finding found',
  get: 'gets getting got gotten',
  give: 'gives giving gave given',
  go: 'goes going went gone',
  hear: 'hears hearing heard',
  hold: 'holds holding held',
  keep: 'keeps keeping kept',
  know: 'knows knowing knew known',
  leave: 'leaves leaving left',
  let: 'lets letting',
  lose: 'loses losing lost',
  make: 'makes making made',
  meet: 'meets meeting met',
  put: 'puts putting',
  read: 'reads reading',
  run: 'runs running ran',
  say: 'says saying said',
  see: 'sees seeing saw seen',
  seek: 'seeks seeking sought',
  sell: 'sells selling sold',
  send: 'sends sending sent',
  set: 'sets setting',
  show: 'shows showing showed shown',
  sit: 'sits sitting sat',
  speak: 'speaks speaking spoke spoken',
  stand: 'stands standing stood',
  take: 'takes taking took taken',
  tell: 'tells telling told',
  think: 'thinks thinking thought',
  throw: 'throws throwing threw thrown',
  write: 'writes writing wrote written',
};

function englishForms(word: string): readonly string[] {
  const irregular = englishIrregular[word];
  if (irregular !== undefined) return irregular.split(' ');
  if (/[^aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${word}ing`];
  }
  if (/e$/.test(word)) return [`${word}s`, `${word}d`, `${word.replace(/e$/, '')}ing`];
  const third = /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
  // "stop" doubles its last letter, "answer" does not.
  const stem = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(word) ? `${word}${word.at(-1)}` : word;
  return [third, `${stem}ed`, `${stem}ing`, `${word}ed`, `${word}ing`];
}

/** What is strong or irregular in Dutch; "ontvangen" is as "vangen". */
const dutchStrong: Readonly<Record<string, string>> = {
  bieden: 'bood boden geboden',
  binden: 'bond gebonden',
  blijven: 'bleef bleven gebleven',
  brengen: 'bracht brachten gebracht',
  denken: 'dacht dachten gedacht',
  doen: 'doet deed deden gedaan',
  dragen: 'droeg droegen gedragen',
  dwingen: 'dwong gedwongen',
  eten: 'at gegeten',
  gaan: 'ga gaat ging gingen gegaan',
  geven: 'gaf gaven gegeven',
  hebben: 'heb heeft hebt had hadden gehad',
  houden: 'hield hielden gehouden',
  kiezen: 'koos kozen gekozen',
  kijken: 'keek keken gekeken',
  komen: 'kwam kwamen gekomen',
  kopen: 'kocht kochten gekocht',
  krijgen: 'kreeg kregen gekregen',
  laten: 'liet lieten gelaten',
  lezen: 'las lazen gelezen',
  lopen: 'liep liepen gelopen',
  nemen: 'nam namen genomen',
  roepen: 'riep geroepen',
  schrijven: 'schreef schreven geschreven',
  slaan: 'sloeg sloegen geslagen',
  sluiten: 'sloot sloten gesloten',
  spreken: 'sprak spraken gesproken',
  staan: 'stond stonden gestaan',
  treffen: 'trof troffen getroffen',
  trekken: 'trok trokken getrokken',
  vangen: 'ving vingen gevangen',
  verliezen: 'verloor verloren',
  vinden: 'vond vonden gevonden',
  vragen: 'vroeg vroegen gevraagd',
  weten: 'wist wisten geweten',
  wijzen: 'wees wezen gewezen',
  zenden: 'zond zonden gezonden',
  zien: 'zag zagen gezien',
  zoeken: 'zocht zochten gezocht',
  zeggen: 'zei zeiden gezegd',
  zwijgen: 'zweeg zwegen gezwegen',
};

/** A participle has no "ge" after these. */
const unstressed = /^(?:be|ge|her|ont|ver|er|onder|over|voor)/;

function dutchForms(word: string): readonly string[] {
  const particle = particleOf(word);
  if (particle !== null) return dutchForms(word.slice(particle.length)).map((form) => `${particle}${form}`);
  return [...presentOf(word), ...(strongForms(word) ?? weakForms(word))];
}

function presentOf(word: string): readonly string[] {
  return stemsOf(word).flatMap((stem) => [stem, stem.endsWith('t') ? stem : `${stem}t`]);
}

/** "informeren" is "informeer", "verbeteren" is "verbeter": which of the two cannot be seen, and the other is no word. */
function stemsOf(word: string): readonly string[] {
  const stem = singular(word);
  return /[^e]er$/.test(stem) ? [stem, stem.replace(/er$/, 'eer')] : [stem];
}

function strongForms(word: string): readonly string[] | null {
  const before = unstressed.exec(word)?.[0] ?? '';
  const whole = dutchStrong[word];
  if (whole !== undefined) return whole.split(' ');
  const forms = before === '' ? undefined : dutchStrong[word.slice(before.length)];
  return forms?.split(' ').map((form) => `${before}${form.replace(/^ge/, '')}`) ?? null;
}

function weakForms(word: string): readonly string[] {
  return stemsOf(word).flatMap((stem) => {
    const ending = /(?:[kfsptx]|ch)$/.test(stem) && !/[vz]en$/.test(word) ? 't' : 'd';
    const past = stem.endsWith(ending) ? stem : `${stem}${ending}`;
    const participle = unstressed.test(word) ? past : `ge${past}`;
    return [`${stem}${ending}e`, `${stem}${ending}en`, participle, `${participle}e`];
  });
}
