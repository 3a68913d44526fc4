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
      .some(({ sentence }) =>
        /72|tweeënzeventig|seventy-two|drie (?:dagen|etmalen)|three days|(?:48|36|24|12) (?:uur|hours)/iu.test(
          sentence.text,
        ),
      )
      ? []
      : text.missing('breach-notice'),
};
