import type { PolicyRule } from '../lint-rule.ts';

/** Parts of the Kingdom outside the European Union: third countries for chapter V. */
const caribbean: Readonly<Record<string, RegExp>> = {
  AW: /aruba/iu,
  BQ: /bonaire|sint eustatius|saba|caribisch nederland|caribbean netherlands/iu,
  CW: /cura[çc]ao/iu,
  SX: /sint maarten|st\.? maarten/iu,
};

export const caribbeanTransfer: PolicyRule = {
  id: 'L52',
  severity: 'warning',
  kind: 'missing',
  law: '44',
  what: {
    nl: 'Een ontvanger zit in het Caribische deel van het Koninkrijk, en de tekst noemt die doorgifte niet.',
    en: 'A recipient is in the Caribbean part of the Kingdom, and the text does not name that transfer.',
  },
  advice: {
    nl: 'Caribisch Nederland (BES), Aruba, Curaçao en Sint Maarten zijn geen EER: behandel ze als derde land.',
    en: 'The Caribbean Netherlands, Aruba, Curaçao and Sint Maarten are not in the EEA: treat them as third countries.',
  },
  judge: (text, { policy }) =>
    [...policy.recipients.values()]
      .filter(({ country }) => {
        const names = Object.hasOwn(caribbean, country) ? caribbean[country] : undefined;
        return names !== undefined && !text.matches(names);
      })
      .map(({ name }) => ({ sentence: null, start: 0, detail: name })),
};
