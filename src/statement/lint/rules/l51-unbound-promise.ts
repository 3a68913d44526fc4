import type { PolicyRule } from '../lint-rule.ts';

export const unboundPromise: PolicyRule = {
  id: 'L51',
  severity: 'warning',
  kind: 'misleading',
  law: '5(2)',
  what: { nl: 'Een belofte is niet aan een controle gebonden.', en: 'A promise is not bound to a check.' },
  advice: {
    nl: 'Bind de zin aan haar belofte: :promise[…]{ids="P36"}. "gestand statement read" maakt een opzet.',
    en: 'Bind the sentence to its promise: :promise[…]{ids="P36"}. "gestand statement read" makes a draft.',
  },
  judge: ({ document, promises }) => {
    const bound = new Set(document.sentences.flatMap(({ promiseIds }) => promiseIds));
    return promises
      .filter(({ id, confidence }) => confidence >= sure && !bound.has(id))
      .map(({ id, sentence, start }) => ({ sentence, start, detail: id }));
  },
};

/** A binding is asked only for what is plainly a promise. */
const sure = 0.8;
