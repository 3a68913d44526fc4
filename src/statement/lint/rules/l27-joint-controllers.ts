import type { TextRule } from '../lint-rule.ts';

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
  judge: (text) =>
    text.hitsWithout('social-pages', 'no-social-pages').length === 0 || text.says('joint-controllers')
      ? []
      : text.missing('social-pages'),
};
