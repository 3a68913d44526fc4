import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const eeaBorder: TextRule = {
  id: 'L24',
  severity: 'warning',
  kind: 'misleading',
  law: '44; EEA Agreement',
  what: {
    nl: 'De EU staat er als grens voor doorgifte; dat is de EER.',
    en: 'The EU is given as the border for transfers; it is the EEA.',
  },
  advice: {
    nl: 'Gebruik overal "EER"; EU en EER zijn niet hetzelfde (IJsland, Liechtenstein, Noorwegen).',
    en: 'Use "EEA" throughout; the EU is not the same (Iceland, Liechtenstein, Norway).',
  },
  judge: (text) => faultsAt(text.hitsWithout('eu-border', 'goods-abroad')),
};
