import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const mandatoryData: TextRule = {
  id: 'L14',
  severity: 'warning',
  kind: 'missing',
  law: '13(2)(e)',
  what: {
    nl: 'Er staat niet welke gegevens verplicht zijn en wat er gebeurt als iemand ze niet geeft.',
    en: 'It is not said which data must be given, and what happens otherwise.',
  },
  advice: {
    nl: 'Zeg welke gegevens verplicht zijn en wat er gebeurt als iemand ze niet geeft.',
    en: 'Say which data are mandatory and what follows when they are not given.',
  },
  judge: (text) =>
    saysAtOnce(text) || saysInTurn(text) || saysInColumns(text) ? [] : text.missing('name-or-address'),
};

/** One sentence that says what one must give, or need not, and what follows. */
function saysAtOnce(text: LintedText): boolean {
  return text
    .hitsWithout('must-give', 'must-give-aside')
    .some(
      ({ sentence }) => !isOfOther(text, sentence) && !isVague(text, sentence) && !onlyFrees(text, sentence),
    );
}

const frees =
  /\boptional|\bvoluntary|up to you|free to|your (?:own )?choice|need not|not (?:have|need|obliged|required) to|vrijwillig|optioneel|facultatief|niet verplicht|\bhoef|leeg (?:laten|blijven)|open laten/iu;
const ofRest = /\b(?:the rest|others?|else|de rest|overige|andere|verder)\b/iu;
const ofAll =
  /\b(?:nothing|none|anything|everything(?! else)|all (?:questions|fields|answers)|any of|nobody|no one|niets|niemand|alles|alle vragen|nergens|geen enkel\p{L}*)\b/iu;
const follows =
  /\b(?:cannot|can[’']?t|can not|unable|not (?:be )?(?:able|possible)|impossible|without|otherwise|unless|but then|consequence|zonder|anders|dan (?:kunnen|kan|mogen|wordt|krijg)|gevolg|maar dan)/iu;

/** That the rest may be left out does not say what one must give. */
function onlyFrees(text: LintedText, sentence: Sentence): boolean {
  return (
    frees.test(sentence.text) &&
    ofRest.test(sentence.text) &&
    !ofAll.test(sentence.text) &&
    !near(text, sentence).some((each) => follows.test(each.text))
  );
}

/** Which data one must give, and in the same sentence or one near it what happens without them. */
function saysInTurn(text: LintedText): boolean {
  return text
    .hitsWithout('or-else', 'must-give-aside')
    .some(
      ({ sentence }) =>
        !isOfOther(text, sentence) &&
        !isVague(text, sentence) &&
        near(text, sentence).some((each) => text.saysIn('must-have', each) && !isOfOther(text, each)),
    );
}

/** The sentence, the two before it and the one after, of one paragraph. */
function near({ document }: LintedText, { at, block, section }: Sentence): readonly Sentence[] {
  return document.sentences.filter(
    (each) =>
      each.section === section &&
      each.at >= at - 2 &&
      each.at <= at + 1 &&
      (each.at === at || each.block === block),
  );
}

/** A table with one column for what one must give and one for what follows. */
function saysInColumns({ document }: LintedText): boolean {
  return document.sentences.some(
    ({ kind, introduction }) =>
      kind === 'row' &&
      /\bmust|mandatory|required|compulsory|obligatory|verplicht|\bmoet/iu.test(introduction) &&
      /\bif (?:you|not)|otherwise|without|consequence|\bals (?:je|u)\b|anders|zonder|gevolg|niet geeft/iu.test(
        introduction,
      ),
  );
}

const otherTitle =
  /cookie|\brights?\b|recht(?!sgrond)|share|delen|ontvang|recipient|beveilig|secur|bewa(?:ar|ren)|how long|retention|klacht|complain|wijzig|change/iu;

function isOfOther({ document }: LintedText, { section }: Sentence): boolean {
  return otherTitle.test(document.sections[section]?.titles.at(-1) ?? '');
}

/** "Without certain data", "if you do not give us your data" does not say which. */
const anyData =
  /\b(?:without|not (?:wish to |want to )?(?:give|provide|supply|share)(?: us)?(?: with)?|refuse to (?:give|provide|supply)(?: us)?|zonder) (?:(?:your|certain|some|any|personal|this kind of|uw|je|bepaalde|sommige|persoonlijke) )*(?:data|information|details|persoonsgegevens|gegevens)\b|\b(?:uw|je|bepaalde|sommige) (?:persoons)?gegevens niet (?:verstrekt|geeft|deelt|wilt (?:geven|delen|verstrekken))|in some cases\b[^.]{0,60}\b(?:in others|compulsory|mandatory)/iu;
const pointsBack =
  /\b(?:fields?|asterisk|star|marked|velden|vakjes|sterretje|deze gegevens|die gegevens|\p{L}*(?:adres|naam|nummer|bewijs|datum)|names?|address|e-?mail|numbers?|birth|iban|these data|those data|data in (?:the|this)|listed|above|genoemde|overledene)\b/iu;

function isVague(text: LintedText, sentence: Sentence): boolean {
  return (
    anyData.test(sentence.text) &&
    !pointsBack.test(sentence.text) &&
    !near(text, sentence).some((each) => each !== sentence && text.saysIn('must-have', each))
  );
}
