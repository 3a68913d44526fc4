import type { Json } from '../base/canonical-json.ts';
import { type Localised, languages } from '../domain/language.ts';
import { promises } from '../law/promises.ts';
import { listPromiseResults } from '../store/promise-result.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import type { PromiseStanding } from './portal-services.ts';

const neverChecked: Localised = {
  nl: 'Er is nog geen bewijs. Zolang dat zo is, tellen wij deze belofte niet als nagekomen.',
  en: 'There is no evidence yet. As long as that is so, we do not count this promise as kept.',
};

const noReason: Localised = {
  nl: 'De laatste controle gaf geen uitleg.',
  en: 'The last check gave no explanation.',
};

/** Every promise of the statement and of the law, with how it stands today. What was never checked is unproven. */
export async function promiseBoard({ actor, store }: StoreContext): Promise<readonly PromiseStanding[]> {
  permit(actor, 'promise-board');
  const results = new Map((await listPromiseResults(store)).map((result) => [result.promiseId, result]));
  return promises.map(({ id, text, law }) => {
    const result = results.get(id);
    const state = result?.state ?? 'unproven';
    return {
      id,
      text,
      law,
      state,
      reason: result === undefined ? neverChecked : (reasonIn(result.detail) ?? noReason),
      checkedAt: result === undefined ? null : Temporal.Instant.from(result.lastCheckedAt),
    };
  });
}

/** The explanation a check leaves in its detail: `reason`, in every language. */
function reasonIn(detail: Json): Localised | null {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return null;
  const { reason } = detail as Readonly<Record<string, Json>>;
  if (typeof reason !== 'object' || reason === null || Array.isArray(reason)) return null;
  const texts = reason as Readonly<Record<string, Json>>;
  return languages.every((language) => typeof texts[language] === 'string')
    ? (texts as unknown as Localised)
    : null;
}
