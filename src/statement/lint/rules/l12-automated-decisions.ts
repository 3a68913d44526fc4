import type { TextRule } from '../lint-rule.ts';

export const automatedDecisions: TextRule = {
  id: 'L12',
  severity: 'warning',
  kind: 'missing',
  law: '13(2)(f), 22',
  what: {
    nl: 'Er staat niet of er geautomatiseerde besluiten of profielen zijn.',
    en: 'It is not said whether decisions are automated or people are profiled.',
  },
  advice: {
    nl: 'Zeg of er geautomatiseerde besluiten of profilering zijn (ook als het antwoord nee is).',
    en: 'Say whether there is automated decision-making or profiling, also when the answer is no.',
  },
  judge: (text) =>
    [...text.hits('automated-told'), ...text.hits('no-automated-decisions')].some(
      ({ sentence }) => !rightAlone.test(sentence.text),
    )
      ? []
      : text.missing(),
};

/** That one need not be judged by a computer says nothing of whether one is. */
const rightAlone =
  /^(?!.*(?:;|\b(?:but|maar|because|omdat)\b|\b(?:we|wij) (?:do|make|take|have|maken|nemen|doen|hebben)\b)).*\b(?:rights?|recht|rechten|may ask|mag|kunt)\b.{0,80}\b(?:not (?:to )?be|niet)\b.{0,40}\b(?:subject|profil|onderw[oe]rp)/iu;
