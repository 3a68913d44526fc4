import type { CaseKind } from '../domain/case-file.ts';
import type { RequestKind } from './portal-services.ts';

/** What a person asks for, as the case is called. */
export const caseKindOf = { access: 'access', erase: 'erasure' } as const satisfies Record<
  RequestKind,
  CaseKind
>;

/** The kind of request a case is; undefined for the cases that no plan answers. */
export function requestKindOf(kind: CaseKind): RequestKind | undefined {
  if (kind === 'access') return 'access';
  return kind === 'erasure' ? 'erase' : undefined;
}
