import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const appDescribed: TextRule = {
  id: 'L43',
  severity: 'info',
  kind: 'misleading',
  law: '13; Tw 11.7a',
  what: {
    nl: 'Er is een eigen app, zonder dat rechten, SDK’s of meldingen zijn beschreven.',
    en: 'There is an app of its own, and permissions, SDKs or notifications are not described.',
  },
  advice: {
    nl: 'App genoemd: beschrijf app-rechten, SDK’s en meldingen.',
    en: 'App mentioned: describe permissions, SDKs and notifications.',
  },
  judge: (text) =>
    text.says('app-described') ? [] : faultsAt(text.hitsWithout('own-app', 'no-own-app').slice(0, 1)),
};
