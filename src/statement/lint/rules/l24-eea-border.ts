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
  judge: (text) =>
    faultsAt(
      text
        .hitsWithout('eu-border', 'goods-abroad')
        .filter(({ sentence }) => namesUnion.test(sentence.text.replace(area, ' '))),
    ),
};

const area = /Europe(?:se|an) Econom(?:ische|ic) (?:Ruimte|Area)|(?<!\p{L})E[EU]?\/?(?:EA|ER)(?!\p{L})/giu;

/** Where the area is named right, a border is only wrong beside the Union. "Europe" is vague, and no name of the Union. */
const namesUnion =
  /(?<!\p{L})(?:E\.?U\.?|European|Europese|Union|Unie|[Nn]on-EU|EU-\p{L}+|[Ll]idsta\p{L}+|[Mm]ember [Ss]tates?)(?!\p{L})/u;
