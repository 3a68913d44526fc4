import type { Language } from '../domain/language.ts';
import type { ManualSource, Policy } from '../policy/policy.ts';

interface Words {
  readonly byHand: (system: string, role: string) => string;
  readonly holds: (categories: string, groups: string) => string;
  readonly purposes: (purposes: string) => string;
  readonly terms: (terms: string) => string;
  readonly noTerms: string;
  readonly onRequest: (days: number) => string;
  readonly onAccess: (instructions: string) => string;
  readonly onErasure: (instructions: string) => string;
  readonly onRectification: (instructions: string) => string;
  readonly notLooked: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    byHand: (system, role) => `In ${system} gaat alles met de hand: ${role} doet het en bevestigt het.`,
    holds: (categories, groups) => `Er staat: ${categories}; van: ${groups}.`,
    purposes: (purposes) => `Waarvoor: ${purposes}.`,
    terms: (terms) => `Hoe lang: ${terms}.`,
    noTerms: 'Hoe lang het blijft, zegt het beleid niet.',
    onRequest: (days) =>
      `Is een verzoek goedgekeurd, dan komt er een taak met ${days} dagen de tijd. Het verzoek wacht daarop.`,
    onAccess: (instructions) => `Bij inzage: ${instructions}`,
    onErasure: (instructions) => `Bij wissen: ${instructions}`,
    onRectification: (instructions) => `Bij verbeteren: ${instructions}`,
    notLooked: 'Gestand kijkt er zelf niet in: wat er gebeurd is, is wat iemand bevestigt.',
  },
  en: {
    byHand: (system, role) => `In ${system} everything goes by hand: ${role} does it and attests it.`,
    holds: (categories, groups) => `It holds: ${categories}; of: ${groups}.`,
    purposes: (purposes) => `What for: ${purposes}.`,
    terms: (terms) => `How long: ${terms}.`,
    noTerms: 'The policy does not say how long it stays.',
    onRequest: (days) =>
      `When a request is approved, there is a task with ${days} days to do it in. The request waits for it.`,
    onAccess: (instructions) => `On access: ${instructions}`,
    onErasure: (instructions) => `On erasure: ${instructions}`,
    onRectification: (instructions) => `On rectification: ${instructions}`,
    notLooked: 'Gestand does not look into it: what happened is what somebody attests.',
  },
};

/** What is known of a system in which a person does the work, in sentences. */
export function explainManual(
  source: ManualSource,
  { policy, language }: { readonly policy: Policy; readonly language: Language },
): readonly string[] {
  const say = words[language];
  const list = new Intl.ListFormat(language);
  const names = (ids: readonly string[], of: ReadonlyMap<string, { readonly name: ManualSource['name'] }>) =>
    list.format(ids.map((id) => of.get(id)?.name[language] ?? id));
  return [
    say.byHand(source.name[language], source.owner.role[language]),
    say.holds(names(source.categories, policy.categories), names(source.subjects, policy.subjects)),
    say.purposes(names(source.purposes, policy.purposes)),
    source.retention.length === 0 ? say.noTerms : say.terms(names(source.retention, policy.retention)),
    say.onRequest(source.dueDays),
    say.onAccess(source.instructions.access[language]),
    say.onErasure(source.instructions.erasure[language]),
    ...(source.instructions.rectification === undefined
      ? []
      : [say.onRectification(source.instructions.rectification[language])]),
    say.notLooked,
  ];
}
