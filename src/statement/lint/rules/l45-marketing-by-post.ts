import { basesIn } from '../../facts/purposes.ts';
import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';
import { advertisingPost } from '../marketing-sent.ts';

export const marketingByPost: TextRule = {
  id: 'L45',
  severity: 'info',
  kind: 'misleading',
  law: '13(1)(c), 21(2)',
  what: {
    nl: 'Reclame per post staat er zonder eigen kanaal en grondslag.',
    en: 'Marketing by post stands there without a channel and basis of its own.',
  },
  advice: {
    nl: 'Post is een ander kanaal dan e-mail: noem kanaal en grondslag apart.',
    en: 'Post is another channel than e-mail: name channel and basis separately.',
  },
  judge: (text) =>
    faultsAt(
      advertisingPost(text).filter(
        ({ sentence }) => !basisOfItsOwn(text, sentence) && !basisTold(text, sentence),
      ),
    ),
};

/** A row or item of its own about post alone, with its basis. */
function basisOfItsOwn(text: LintedText, sentence: Sentence): boolean {
  const tied = text.facts.purposes.some(
    (purpose) =>
      purpose.sentence.section === sentence.section &&
      (purpose.sentence === sentence || purpose.sentence.kind === 'lead') &&
      purpose.value.bases.length > 0,
  );
  return tied && sentence.kind !== 'sentence' && !otherChannel.test(sentence.text);
}

/** Beside the post or in the sentence after: "That rests on our interest". Two channels in one breath ask for two of them. */
function basisTold(text: LintedText, sentence: Sentence): boolean {
  if (otherChannel.test(sentence.text))
    return text.saysIn('basis-consent', sentence) && text.saysIn('post-with-basis', sentence);
  const next = text.document.sentences[sentence.at + 1];
  const told = (each: Sentence) => text.saysIn('post-with-basis', each) && basesIn(each.text).length <= 1;
  return told(sentence) || (next?.block === sentence.block && told(next));
}

/** What reaches people otherwise than by post: one basis for all of them is none of its own. */
const otherChannel =
  /e-?mail|(?<!\p{L})(?:digital|online )?news-?letters?|nieuwsbrie|(?<!\p{L})(?:sms|apps?|appjes?|texts?)(?!\p{L})/iu;
