import type { SuggestedPolicyCategory } from '../classification/category.ts';

/** What a data category of Fides becomes: one of ours, not personal, or nothing that can be told without a person. */
export type CategoryMapping = SuggestedPolicyCategory | 'not-personal' | null;

/**
 * The default taxonomy of Fides (fideslang 3), current names and former ones, by the longest part of a name that stands
 * here: `user.contact.address.city` is found at `user.contact.address`. Null where it says too little to choose.
 */
const mappings: ReadonlyMap<string, CategoryMapping> = new Map<string, CategoryMapping>([
  ['system', 'not-personal'],
  ['system.authentication', 'credentials'],
  ['user', null],
  ['user.account', 'account'],
  ['user.account.settings', 'preferences'],
  ['user.authorization', 'credentials'],
  ['user.authorization.biometric', 'biometrics'],
  ['user.authorization.biometrics', 'biometrics'],
  ['user.behavior', 'activity'],
  ['user.behavior.browsing_history', 'online-activity'],
  ['user.behavior.search_history', 'online-activity'],
  ['user.behavior.purchase_history', 'billing'],
  ['user.biometric', 'biometrics'],
  ['user.biometric.health', 'health'],
  ['user.biometrics', 'biometrics'],
  ['user.children', 'personal-details'],
  ['user.childrens', 'personal-details'],
  ['user.contact', 'contact'],
  ['user.contact.address', 'name-address'],
  ['user.contact.organization', 'employment'],
  ['user.content', 'correspondence'],
  ['user.content.self_image', 'files'],
  ['user.criminal_history', 'criminal-records'],
  ['user.demographic', 'personal-details'],
  ['user.demographic.philosophical_belief', 'beliefs'],
  ['user.demographic.political_opinion', 'beliefs'],
  ['user.demographic.protected_classifications', null],
  ['user.demographic.race_ethnicity', 'origin'],
  ['user.demographic.religious_belief', 'beliefs'],
  ['user.demographic.sexual_orientation', 'sexual-life'],
  ['user.demographic.union_membership', 'beliefs'],
  ['user.device', 'device'],
  ['user.financial', 'billing'],
  ['user.financial.account_number', 'bank-account'],
  ['user.financial.bank_account', 'bank-account'],
  ['user.financial.credit_card', 'payment-card'],
  ['user.government_id', 'official-numbers'],
  ['user.government_id.vehicle_registration', 'vehicle'],
  ['user.health', 'health'],
  ['user.health.reproductive_or_sexual', 'sexual-life'],
  ['user.health_and_medical', 'health'],
  ['user.job_title', 'employment'],
  ['user.location', 'location'],
  ['user.name', 'name-address'],
  ['user.payment', 'billing'],
  ['user.privacy_preferences', 'consent'],
  ['user.professional_information', 'employment'],
  ['user.sensor', 'device'],
  ['user.settings', 'preferences'],
  ['user.social', 'online-activity'],
  ['user.social_activity', 'online-activity'],
  ['user.telemetry', 'device'],
  ['user.unique_id', 'account'],
  ['user.user_sensor', 'device'],
  ['user.workplace', 'employment'],
]);

/** What a data category becomes. One that an organisation added itself is null: nobody here knows what it means. */
export function mapCategory(fides: string): CategoryMapping {
  const parts = fides.split('.');
  for (let length = parts.length; length > 0; length--) {
    const found = mappings.get(parts.slice(0, length).join('.'));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether Fides calls it data of a person, whichever kind it is. */
export function isAboutPeople(fides: string): boolean {
  return fides === 'user' || fides.startsWith('user.') || fides === 'system.authentication';
}
