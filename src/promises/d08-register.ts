import { registerGaps } from '../policy/register.ts';
import { broken, freshWeekly, kept, type PromiseCheck } from './check.ts';
import { counted } from './phrase.ts';

/** Art. 30(1): the register, derived from the policy in force, has no gaps. */
export const d08: PromiseCheck<'D08'> = {
  id: 'D08',
  owner: 'privacy',
  reads: {
    nl: 'het register van verwerkingen, afgeleid uit het beleid',
    en: 'the register of processing, derived from the policy',
  },
  freshForHours: freshWeekly,
  check: async ({ policy }) => {
    const gaps = registerGaps(policy);
    const evidence = {
      activities: policy.purposes.size,
      gaps: gaps.map(({ letter, purpose }) => ({ letter, purpose })),
    };
    const [first] = gaps;
    if (first !== undefined) {
      const count = counted(gaps.length, 'gap');
      return broken(
        {
          nl: `Het register heeft ${count.nl}. Om te beginnen: ${first.message.nl} Vul het beleid aan.`,
          en: `The register has ${count.en}. To begin with: ${first.message.en} Complete the policy.`,
        },
        evidence,
      );
    }
    const purposes = counted(policy.purposes.size, 'purpose');
    return kept(
      {
        nl: `Het register is compleet: ${purposes.nl}, elk met gegevens, betrokkenen en een bewaartermijn.`,
        en: `The register is complete: ${purposes.en}, each with data, people and a retention period.`,
      },
      evidence,
    );
  },
};
