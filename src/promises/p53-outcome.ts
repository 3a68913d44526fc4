import { broken, freshDaily, kept, type PromiseCheck, unproven } from './check.ts';
import { counted } from './phrase.ts';

const mostIds = 20;

/** Art. 24: of every complaint that was answered it is recorded what came of it; the letter asks whether that satisfies. */
export const p53: PromiseCheck<'P53'> = {
  id: 'P53',
  owner: 'privacy',
  reads: {
    nl: 'van elke beantwoorde klacht de uitkomst',
    en: 'of every answered complaint what came of it',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const answered = (await round.complaints()).filter(
      ({ state }) => state === 'answered' || state === 'closed',
    );
    const without = answered.filter(({ hasFinding }) => !hasFinding);
    const evidence = {
      answered: answered.length,
      withoutFinding: without.slice(0, mostIds).map(({ id }) => id),
    };
    if (answered.length === 0)
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen klacht beantwoord, dus er is niets dat dit aantoont.',
          en: 'No complaint was answered in the past year, so nothing shows this.',
        },
        evidence,
      );
    const count = counted(without.length === 0 ? answered.length : without.length, 'complaint');
    if (without.length > 0)
      return broken(
        {
          nl: `Afgehandeld zonder uitkomst: ${count.nl}. Neem de klacht opnieuw op en leg vast wat eruit kwam.`,
          en: `Settled without an outcome: ${count.en}. Take the complaint up again and record what came of it.`,
        },
        evidence,
      );
    return kept(
      {
        nl: `Beantwoord met een uitkomst: ${count.nl}. De brief vraagt of de indiener tevreden is; wat die antwoordt, meet deze controle niet.`,
        en: `Answered with an outcome: ${count.en}. The letter asks whether the complainant is satisfied; what they reply is not measured by this check.`,
      },
      evidence,
    );
  },
};
