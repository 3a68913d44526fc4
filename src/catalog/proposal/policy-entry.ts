import type { Localised } from '../../domain/language.ts';
import { yamlText } from '../../policy/yaml-text.ts';
import { policyCategories, type SuggestedPolicyCategory } from '../classification/category.ts';

/** What stands where only a person knows the answer. */
export const undecided: Localised = { nl: 'nog te beslissen', en: 'to be decided' };

export function localised(text: Localised): string {
  return `{ nl: ${JSON.stringify(text.nl)}, en: ${JSON.stringify(text.en)} }`;
}

/** Whether a category is one of ours, which a policy may lack. */
export function isSuggested(id: string): id is SuggestedPolicyCategory {
  return Object.hasOwn(policyCategories, id);
}

/** A line under `categories:`. */
export function categoryLine(id: SuggestedPolicyCategory): string {
  const { name, dpv, special } = policyCategories[id];
  return `${id}: { name: ${localised(name)}, dpv: "${dpv}"${special ? ', special: true' : ''} }`;
}

/** A line under `subjects:`. */
export function groupLine(group: string): string {
  return `${yamlText(group)}: { name: ${localised({ nl: group, en: group })}, origin: ${localised(undecided)} }`;
}

export type SuggestedPurpose = 'service' | 'employment';

const purposeNames: Readonly<Record<SuggestedPurpose, Localised>> = {
  service: { nl: 'Dienstverlening', en: 'Service' },
  employment: { nl: 'Personeelszaken', en: 'Staff matters' },
};

/** Lines under `purposes:`. */
export function purposeLinesOf(id: SuggestedPurpose): readonly string[] {
  return [
    `${id}:`,
    `  name: ${localised(purposeNames[id])}`,
    '  basis: contract',
    `  ground: ${localised(undecided)}`,
  ];
}
