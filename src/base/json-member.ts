import type { Json } from './canonical-json.ts';

/** What was kept as JSON, read by key: a version before this one may have kept something else. */
export function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) ? value[key] : undefined;
}

export function isJsonObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listIn(value: Json | undefined, key: string): readonly Json[] {
  const member = memberOf(value, key);
  return Array.isArray(member) ? (member as readonly Json[]) : [];
}

export function numberIn(value: Json | undefined, key: string): number | null {
  const member = memberOf(value, key);
  return typeof member === 'number' ? member : null;
}

export function textIn(value: Json | undefined, key: string): string {
  const member = memberOf(value, key);
  return typeof member === 'string' ? member : '';
}
