import { kindsIn, namesHandedTo, rolesHandedTo } from '../../facts/recipient-names.ts';
import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const recipientsNamed: TextRule = {
  id: 'L15',
  severity: 'warning',
  kind: 'missing',
  law: '13(1)(e), 15(1)(c); C-154/21',
  what: {
    nl: 'De ontvangers staan er niet met naam of als duidelijke soort.',
    en: 'Recipients are not listed by name or by specific kind.',
  },
  advice: {
    nl: 'Publiceer de (soorten) ontvangers; houd een actuele namenlijst klaar voor inzageverzoeken.',
    en: 'Publish the recipients or their kinds; keep a named list ready for access requests.',
  },
  judge: (text) => {
    const named = text.facts.recipients.filter(
      ({ value, sentence }) => value.specific && !outsiders.test(value.name) && tellsWho(text, sentence),
    );
    const vague = text.facts.recipients.filter(({ value }) => !value.specific);
    if (vague.length === 0 && text.says('no-recipients')) return [];
    const known = new Set(named.map(({ value }) => value.name.toLowerCase()));
    for (const kind of kindsToldIn(text)) known.add(kind.toLowerCase());
    const enough = vague.length === 0 ? 1 : 2;
    return known.size >= enough && vague.length < 3 ? [] : text.missing('others-receive');
  },
};

/** Kinds that say enough, in sentences about who receives data. */
function kindsToldIn(text: LintedText): readonly string[] {
  const told = [
    ...text.hits('others-receive'),
    ...text.hits('recipient-kinds').filter(({ sentence }) => handing.test(sentence.text)),
  ].map(({ sentence }) => sentence);
  return told
    .filter((sentence) => tellsWho(text, sentence))
    .flatMap(({ text: said }) => [...kindsIn(said), ...namesHandedTo(said), ...rolesHandedTo(said)])
    .filter((name) => !outsiders.test(name) && !noKind.test(name));
}

/** What is said of those who are no processors, of whom data come from, or of the text itself does not tell who receives them. */
const saidOfOthers = ['not-processor', 'agreement-lacking', 'change-by-itself', 'marketing-follows'] as const;

function tellsWho(text: LintedText, sentence: Sentence): boolean {
  if (looseExamples.test(sentence.text) || aside.test(sentence.text)) return false;
  if (saidOfOthers.some((concept) => text.saysIn(concept, sentence))) return false;
  return !text.saysIn('source-other', sentence) || giving.test(sentence.text);
}

/** Who is only named, such as the photographer who comes by, receives nothing yet. */
const handing =
  /\b(?:shar|disclos|pass|provid|giv|send|sent|forward|receiv|gets?\b|hand|goes|go to|sees?\b|access|engag|hir|uses?\b|work|help|process|stor|host|run|keep|print|deliver|collect|pay|bill|via|through|by (?:a|an|the|our)\b|to (?:a|an|the|our|your)\b)|verstrek|\bdel(?:en|t)\b|gedeeld|doorge|\bge(?:ven|eft)\b|stuur|sturen|krijg|ontvang|inschakel|schakel|gebruik|werk|help|verwerk|bewaar|beheer|host|bezorg|incass|betaal|\bvia\b|\bdoor\b|\baan\b|\bnaar\b/iu;
const giving =
  /\b(?:share|shares|shared|disclose|pass|passes|provide|give|send|sends|forward)\b|verstrek|\bdel(?:en|t)\b|doorge|\bgeven\b|doorsturen/iu;
/** Those whose scripts run on a page, or who come with an order, are another matter than those who receive what one gives. */
const outsiders =
  /^(?:Google|Meta|Facebook|LinkedIn|TikTok|Instagram|YouTube|Twitter|Pinterest|Hotjar|Criteo|Matomo)|politie|justitie|police|court|belastingdienst|tax (?:office|authorit)|gemeente\b|municipality|privacy shield/iu;
/** Examples, and lists that end in whoever else there may be. */
const looseExamples =
  /bijvoorbeeld|zoals|onder andere|waaronder|such as|for example|for instance|including|among others|\b(?:and|or|en|of|met|with|to|aan) (?:any |all |alle )?(?:other|andere|overige) (?:\p{L}+ )?(?:parties|partijen|derden|companies|bedrijven|organi[sz]ations|organisaties|providers|dienstverleners|suppliers|leveranciers|relaties|relations)\b/iu;
/** What the organisation is itself, where links lead, and what a photographer does. */
const aside = /^(?:as|als) (?:an?|een) |\blinks?\b|\bphoto|\bfoto/iu;
const noKind = /\b(?:have|data|no|not|geen) processors?$|\bphotographers?$|\bsurveyors?$|\btaxateurs?$/iu;
