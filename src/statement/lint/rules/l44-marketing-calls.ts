import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';
import { sellingCalls } from '../marketing-sent.ts';

export const marketingCalls: TextRule = {
  id: 'L44',
  severity: 'warning',
  kind: 'misleading',
  law: 'Tw 11.7',
  what: {
    nl: 'Er kan voor reclame worden gebeld zonder toestemming.',
    en: 'People may be called for marketing without consent.',
  },
  advice: {
    nl: 'Bellen voor reclame mag bij consumenten alleen nog met toestemming, ook bij klanten.',
    en: 'Marketing calls to consumers need consent, also to customers.',
  },
  judge: (text) => {
    const calls = faultsAt(sellingCalls(text).filter(({ sentence }) => !asksConsentNext(text, sentence)));
    if (calls.length > 0) return calls;
    const numbers = text.hitsWithout('phone-for-marketing', 'marketing-phone', 'calls-with-consent');
    if (numbers.length > 0) return faultsAt(numbers.slice(0, 1));
    const channelOpen =
      text.hasMarketing &&
      !namesChannel(text) &&
      !text.says('calls-limited') &&
      // "We never ring to sell" names the channel as well.
      !text.hits('marketing-phone').some(({ sentence }) => denies.test(sentence.text)) &&
      text.says('phone-data');
    return channelOpen ? faultsAt(text.hits('phone-data').slice(0, 1)) : [];
  },
};

const denies = /\b(?:not|never|no|nobody|niet|nooit|geen|niemand)\b/iu;

/** Whether it is said by which way advertising comes: in so many words, or by the verb of a sentence about it. */
function namesChannel(text: LintedText): boolean {
  return (
    text.says('marketing-channel', 'marketing-consent') ||
    text.marketingSent.some(({ sentence }) => channel.test(sentence.text))
  );
}

/** An address that is kept, or mail beside other ways, names none for what goes by any of them. */
const channel =
  /(?:we|wij|you|by|via|per|an|een) (?:\p{L}+ )?e-?mails?(?!\p{L})|mailen|mailtje|appen|appje|news-?letter|nieuwsbrief|e-?mail[ -](?:letter|bulletin|digest)/iu;

/** "Calling you about a gift. That too only with your consent": what the sentence leaves out, the next one says. */
function asksConsentNext({ document }: LintedText, { at, block, section }: Sentence): boolean {
  const next = document.sentences[at + 1];
  const same = next?.block === block || (next?.section === section && next.first === false);
  return (
    same &&
    /\btoestemming\b|aangekruist|aangevinkt|\bconsent\b|\bpermission\b|\bticked\b/iu.test(next?.text ?? '')
  );
}
