import type { Hit } from '../concepts/text-search.ts';
import type { LintedText } from './linted-text.ts';

/** Calls that sell, of which it is not said that people asked for them. */
export function sellingCalls(text: LintedText): readonly Hit[] {
  if (text.deniesMarketing) return [];
  return text
    .hitsWithout('marketing-phone', 'withdraw', 'calls-with-consent', 'calls-about-else', 'own-matter')
    .filter(({ sentence }) => sentence.kind !== 'lead');
}

/** Advertising that comes by post, of which it is not said that people asked for it. */
export function advertisingPost(text: LintedText): readonly Hit[] {
  if (text.deniesMarketing) return [];
  return text
    .hitsWithout('marketing-post', 'post-about-else', 'own-matter')
    .filter(({ sentence }) => sentence.kind !== 'lead');
}
