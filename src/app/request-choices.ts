import type { Policy } from '../policy/policy.ts';
import type { RequestChoices } from './portal-services.ts';

/** What somebody can name in a request, in the order of the policy. */
export function requestChoices({ categories, purposes, recipients }: Policy): RequestChoices {
  return {
    categories: [...categories.values()].map(({ id, name }) => ({ id, name })),
    purposes: [...purposes.values()].map(({ id, name, marketing, basis }) => ({
      id,
      name,
      marketing,
      consent: basis === 'consent',
    })),
    // A company has one name, in whatever language it is said.
    recipients: [...recipients.values()].map(({ id, name }) => ({ id, name: { nl: name, en: name } })),
  };
}
