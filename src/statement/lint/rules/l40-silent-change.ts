import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const silentChange: TextRule = {
  id: 'L40',
  severity: 'warning',
  kind: 'misleading',
  law: '13(3), 12',
  what: {
    nl: 'Een nieuwe tekst geldt door publicatie of verder gebruik, zonder dat iemand bericht krijgt.',
    en: 'A new text holds by publication or by further use, and nobody is told.',
  },
  advice: {
    nl: 'Een nieuwe versie geldt niet stilzwijgend: meld wezenlijke wijzigingen actief en vooraf.',
    en: 'New versions do not silently apply; announce material changes beforehand.',
  },
  judge: (text) => (text.says('change-announced') ? [] : faultsAt(text.hits('change-by-itself'))),
};
