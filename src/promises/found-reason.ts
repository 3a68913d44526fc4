import type { Json } from '../base/canonical-json.ts';
import { isJsonObject, memberOf, textIn } from '../base/json-member.ts';
import type { Localised } from '../domain/language.ts';

/** What a check found, out of what was kept of it; null when an older version of ours kept something else. */
export function reasonOf(detail: Json, which: 'reason' | 'publicReason' = 'reason'): Localised | null {
  const reason = memberOf(detail, which);
  const [nl, en] = [textIn(reason, 'nl'), textIn(reason, 'en')];
  return nl === '' || en === '' ? null : { nl, en };
}

/** The ids and counts that a check found, out of what was kept of it. */
export function evidenceOf(detail: Json): Readonly<Record<string, Json>> {
  const evidence = memberOf(detail, 'evidence');
  return isJsonObject(evidence) ? evidence : {};
}
