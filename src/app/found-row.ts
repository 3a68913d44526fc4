import { type Identity, identityKey } from '../domain/identity.ts';
import type { SubjectMatch } from '../sources/source.ts';

/** A row of a person, and how the search came to it. */
export interface FoundRow extends Pick<SubjectMatch, 'table' | 'key'> {
  readonly source: string;
  /** From 1: the step of the search. In the first it was found by what was given. */
  readonly step: number;
  /** What it was recognised by. */
  readonly by: readonly FoundBy[];
  /** What else it carries. */
  readonly carries: readonly Identity[];
}

export interface FoundBy extends Identity {
  /** Where it was read; null: it was given. */
  readonly from: { readonly source: string; readonly table: string } | null;
}

export function identitiesOf({ by, carries }: FoundRow): readonly Identity[] {
  return [...by, ...carries].map(({ kind, value }) => ({ kind, value }));
}

export function carriesOneOf(row: FoundRow, identities: readonly Identity[]): boolean {
  const wanted = new Set(identities.map(identityKey));
  return identitiesOf(row).some((identity) => wanted.has(identityKey(identity)));
}

/** The place of a row: the same for the same row, whenever it is found. */
export function placeOf({ source, table, key }: Pick<FoundRow, 'source' | 'table' | 'key'>): string {
  return JSON.stringify([source, table, key]);
}
