import type { Localised } from '../../domain/language.ts';
import type { PromiseId } from '../../law/promises.ts';
import type { ConceptName } from '../concepts/all-concepts.ts';
import type { TextRule } from './lint-rule.ts';

interface Right {
  readonly id: string;
  readonly law: string;
  /** Made by whoever offers it. */
  readonly promise: PromiseId;
  /** `the right of access`, as it stands within a sentence. */
  readonly name: Localised;
  /** Beside which it would stand. */
  readonly near: readonly ConceptName[];
}

/** A right that a statement has to name (GDPR art. 13(2)(b) and (d)), whatever else it says of rights. */
export function missingRight({ id, law, promise, name, near }: Right): TextRule {
  return {
    id,
    severity: 'error',
    kind: 'missing',
    law,
    what: {
      nl: `${capital(name.nl)} ontbreekt.`,
      en: `${capital(name.en)} is missing.`,
    },
    advice: { nl: `Voeg ${name.nl} toe.`, en: `Add ${name.en}.` },
    judge: (text) => (text.promises.some(({ id: made }) => made === promise) ? [] : text.missing(...near)),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
