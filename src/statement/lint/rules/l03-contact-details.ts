import type { TextRule } from '../lint-rule.ts';

export const contactDetails: TextRule = {
  id: 'L03',
  severity: 'error',
  kind: 'missing',
  law: '13(1)(a), 12(2)',
  what: {
    nl: 'Er is geen e-mailadres, telefoonnummer, postadres of formulier om u tot te wenden.',
    en: 'There is no e-mail address, telephone number, postal address or form to turn to.',
  },
  advice: {
    nl: 'Geef een e-mailadres, telefoonnummer of postadres voor privacyvragen.',
    en: 'Give an e-mail address, telephone number or postal address for privacy requests.',
  },
  judge: (text) => {
    const { email, phone, address } = text.facts.controller;
    if (email !== null || phone !== null || (address !== null && /\d/.test(address.value))) return [];
    const form =
      /contactformulier|webformulier|contact form|web ?form|(?:formulier|form)\b[^.]{0,80}(?:www\.|https?:|website|\bsite\b|\.[a-z]{2,}\b)|(?:www\.|https?:|website|\bsite\b)[^ ]{0,80}[^.]{0,60}(?:formulier|form)\b/iu;
    return text.matches(form) ? [] : text.missing('invites-questions');
  },
};
