import type { TextSearch } from '../concepts/text-search.ts';
import type { Sentence } from '../reading/document.ts';
import type { Fact, RecipientFact, RecipientRole } from './facts.ts';
import { countryCode, placesIn } from './places.ts';
import { companiesIn } from './recipient-names.ts';

const title =
  /wie |derden|ontvang|verstrek|delen|deelt|doorge|verwerkers|\bwho\b|share|sharing|recipient|disclos|pass |others|third part|supplier|partners|processors/iu;
const otherTitle =
  /recht|\brights?\b|klacht|complain|wie wij zijn|wie zijn|who we are|who runs|who is|wie is|van wie|lek\b|doorgifte|hoe lang|veilig|cookie|contact/iu;

/** Kinds that say nothing of who somebody is. */
const vague =
  /^(?:onze |our |the |de |andere |other |and |some )*(?:derden?|andere|anderen|partijen|partners?|dienstverleners?|leveranciers?|third part(?:y|ies)|service providers?|providers?|suppliers?|vendors?|affiliates|helpers|correspondents|subcontractors|onderaannemers|toeleveranciers|companies|bedrijven|partner(?:bedrijven|organisaties)|organisaties|organisations|professional advisers)\b/iu;
const kindNl =
  'accountant\\p{L}*|boekhouder|administratiekantoor|deurwaarder|incassobureau|gemeente|wijkteam|politie|justitie|belastingdienst|bank(?! (?:account|detail|card|statement|number|transfer))|zorgverzekeraars?|verzekeraars?|verzekeringspartner|importeur|pakketbezorger|bezorg\\p{L}*|drukker\\p{L}*|huisarts|specialist|uwv|pensioenfonds|arbodienst|inleners?|opdrachtgevers?|aannemers|installateurs|adviseurs|systeembeheerders?|hostingpartij\\p{L}*|softwareleverancier|extern software ?bedrijf|\\p{L}*bond|ggd|school|scholen|notaris|advocaat|koerier|postbedrijf|schoonmaakbedrijf|waarnemer|collega-\\p{L}+|salarisadministrateur|uitgever|laboratori\\p{L}+|ziekenhuis|apotheek|apotheker';
const kindEn =
  'accountants?|bookkeeper|auditors?|bank(?! (?:accounts?|details|cards?|statements?|numbers?|transfers?))|council|municipality|police|bailiff|insurers?|courier|carrier|payroll (?:bureau|provider)|printers?|solicitors?|lawyers?|tax office|revenue|hmrc|laundry|taxi firms?|debt collect\\p{L}+|cleaners?|caretaker|owners?|manufacturers?|exam boards?|department of education|inspectorate|university|universities|next school|hosting company|company that hosts[^,.;]*|software (?:house|supplier)|payment (?:provider|processor)|advisers|delivery (?:company|firm)|laborator(?:y|ies)|hospitals?|pharmacy|pharmacies';
const kinds = new RegExp(
  `(?<!\\p{L})(?:(?:onze|de|een|het|our|the|a|an) )?(?:\\p{L}+ )?\\b(?:${kindNl}|${kindEn})(?: (?:en|and) (?:de |het |the )?(?:${kindNl}|${kindEn}))?(?!\\p{L})`,
  'giu',
);
const receives =
  /krijg|ontvan|host|beheert|verzorgt|verstuur|draait|verwerkt|inschakel|gebruik|programma|bezorgt|ziet|aan:|werken .{0,20}met|receiv|runs|handles|hosts|keeps|sends|prints|maintain|process|provides|address|takes|is given|sees|collects|may inspect|do work|stores|manages|uses? |ask|share|disclos|pass/iu;
const trackers =
  /\b(?:Google Analytics|Google|Meta|Facebook|LinkedIn|TikTok|Instagram|YouTube|Hotjar|Mailchimp|Microsoft|Matomo|Stripe|PayPal|Vimeo|Twitter|Pinterest)\b/gu;

/** Who else receives data, by name or by kind, with what the statement says of them. */
export function recipientFacts(search: TextSearch): readonly Fact<RecipientFact>[] {
  const found: Fact<RecipientFact>[] = [];
  for (const sentence of search.document.sentences) found.push(...recipientsIn(search, sentence));
  const best = new Map<string, Fact<RecipientFact>>();
  for (const each of found) {
    const key = each.value.name.toLowerCase().replace(/^(?:de|het|een|onze|our|the|a|an) /, '');
    const known = best.get(key);
    best.set(key, known === undefined ? each : merged(known, each));
  }
  return [...best.values()];
}

function merged(known: Fact<RecipientFact>, other: Fact<RecipientFact>): Fact<RecipientFact> {
  const { value } = known;
  return {
    ...known,
    value: { ...value, role: value.role ?? other.value.role, country: value.country ?? other.value.country },
  };
}

function recipientsIn(search: TextSearch, sentence: Sentence): readonly Fact<RecipientFact>[] {
  const { kind, text } = sentence;
  if (kind === 'heading' || kind === 'lead') return [];
  const own = search.document.sections[sentence.section]?.titles.at(-1) ?? '';
  const inSection = title.test(own) && !otherTitle.test(own);
  const names = new Set<string>();
  if (inSection && kind === 'item') for (const name of leadNames(text)) names.add(name);
  if (inSection && kind === 'row') names.add(sentence.cells[0] ?? '');
  const receiving = inSection || search.saysIn('others-receive', sentence);
  if (receiving && kind !== 'item' && kind !== 'row') for (const name of namesWithVerb(text)) names.add(name);
  if (
    receiving &&
    kind !== 'row' &&
    !/recht|klacht|complain/iu.test(own) &&
    (inSection || receives.test(text))
  )
    for (const [name] of text.matchAll(kinds))
      if (names.size === 0 || kind !== 'item')
        names.add(name.trim().replace(/^(?:aan|to|with|met|and|en|of|or) /iu, ''));
  if (receiving)
    for (const name of companiesIn(text))
      if (![...names].some((known) => known.includes(name) || name.includes(known))) names.add(name);
  for (const name of trackersIn(search, sentence)) names.add(name);
  const vagueName = inSection || receiving ? vagueIn(text) : [];
  return [...names, ...vagueName]
    .map((name) => name.trim())
    .filter(
      (name) =>
        name.length > 1 &&
        name.length < 60 &&
        countryCode(name) === null &&
        !/^(?:u|uw|you|your|we|wij|dat|this|it|zij|they)$/iu.test(name),
    )
    .map((name) => ({
      sentence,
      value: {
        name,
        role: roleOf(search, sentence),
        country: countryOf(sentence, name),
        specific: !vague.test(name),
      },
    }));
}

/** "Northrack Oy (Finland): hosting", "BetaalVast, onze betaalpartner: …", "the laundry and taxi firms, who …". */
function leadNames(text: string): readonly string[] {
  const lead = /^([^:(,;]{2,60}?)(?=\s*[:(,;]| (?:in|from|te|waar|die|which|who|that)\s|$)/u.exec(text)?.[1];
  return lead === undefined || lead.split(' ').length > 7 ? [] : [lead.replace(/\.$/, '')];
}

function namesWithVerb(text: string): readonly string[] {
  const verbs =
    'host(?:s|t)?|beheert|verzorgt|ontvang(?:t|en)|krijg(?:t|en)|verstuurt|draait|verwerkt|runs?|handles?|keeps?|sends?|prints?|maintains?|receives?|collects?|takes?|addresses|stores?|processes|looks after|bezorgt|drukt|manages|print';
  const name =
    "(?:[\\p{Lu}][\\p{L}\\p{N}'’.-]*(?: (?:[\\p{Lu}&][\\p{L}\\p{N}'’.&-]*)){0,3}|[Dd]e \\p{L}+(?: en (?:de|het) \\p{L}+)?)";
  const pattern = new RegExp(
    `(?<![\\p{L}])(?<!\\bthe )(${name})(?: \\([^)]{1,40}\\))?(?:,[^,]{1,60},)? (?:${verbs})(?![\\p{L}])`,
    'gu',
  );
  const placed =
    /(?:staat|staan|draait|bewaard|opgeslagen|gehost|hosted|stored|kept|with|via|bij|in|door|by) ([\p{Lu}][\p{L}\p{N}]+(?: [\p{Lu}&][\p{L}\p{N}&]*){0,2})(?=, (?:een|a|an|het|the|onze|our)|\s\()/gu;
  return [...text.matchAll(pattern), ...text.matchAll(placed)]
    .map(([, found = '']) => found)
    .filter(
      (found) =>
        !/^(?:Wij|We|U|Je|You|Zij|They|Dit|This|That|Deze|Het|It|Wie|Who|Hij|She|He|Everyone|Iedereen|Alle|All|Each|Onze|Our|De gegevens|De verwerker|De verwerking|Medewerkers|Staff|If|Ook|Zelf|De meeste)\b/u.test(
          found,
        ),
    );
}

function trackersIn(search: TextSearch, sentence: Sentence): readonly string[] {
  const { text } = sentence;
  const used = ['trackers', 'named-outsiders', 'tracker-payload', 'outside-eea', 'tracker-consent'] as const;
  if (!used.some((concept) => search.saysIn(concept, sentence))) return [];
  const found = [...new Set([...text.matchAll(trackers)].map(([name]) => name))];
  return found.filter((name) => name !== 'Google' || !found.includes('Google Analytics'));
}

function vagueIn(text: string): readonly string[] {
  const words =
    /\b(?:our |onze )?(?:affiliates|service providers|partners|third parties|helpers|correspondents|subcontractors|onderaannemers|toeleveranciers|derden|dienstverleners|leveranciers of hostingpartijen|leveranciers|vendors)\b/giu;
  return [...text.matchAll(words)].map(([name]) => name).slice(0, 4);
}

function roleOf(search: TextSearch, sentence: Sentence): RecipientRole | null {
  const next = search.document.sentences[sentence.at + 1];
  const near = `${sentence.text} ${next !== undefined && next.block === sentence.block && /^(?:zij|ze|they|these|deze|each)\b/iu.test(next.text) ? next.text : ''}`;
  if (/jointly|joint controller|gezamenlijk/iu.test(near)) return 'joint-controller';
  if (
    /in their own right|zelf (?:verwerkings)?verantwoordelijk|eigen verantwoordelijkheid|own controller|a controller/iu.test(
      near,
    )
  )
    return 'controller';
  if (/\b(?:geen|niet|not|no)\b.{0,30}(?:verwerker|bewerker|processor)/iu.test(near)) return null;
  return /\bverwerkers?\b|\bprocessors?\b|on our behalf|in onze opdracht|only on our instructions|under a contract with every clause/iu.test(
    near,
  )
    ? 'processor'
    : null;
}

function countryOf(sentence: Sentence, name: string): string | null {
  const { text } = sentence;
  const at = text.indexOf(name);
  const after = ownPart(text.slice(at, at + 130), name);
  const bracket = /^[^(:;]{1,60}\(([\p{Lu}][\p{L} ]{2,25}|the Netherlands)\)/u.exec(after)?.[1];
  const inTown = /^[^.;]{0,70}? (?:uit|in|te|from) ((?:the )?[\p{Lu}][\p{L}-]+)/u.exec(
    after.slice(name.length),
  )?.[1];
  return bracket ?? placesIn(after)[0]?.text ?? inTown ?? null;
}

/**
 * What is said of this recipient and not of the next one. After a kind ("your insurer") a comma goes on to another; after a name it
 * can begin what that is ("Northrack, a firm in Finland"), and two names can have one country.
 */
function ownPart(after: string, name: string): string {
  const named = /^(?:\p{Lu}|(?:de|het|onze|the|our) \p{Lu})/u.test(name);
  const next = named
    ? /;|\.\s|,? (?:and|en|or|of|as well as|evenals|alsmede) (?!\p{Lu})/u
    : /[;,]|\.\s| (?:and|en|or|of|as well as|evenals|alsmede) /u;
  const rest = after.slice(name.length);
  const end = rest.search(next);
  return end === -1 ? after : after.slice(0, name.length + end);
}
