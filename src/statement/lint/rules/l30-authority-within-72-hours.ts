import { durationsIn, type SaidDuration } from '../../facts/duration.ts';
import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const authorityWithin72Hours: TextRule = {
  id: 'L30',
  severity: 'info',
  kind: 'missing',
  law: '33(1)',
  what: {
    nl: 'De 72 uur voor een melding bij de toezichthouder staan er niet.',
    en: 'The 72 hours for reporting to the authority are not mentioned.',
  },
  advice: {
    nl: 'Vermeld (aanbevolen) dat u ernstige datalekken binnen 72 uur bij de AP meldt.',
    en: 'Recommended: mention that you report serious breaches to the authority within 72 hours.',
  },
  judge: (text) =>
    text
      .hits('authority-told')
      .filter(({ sentence }) => !complaint.test(sentence.text) || breach.test(sentence.text))
      .some(({ sentence }) => tellsInTime(sentence.text) || tellsInTime(goingOn(text, sentence)))
      ? []
      : text.missing('breach-notice'),
};

/** "We report it to the authority. That is done within 72 hours": the sentence after it, when it goes on about that. */
function goingOn({ document }: LintedText, { at, section }: Sentence): string {
  const next = document.sentences[at + 1];
  return next?.section === section && goesOn.test(next.text) ? next.text : '';
}

const goesOn =
  /^(?:dat|dit|die melding|daarvoor|hiervoor|we do (?:so|this|that)|this|that|it|such)(?!\p{L})/iu;

/** A term beside the authority can be that for a complaint. */
const complaint = /klacht|klage|klaag|complain/iu;
const breach = /lek|inbreuk|incident|breach|leak/iu;

function tellsInTime(text: string): boolean {
  return sameDay.test(text) || durationsIn(text).some(isInTime);
}

const sameDay =
  /(?:nog )?(?:die)?zelfde (?:dag|avond)|same day|on the day|(?:eerst)?volgende (?:werk)?dag|next (?:working |business )?day|\betma(?:al|len)\b/iu;

/** Seventy-two hours or less. */
function isInTime({ duration }: SaidDuration): boolean {
  const [, amount = '0', unit] = /^P(?:T(?=\d+H))?(\d+)([DH])$/.exec(duration) ?? [];
  return Number(amount) > 0 && Number(amount) <= (unit === 'D' ? 3 : 72);
}
