import { durationsIn, type SaidDuration } from '../../facts/duration.ts';
import type { TextRule } from '../lint-rule.ts';

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
      .some(({ sentence }) => sameDay.test(sentence.text) || durationsIn(sentence.text).some(isInTime))
      ? []
      : text.missing('breach-notice'),
};

const sameDay =
  /(?:nog )?(?:die)?zelfde (?:dag|avond)|same day|on the day|(?:eerst)?volgende (?:werk)?dag|next (?:working |business )?day|\betma(?:al|len)\b/iu;

/** Seventy-two hours or less. */
function isInTime({ duration }: SaidDuration): boolean {
  const [, amount = '0', unit] = /^P(?:T(?=\d+H))?(\d+)([DH])$/.exec(duration) ?? [];
  return Number(amount) > 0 && Number(amount) <= (unit === 'D' ? 3 : 72);
}
