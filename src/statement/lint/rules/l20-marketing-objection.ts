import type { TextRule } from '../lint-rule.ts';

export const marketingObjection: TextRule = {
  id: 'L20',
  severity: 'error',
  kind: 'missing',
  law: '21(2)-(4)',
  what: {
    nl: 'Er is reclame, en geen bezwaar daartegen en geen manier om zich af te melden.',
    en: 'There is marketing, and neither objection to it nor a way to unsubscribe.',
  },
  advice: {
    nl: 'Noem het absolute recht van bezwaar tegen direct marketing apart en opvallend, met afmeldweg.',
    en: 'Present the absolute objection to direct marketing clearly and separately, with a way out.',
  },
  judge: (text) =>
    !text.hasMarketing ||
    text.hitsWithout('marketing-objection', 'about-pictures').length > 0 ||
    text.hitsWithout('marketing-stops', 'about-pictures').length > 0
      ? []
      : text.missing('marketing'),
};
