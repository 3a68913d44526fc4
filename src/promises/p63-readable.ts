import { atRisk, broken, freshWeekly, kept, type PromiseCheck } from './check.ts';
import { versionEvidence, withoutStatement } from './published-text.ts';
import { longWords, type Readability, readabilityOf } from './readability.ts';

const mostAverageWords = 20;
const mostLongShare = 0.25;
/** Nearer to the limit than this, the next sentence may cross it. */
const margin = 0.95;
/** Fewer sentences than this are no text of which a measure says anything. */
const fewestSentences = 5;

/** Art. 12(1), clear and plain language: short sentences, the part of level B1 that can be counted. */
export const p63: PromiseCheck<'P63'> = {
  id: 'P63',
  owner: 'privacy',
  reads: {
    nl: 'de zinslengte van de gepubliceerde verklaring',
    en: 'the length of sentences in the published statement',
  },
  freshForHours: freshWeekly,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const measured = [...(await round.statements()).values()].map(({ language, html }) => ({
      language,
      ...readabilityOf(html, language),
    }));
    const evidence = { ...(await versionEvidence(round)), measured: measured.map((each) => ({ ...each })) };
    const worst = measured.toSorted((a, b) => b.averageWords - a.averageWords)[0];
    const average = (worst?.averageWords ?? 0).toFixed(1);
    const share = Math.round(Math.max(0, ...measured.map(({ longShare }) => longShare)) * 100);
    const figures = {
      nl: `gemiddeld ${average.replace('.', ',')} woorden per zin, ${share}% van de zinnen langer dan ${longWords} woorden`,
      en: `on average ${average} words a sentence, ${share}% of the sentences longer than ${longWords} words`,
    };
    if (measured.some((each) => isHard(each, 1))) {
      return broken(
        {
          nl: `De verklaring is te moeilijk: ${figures.nl}. Knip lange zinnen op en publiceer een nieuwe versie.`,
          en: `The statement is too hard to read: ${figures.en}. Cut long sentences and publish a new version.`,
        },
        evidence,
      );
    }
    if (measured.some((each) => isHard(each, margin))) {
      return atRisk(
        {
          nl: `De verklaring is bijna te moeilijk: ${figures.nl}. Knip lange zinnen op.`,
          en: `The statement is almost too hard to read: ${figures.en}. Cut long sentences.`,
        },
        evidence,
      );
    }
    return kept(
      {
        nl: `Korte zinnen: ${figures.nl}. Of lezers de woorden begrijpen, meet deze controle niet.`,
        en: `Short sentences: ${figures.en}. Whether readers understand the words is not measured by this check.`,
      },
      evidence,
    );
  },
};

function isHard({ sentences, averageWords, longShare }: Readability, factor: number): boolean {
  if (sentences < fewestSentences) return true;
  return averageWords > mostAverageWords * factor || longShare > mostLongShare * factor;
}
