import type { Json } from '../base/canonical-json.ts';

/** What a step of a run left in the journal, read by key: a version before this one may have left something else. */
export function memberOf(value: Json | null, key: string): Json | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return (value as Readonly<Record<string, Json>>)[key];
}

export function listIn(value: Json | null, key: string): readonly Json[] {
  const member = memberOf(value, key);
  return Array.isArray(member) ? (member as readonly Json[]) : [];
}

export function numberIn(value: Json | null, key: string): number | null {
  const member = memberOf(value, key);
  return typeof member === 'number' ? member : null;
}

export function textIn(value: Json | null, key: string): string {
  const member = memberOf(value, key);
  return typeof member === 'string' ? member : '';
}
