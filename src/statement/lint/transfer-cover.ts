import type { Hit } from '../concepts/text-search.ts';
import { placesIn, placesWithoutDecision, type SaidPlace } from '../facts/places.ts';
import type { Sentence } from '../reading/document.ts';
import { type LintedText, oncePerSentence } from './linted-text.ts';

/** Where data go to a place for which no sentence that reaches it names a mechanism: one for one party says nothing of another. */
export function placesWithoutMechanism(text: LintedText): readonly Hit[] {
  const named = mechanismsNamed(text);
  return destinations(text).filter(({ sentence }) =>
    placesWithoutDecision(sentence.text).some(
      (place) => !named.some((mechanism) => covers(text, mechanism, sentence, place)),
    ),
  );
}

/** Where a valid mechanism stands: not where the one that is named is void or is said not to be there. */
export function mechanismsNamed(text: LintedText): readonly Sentence[] {
  return text.hits('mechanism').flatMap(({ sentence }) => {
    const asserted = sentence.text.replace(denied, '…');
    if (text.saysIn('privacy-shield', sentence)) return hard.test(asserted) ? [sentence] : [];
    return asserted === sentence.text || text.saysInWords('mechanism', sentence, asserted) ? [sentence] : [];
  });
}

function destinations(text: LintedText): readonly Hit[] {
  return oncePerSentence([
    ...text.hitsWithout('outside-eea', 'not-abroad', 'goods-abroad'),
    ...text.hitsWithout('named-outsiders', 'not-abroad', 'goods-abroad'),
  ]).filter(({ sentence }) => goesThere.test(sentence.text));
}

function covers(text: LintedText, mechanism: Sentence, sentence: Sentence, place: SaidPlace): boolean {
  const american = framework.test(mechanism.text);
  if (american && place.code === 'US') return true;
  if (american && !forAnyCountry.test(mechanism.text)) return false;
  if (mechanism.at === sentence.at) return true;
  const said = withWhatItRefersTo(text, mechanism);
  const places = placesIn(said).filter(({ eea }) => !eea);
  if (places.some(({ code }) => code === place.code)) return true;
  if (general.test(mechanism.text) || namesIn(said).some((name) => namesIn(sentence.text).includes(name)))
    return true;
  if (places.length > 0) return false;
  return mechanism.section === sentence.section && !ofAnotherEntry(mechanism, sentence);
}

/** "For that we rely on the clauses" speaks of what the sentence before it says. */
function withWhatItRefersTo({ document }: LintedText, { at, block, kind, text }: Sentence): string {
  const before = document.sentences[at - 1];
  return kind === 'sentence' && before?.block === block ? `${before.text} ${text}` : text;
}

/** Who is called by a name. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\p{L})\p{Lu}\p{L}{2,}/gu)]
    .map(([name]) => name)
    .filter((name) => !noParty.test(name) && placesIn(name).length === 0);
}

const noParty =
  /^(?:The|This|That|These|With|For|All|Our|Your|Its|From|Where|When|And|Some|Each|Both|Data|European|Europese|Commission|Commissie|Union|Unie|Economic|Area|Economische|Ruimte|Privacy|Framework|Standard|Contractual|Clauses|United|States|Verenigde|Staten|GDPR|AVG|Onze|Deze|Die|Dat|Met|Voor|Het|Een|Alle|Daar\p{L}*|Hier\p{L}*|Wij|Zij)$/u;

/** An item or row speaks of its own party. */
function ofAnotherEntry(one: Sentence, other: Sentence): boolean {
  if (one.kind === 'row') return one.at !== other.at;
  if (one.kind !== 'item') return false;
  return other.kind === 'item' && (other.first || one.at > other.at + 1 || one.first);
}

/** The framework between the Union and the United States holds for no other country. */
const framework = /privacy framework|\bDPF\b|kader voor gegevensbescherming/iu;

const forAnyCountry =
  /\bSCCs?\b|clauses|standard (?:\p{L}+ )?contract|model ?(?:contract|bepaling|clausule)|standaard\p{L}* ?(?:contract|bepaling|clausule)|contractbepaling|binding corporate|\bBCRs?\b|bindende bedrijfs|arti(?:cle|kel) 4[69]|explicit consent|uitdrukkelijke toestemming/iu;

const hard =
  /\bSCCs?\b|standard (?:\p{L}+ ){0,2}(?:clauses|contract)|model ?(?:contract|bepaling|clausule|clauses)|standaard\p{L}* ?(?:contract|bepaling|clausule)|contractual clauses|contractbepaling|binding corporate|\bBCRs?\b|bindende bedrijfs|(?:data )?privacy framework|\bDPF\b|adequacy|adequaatheid|commissi(?:on|e)\b|arti(?:cle|kel) 4[569]|explicit consent|uitdrukkelijke toestemming/iu;

const denied =
  /\b(?:no|not|without|never|lacks?|geen|niet|zonder|nooit)\b(?: \p{L}+){0,3} (?:adequacy(?: decision)?|adequaatheidsbesluit|adequate?|adequaat|standard contractual clauses|modelcontract\p{L}*|standaardcontract\p{L}*|data privacy framework)/giu;

/** What is said of every transfer there is. */
const general =
  /\btransfers?\b|outside|third countr|\b(?:each|every|all|any|both|these|those|whenever|wherever|always)\b|doorgift|buiten|derde land|(?<!\p{L})(?:elke?|iedere?|alle|allemaal|beide|allebei|deze|die|zulke|steeds|telkens|altijd)(?!\p{L})/iu;

/** Who is only from there, and what is only sent or sold there, takes no data along. */
const goesThere =
  /\bdata\b|information|gegevens|\bname\b|naam|details|server|stor(?:e|age)|opslag|opgesla|opslaa|host|support|help(?:desk|line)|call ?cent|processor|verwerker|access|toegang|inzien|meekijk|view|agents|medewerkers|staff|team|transfer|doorg|(?:send|sent|pass|share)\b|stur|fabriek|factory|maker|manufacturer|supplier|leverancier|company|bedrijf|provider|aanbieder|based in|gevestigd/iu;
