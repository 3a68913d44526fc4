import type { Sentence } from '../../reading/document.ts';
import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const jointControllers: TextRule = {
  id: 'L27',
  severity: 'error',
  kind: 'missing',
  law: '26; C-210/16, C-40/17',
  what: {
    nl: 'Er zijn pagina’s op sociale media, deelknoppen of pixels, en niets over gezamenlijke verantwoordelijkheid.',
    en: 'There are pages on social media, share buttons or pixels, and not a word on joint responsibility.',
  },
  advice: {
    nl: 'Voor bedrijfspagina’s en ingesloten tags bent u vaak gezamenlijk verantwoordelijk; meld de kern van de regeling.',
    en: 'For pages and embedded tags you are often joint controller; publish the essence of the arrangement.',
  },
  judge: (text) => {
    const pages = text.hitsWithout('social-pages', 'no-social-pages', 'social-else');
    return pages.length === 0 || tellsOfJointness(text) ? [] : text.missingAt(...pages);
  },
};

/** Being responsible together for something else, such as a list of members, says nothing of the pages. */
function tellsOfJointness(text: LintedText): boolean {
  return text
    .hitsWithout('joint-controllers', 'apart-responsible')
    .some(({ sentence }) => isAboutMedia(text, sentence));
}

const media =
  /facebook|instagram|linkedin|tiktok|twitter|youtube|pinterest|snapchat|whatsapp|\bmeta\b|\bx\b|social|sociale|pixel/iu;

/** Whether the sentence, what it stands under or what leads up to it speaks of such a service. */
function isAboutMedia(text: LintedText, { at, section, introduction, text: own }: Sentence): boolean {
  const { sentences, sections } = text.document;
  const before = sentences.slice(Math.max(0, at - 4), at).filter((each) => each.section === section);
  const titles = sections[section]?.titles.slice(1) ?? [];
  return media.test([...titles, introduction, ...before.map((each) => each.text), own].join(' '));
}
