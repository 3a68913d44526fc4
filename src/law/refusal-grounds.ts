import type { CaseKind } from '../domain/case-file.ts';
import { type Ground, type GroundEffect, type GroundId, groundById, grounds } from './grounds.ts';

/** Grounds that exist for one right alone. The others are there for all of them. */
const onlyFor: { readonly [Id in GroundId]?: CaseKind } = {
  'still-needed': 'erasure',
  'compelling-grounds': 'objection',
  'no-right-to-object': 'objection',
  'not-portable': 'portability',
  'transfer-not-feasible': 'portability',
};

/** Whether the law lets a request of that kind be refused on that ground (art. 12(4)–(5), 15(4), 17(3), 21(1)). */
export function isGroundFor(kind: CaseKind, id: string): boolean {
  const ground = groundById(id);
  if (ground === undefined || !effectsFor(kind).includes(ground.effect)) return false;
  const only = onlyFor[ground.id];
  return only === undefined || only === kind;
}

/** The closed list of grounds on which a request of that kind may be refused. */
export function refusalGrounds(kind: CaseKind): readonly Ground[] {
  return grounds.filter(({ id }) => isGroundFor(kind, id));
}

/** A duty to keep can refuse an erasure; against access it is no ground (art. 15 knows none). */
function effectsFor(kind: CaseKind): readonly GroundEffect[] {
  if (kind === 'erasure') return ['refuse', 'keep'];
  return kind === 'access' ? ['refuse', 'withhold'] : ['refuse'];
}
