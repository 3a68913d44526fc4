import type { TextSearch } from '../concepts/text-search.ts';
import type { Sentence } from '../reading/document.ts';
import type { ControllerFacts, Fact } from './facts.ts';

const name =
  "[\\p{Lu}][\\p{L}\\p{N}'’.&-]*(?: (?:[\\p{Lu}&][\\p{L}\\p{N}'’.&-]*|de|het|van|en|der|den|of|and|the|in|op|ten|ter|voor|for|te)){0,6}";
const legalForm =
  'B\\.?V\\.?|N\\.?V\\.?|V\\.?O\\.?F\\.?|C\\.?V\\.?|U\\.?A\\.?|Ltd\\.?|Limited|LLP|PLC|plc|Inc\\.?|LLC|GmbH|CLG|CIC|Oy|DAC|Coöperatie|C\\.?I\\.?O\\.?';

/** Who is responsible, in the order of how sure each way of saying it is. */
const namePatterns: readonly RegExp[] = [
  new RegExp(`(${name} (?:${legalForm}))(?![\\p{L}])`, 'u'),
  new RegExp(`(?:verwerkingsverantwoordelijke|controller|verantwoordelijke)(?: is|:|,) (${name})`, 'u'),
  new RegExp(
    `((?:Stichting|Vereniging|Coöperatie|Maatschap|[\\p{Lu}][\\p{L}]*(?:vereniging|stichting|coöperatie)) ${name})`,
    'u',
  ),
  new RegExp(
    `(${name}),? (?:is de (?:verwerkings)?verantwoordelijke|is the (?:data )?controller|is responsible for|is een|is a )`,
    'u',
  ),
  new RegExp(`(?:run|owned|operated) by (${name})`, 'u'),
  new RegExp(`(${name})(?: and its affiliates)? ?\\(?["“(].{0,30}(?:we|wij)["”)]`, 'u'),
];

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/u;
const phone =
  /(?<![\p{L}\p{N}./-])(?:\+\d{1,3}|\(?0\d{1,4}\)?)[\s-]?(?:\(0\))?\d{1,4}(?:[\s-]?\d{2,4}){1,4}(?!\d|[\p{L}])/u;
const website =
  /(?:https?:\/\/|www\.)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}(?:\/[\p{L}\p{N}._~-]{1,60}){0,6}/u;
const authoritySite =
  /autoriteitpersoonsgegevens|dataprotection\.ie|ico\.org|gegevensbeschermingsautoriteit|edpb\.|europa\.eu/;
const streetNl =
  /[\p{Lu}][\p{L}'’. -]{2,40} \d{1,4}[a-zA-Z]?(?:-\d{1,4})?, ?\d{4} ?[A-Z]{2},? [\p{Lu}][\p{L}'’ -]{1,30}/u;
const streetNlPlain =
  /(?:[\p{Lu}][\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3} \d{1,4}[a-zA-Z]?|Postbus \d{1,6})(?=,| in | te |\.)(?:,? (?:in |te )?[\p{Lu}][\p{L}'’-]+(?: [\p{Lu}][\p{L}'’-]+)?)?/u;
/** "Molenweg 14 te Zutphen": a street by its ending, a number and a town need no word that says it is an address. */
const streetInTown =
  /\p{Lu}[\p{L}'’.-]*(?:weg|straat|laan|plein|kade|gracht|dijk|singel|steeg|hof|pad|markt|plantsoen|park|baan|dreef|ring|wal|haven|brink|plaats) \d{1,4}[a-zA-Z]?(?:-\d{1,4})?,? (?:te|in) \p{Lu}[\p{L}'’-]+(?: (?:aan|op|bij) (?:de|den|het) \p{Lu}[\p{L}-]+| \p{Lu}[\p{L}'’-]+)?/u;
const streetEn =
  /\d{1,4}[a-z]? [\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3}(?:, [\p{Lu}][\p{L}'’ .-]{1,30}){1,4}(?:,? [A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}| [A-Z]\d{2} [A-Z0-9]{4})?/u;
const seat =
  /(?:gevestigd (?:te|in|aan de|aan het)|statutair gevestigd te|registered (?:seat|office) (?:is )?(?:in|at)|based in|seat in) ([\p{Lu}][\p{L}'’-]+(?: [\p{Lu}][\p{L}'’-]+){0,2})/u;
const register =
  /(?:kvk|k\.v\.k\.|kamer van koophandel|handelsregister|chamber of commerce|trade register|company|charity|registered|registration|companies house)[^.;]{0,80}?\b(\d{6,9}|[A-Z]{2}\d{6})\b/iu;

export function controllerFacts(search: TextSearch): ControllerFacts {
  const { sentences } = search.document;
  const first = (find: (text: string) => string | undefined): Fact<string> | null => {
    for (const sentence of sentences) {
      const value = find(sentence.text);
      if (value !== undefined)
        return {
          value: value.replace(/[.,;:]+$/, (end) => (end === '.' && /\b[BNV]\.V\.$/.test(value) ? end : '')),
          sentence,
        };
    }
    return null;
  };
  const own = (text: string) =>
    [...text.matchAll(new RegExp(website, 'gu'))].find(([found]) => !authoritySite.test(found))?.[0];
  return {
    name: nameOf(sentences),
    tradeRegister: first((text) => register.exec(text)?.[1]),
    address: addressOf(sentences),
    email: first((text) => email.exec(text)?.[0]),
    phone: first((text) => phoneIn(text)),
    website: first(own),
    contact: contactOf(search),
  };
}

function nameOf(sentences: readonly Sentence[]): Fact<string> | null {
  for (const pattern of namePatterns)
    for (const sentence of sentences) {
      const found = pattern.exec(sentence.text)?.[1];
      if (found !== undefined && !startsSentence.test(found)) return { value: trimName(found), sentence };
    }
  return titleName(sentences);
}

/** Words that begin a sentence with a capital and no name. */
const startsSentence =
  /^(Als|Alle|De|Het|Een|In|Met|Met|Om|Op|Van|Voor|Wij|We|Uw|Je|Onze|Dit|Deze|The|This|Our|Your|If|For|We|When|All|Any|It|That|Each)(?: [\p{Ll}]|$)/u;

function trimName(found: string): string {
  return found
    .replace(/^(?:Deze webwinkel is van|De|Het|The|Wij zijn|We are|Our|Onze) /u, '')
    .replace(/(?: (?:de|het|van|en|of|and|the|in|op|te|voor|for))+$/u, '')
    .replace(/['’]s$/u, '');
}

/** The name in the title of the page: "Privacy statement of …", "Privacy bij …", "… : privacy". */
function titleName(sentences: readonly Sentence[]): Fact<string> | null {
  const title = sentences.find(({ kind }) => kind === 'heading') ?? sentences[0];
  if (title === undefined) return null;
  const parts =
    /(?:privacy ?-?\p{L}*|statement|policy|notice|verklaring|reglement)\s*(?:[:–—|-]|of|van|bij|at|for|voor)?\s+(?:het |de |the )?(.{3,50})$/iu.exec(
      title.text,
    );
  const before = /^(.{3,50}?)\s*[:–—|-]\s/u.exec(title.text);
  const value = parts?.[1] ?? before?.[1];
  return value === undefined || /^(you|u|je|jou|this|our|onze)\b/i.test(value)
    ? null
    : { value: value.trim(), sentence: title };
}

function phoneIn(text: string): string | undefined {
  const found = phone.exec(text)?.[0];
  const digits = found?.replace(/\D/g, '').length ?? 0;
  return digits >= 9 && digits <= 13 ? found?.trim() : undefined;
}

function addressOf(sentences: readonly Sentence[]): Fact<string> | null {
  const near = sentences.filter(
    ({ text }) => !/autoriteit persoonsgegevens|protection (?:commission|authority)|commissioner/i.test(text),
  );
  for (const pattern of [streetNl, streetEn])
    for (const sentence of near) {
      const found = pattern.exec(sentence.text)?.[0];
      if (found !== undefined) return { value: found, sentence };
    }
  for (const find of [plainStreet, seatOf])
    for (const sentence of near) {
      const found = find(sentence.text);
      if (found !== undefined) return { value: found, sentence };
    }
  return null;
}

function plainStreet(text: string): string | undefined {
  if (/adres|kantoor|praktijk|office|post/i.test(text)) return streetNlPlain.exec(text)?.[0];
  return streetInTown.exec(text)?.[0];
}

function seatOf(text: string): string | undefined {
  return seat.exec(text)?.[1];
}

const officer =
  /functionaris (?:voor )?(?:de )?gegevensbescherming|data protection officer|privacy ?officer|privacy ?-?(?:coördinator|coordinator|contactpersoon|functionaris|lead|manager)|\bFG\b|\bDPO\b/iu;
const before = new RegExp(
  `(?:^|[.,;:] |voor privacy |contact |aan |ask )((?:onze|our|de|the|${name})(?: [\\p{L}]+){0,4}?)(?: \\(|,| is | gaat | looks | answers | handles )`,
  'u',
);

function contactOf(search: TextSearch): Fact<string> | null {
  for (const { sentence } of search.find('privacy-contact')) {
    const found = officer.exec(sentence.text)?.[0] ?? before.exec(sentence.text)?.[1];
    if (found !== undefined && !/does not oblige|geen functionaris/i.test(sentence.text))
      return { value: found, sentence };
  }
  return null;
}
