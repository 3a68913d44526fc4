import type { TextRule } from '../lint-rule.ts';

export const otherSources: TextRule = {
  id: 'L13',
  severity: 'warning',
  kind: 'missing',
  law: '14(2)(f)',
  what: {
    nl: 'Er staat niet of gegevens ook van anderen dan de persoon zelf komen, en van wie.',
    en: 'It is not said whether data also come from others than the person, and from whom.',
  },
  advice: {
    nl: 'Noem bronnen buiten de betrokkene (werkgever, RDW, Handelsregister, partners).',
    en: 'Name the sources other than the person, or say that there are none.',
  },
  judge: (text) =>
    text.hitsWithout('source-other', 'source-various', 'source-aside').length > 0
      ? []
      : text.missing('source-vague', 'source-self'),
};
