import type { Json } from '../base/canonical-json.ts';
import { isLanguage, type Localised, languages } from '../domain/language.ts';

/** What a check found, out of what was kept of it; null when an older version of ours kept something else. */
export function reasonOf(detail: Json, which: 'reason' | 'publicReason' = 'reason'): Localised | null {
  const reason = memberOf(detail, which);
  if (!isObject(reason) || !languages.every((language) => typeof reason[language] === 'string')) return null;
  return Object.fromEntries(
    Object.entries(reason).filter(([key]) => isLanguage(key)),
  ) as unknown as Localised;
}

/** The ids and counts that a check found, out of what was kept of it. */
export function evidenceOf(detail: Json): Readonly<Record<string, Json>> {
  const evidence = memberOf(detail, 'evidence');
  return isObject(evidence) ? evidence : {};
}

function memberOf(value: Json, key: string): Json | undefined {
  return isObject(value) ? value[key] : undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
