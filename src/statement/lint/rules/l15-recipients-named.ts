import { kindsIn } from '../../facts/recipient-names.ts';
import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const recipientsNamed: TextRule = {
  id: 'L15',
  severity: 'warning',
  kind: 'missing',
  law: '13(1)(e), 15(1)(c); C-154/21',
  what: {
    nl: 'De ontvangers staan er niet met naam of als duidelijke soort.',
    en: 'Recipients are not listed by name or by specific kind.',
  },
  advice: {
    nl: 'Publiceer de (soorten) ontvangers; houd een actuele namenlijst klaar voor inzageverzoeken.',
    en: 'Publish the recipients or their kinds; keep a named list ready for access requests.',
  },
  judge: (text) => {
    const named = text.facts.recipients.filter(
      ({ value, sentence }) =>
        value.specific && !outsiders.test(value.name) && !looseExamples.test(sentence.text),
    );
    const vague = text.facts.recipients.filter(({ value }) => !value.specific);
    const known = new Set(named.map(({ value }) => value.name.toLowerCase()));
    for (const kind of kindsToldIn(text)) known.add(kind.toLowerCase());
    const enough = vague.length === 0 ? 1 : 2;
    return known.size >= enough && vague.length < 3 ? [] : text.missing('others-receive');
  },
};

/** Kinds that say enough, in sentences about who receives data. */
function kindsToldIn(text: LintedText): readonly string[] {
  const told = [...text.hits('others-receive'), ...text.hits('recipient-kinds')].map(
    ({ sentence }) => sentence,
  );
  return told
    .filter((sentence) => !looseExamples.test(sentence.text))
    .flatMap((sentence) => kindsIn(sentence.text));
}

/** Those whose scripts run on a page, or who come with an order, are another matter than those who receive what one gives. */
const outsiders =
  /^(?:Google|Meta|Facebook|LinkedIn|TikTok|Instagram|YouTube|Twitter|Pinterest|Hotjar|Criteo|Matomo)|politie|justitie|police|court/iu;
const looseExamples =
  /bijvoorbeeld|zoals|onder andere|waaronder|such as|for example|for instance|including|among others/iu;
