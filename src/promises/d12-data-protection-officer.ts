import type { UncheckedPromise } from './check.ts';

export const d12: UncheckedPromise<'D12'> = {
  id: 'D12',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: de vastgelegde afweging of een functionaris nodig is, met datum en naam van wie haar maakte.',
    en: 'Needed: the recorded assessment whether an officer is needed, with its date and who made it.',
  },
};
