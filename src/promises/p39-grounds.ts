import { groundById } from '../law/grounds.ts';
import { isGroundFor } from '../law/refusal-grounds.ts';
import type { HandledCase } from '../store/handled-case.ts';
import { broken, freshDaily, kept, type PromiseCheck, unproven } from './check.ts';
import { counted, named } from './phrase.ts';

const mostIds = 20;

/** Art. 12(4), 15(4), 17(3): nothing is refused or kept but on a ground of the closed list. */
export const p39: PromiseCheck<'P39'> = {
  id: 'P39',
  owner: 'privacy',
  reads: {
    nl: 'elke weigering en alles wat bij een verwijdering bleef staan, met de grond',
    en: 'every refusal and all that stayed at an erasure, with the ground',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const handled = await round.handledCases();
    const refused = handled.filter(({ state }) => state === 'refused');
    const groundless = refused.filter((each) => !isRefusable(each));
    const grounds = [...new Set(handled.flatMap(({ plan }) => plan?.keptGrounds ?? []))];
    const strange = grounds.filter((id) => groundById(id)?.effect !== 'keep');
    const evidence = {
      handled: handled.length,
      refused: refused.length,
      withoutGround: groundless.slice(0, mostIds).map(({ id }) => id),
      keptGrounds: grounds,
      unknownGrounds: strange,
    };
    if (groundless.length > 0) {
      const count = counted(groundless.length, 'case');
      return broken(
        {
          nl: `Geweigerd zonder grond die de wet daarvoor kent: ${count.nl}. Leg de grond vast, of voer het verzoek alsnog uit.`,
          en: `Refused without a ground that the law has for it: ${count.en}. Record the ground, or do what was asked after all.`,
        },
        evidence,
      );
    }
    if (strange.length > 0) {
      const names = named(strange);
      return broken(
        {
          nl: `Bij een verwijdering bleef iets staan op een grond die niet in de lijst staat: ${names.nl}. Herstel het beleid en maak een nieuw plan.`,
          en: `At an erasure something stayed on a ground that is not in the list: ${names.en}. Mend the policy and make a new plan.`,
        },
        evidence,
      );
    }
    if (handled.length === 0)
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen verzoek behandeld, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'No request was handled in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    const [count, all] = [counted(refused.length, 'case'), counted(handled.length, 'case')];
    return kept(
      refused.length + grounds.length === 0
        ? {
            nl: `Van ${all.nl} in het afgelopen jaar is er geen geweigerd, en bij geen verwijdering bleef iets staan.`,
            en: `Of ${all.en} in the past year none was refused, and at no erasure did anything stay.`,
          }
        : refused.length === 0
          ? {
              nl: `Van ${all.nl} in het afgelopen jaar is er geen geweigerd. Al wat bij een verwijdering bleef staan, heeft een grond uit de wet.`,
              en: `Of ${all.en} in the past year none was refused. All that stayed at an erasure has a ground in law.`,
            }
          : {
              nl: `Geweigerd in het afgelopen jaar: ${count.nl}. Elke weigering, en alles wat bij een verwijdering bleef staan, heeft een grond uit de wet.`,
              en: `Refused in the past year: ${count.en}. Every refusal, and all that stayed at an erasure, has a ground in law.`,
            },
      evidence,
    );
  },
};

function isRefusable({ kind, refusalGround }: HandledCase): boolean {
  return refusalGround !== null && isGroundFor(kind, refusalGround);
}
