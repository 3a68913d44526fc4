import { durationsIn } from '../../facts/duration.ts';
import type { RetentionFact } from '../../facts/facts.ts';
import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const retentionTerms: TextRule = {
  id: 'L10',
  severity: 'error',
  kind: 'missing',
  law: '13(2)(a), 5(1)(e)',
  what: {
    nl: 'Voor de belangrijkste gegevens ontbreekt een bewaartermijn of een criterium met een beginmoment.',
    en: 'The main data have no period and no criterion with a start event.',
  },
  advice: {
    nl: 'Noem per categorie een bewaartermijn of een toetsbaar criterium met startmoment.',
    en: 'Give a period or a testable criterion with its start event for each category.',
  },
  judge: (text) => {
    const terms = text.facts.retention.filter(
      ({ value, sentence }) =>
        isTestable(value, sentence.text) &&
        !isAside(text, sentence) &&
        !text.saysIn('keep-too-wide', sentence),
    );
    const told = terms.filter(
      ({ value, sentence }) => isOfMost(value) || durationsIn(sentence.text).length > 1,
    );
    // What is kept for as long as it is of use leaves the terms beside it exceptions.
    const wide = text.hits('keep-too-wide').some(({ sentence }) => ofMain.test(sentence.text));
    const enough =
      told.length > 0 ||
      terms.length > 2 ||
      (!wide && ((terms.length > 0 && !text.matches(openRest)) || terms.length > 1));
    return enough ? [] : text.missing('not-longer', 'kept-by-law');
  },
};

/** Of the people a statement is for, or of all that is known of them. */
function isOfMost({ what }: RetentionFact): boolean {
  return /\b(?:client|customer|member|patient|pupil|student|tenant|guest|user|donor|all|everything|file|account|klant|lid|leden|leerling|huurder|gast|gebruiker|donateur|alles|dossier|gegevens|data|details|record)/iu.test(
    what,
  );
}

/** What people think of as their data. */
const ofMain =
  /\b(?:your|personal|client|customer|all|our) (?:data|information|details|files?|records?)|\b(?:gegevens|persoonsgegevens|dossiers?|klantgegevens|bestanden)\b|\bthe rest\b|\bde rest\b|everything else|al het andere/iu;
/** Where all the rest is kept as long as is needed, a single term is an exception. */
const openRest =
  /(?:\brest\b|\bother|overige|\bandere|personal data|your (?:data|information)|persoonsgegevens|uw gegevens|je gegevens)[^.]{0,80}(?:as long as|no longer than|longer than|zo ?lang|niet langer dan)[^.]{0,60}(?:nodig|noodzakelijk|necessary|need|required|wenselijk|desirable|useful|nuttig|relevant)|(?:no|not|n[’']t|geen|niet)\b[^.]{0,25}\b(?:dates?|periods?|terms?|termijn(?:en)?)\b[^.]{0,30}\b(?:rest|other|others|overige|andere)\b/iu;
/** Of the side matters alone a term says nothing about the main data. */
const aside =
  /camera|cctv|cookie|sollicit|applica|dieet|dietary|allerg|accessib|back-?up|gespreksopname|opnames? van|recording|footage|wifi|wi-fi|\blogs?\b|logboek|logbestand/iu;
/** Of the books alone it says nothing about what people think of as their data. */
const books =
  /^(?:(?:de|het|onze|alle|uw|the|our|all|your|financiële|fiscale|financial|tax) )*(?:facturen|factuur(?:gegevens)?|rekeningen|administratie|(?:financiële )?boekhouding|boekhoudkundige gegevens|belastinggegevens|(?:fiscale|financiële) (?:stukken|gegevens|administratie|bewaarplicht)|jaarstukken|betaalgegevens|invoices|accounts|bookkeeping|books|(?:tax|accounting|financial|billing|invoice) (?:records|data|documents|papers|information))(?: (?:en|and) (?:(?:de|het|the|our) )?(?:facturen|rekeningen|administratie|boekhouding|invoices|accounts|bookkeeping))?$/iu;
/** What is only said to be shorter, or what is left out of a term, is none. */
const vague =
  /\b(?:a|generally) shorter (?:period|time)|\bkorter(?:e tijd| bewaard| dan)\b|\b(?:except|behalve) (?:when|where|if|als|wanneer)\b/iu;
/** What is kept no shorter has no end. */
const minimum = /minimum|minimaal|ten ?minste|minstens|at least|not less than/iu;
const open =
  /nodig|nuttig|handig|wenselijk|relevant|noodzakelijk|necessary|need|useful|desirable|permitted|allowed|required|like|may continue|\bmatters?\b|belang|doeleinden|purposes?\b|blijven bewaren|\balways\b|\baltijd\b/iu;

function isTestable({ period, event, statutory, what }: RetentionFact, sentence: string): boolean {
  if (statutory || books.test(what.trim()) || aside.test(what) || minimum.test(sentence)) return false;
  if (
    aside.test(sentence) &&
    /^(?:de |the )?(?:opnames?|recordings?|images|beelden|them|ze|die)$/iu.test(what)
  )
    return false;
  return period !== null || (event !== null && !open.test(sentence) && !vague.test(sentence));
}

const sideTitle =
  /camera|cctv|cookie|sollicit|applic|apply|vacanc|vacature|\bjobs?\b|work(?:ing)? (?:for|with|at) us|werken bij/iu;

/** A part about cameras, cookies or those who apply only says how long those are kept. */
function isAside(text: LintedText, { section }: Sentence): boolean {
  return sideTitle.test(text.document.sections[section]?.titles.at(-1) ?? '');
}
