import type { TextRule } from '../lint-rule.ts';

export const privacyContact: TextRule = {
  id: 'L04',
  severity: 'warning',
  kind: 'missing',
  law: '13(1)(b), 37',
  what: {
    nl: 'Er is geen functionaris gegevensbescherming en geen ander vast aanspreekpunt voor privacy.',
    en: 'There is no data protection officer and no other contact point for privacy.',
  },
  advice: {
    nl: 'Meld de FG, of leg intern vast waarom er geen FG nodig is en noem een contactpunt.',
    en: 'Give the contact of the DPO, or keep a memo why none is needed and name a contact point.',
  },
  judge: (text) =>
    text.says('privacy-contact') || (text.isOfOnePerson && text.says('asked-about-privacy'))
      ? []
      : text.missing('invites-questions'),
};
