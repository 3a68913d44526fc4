import { randomBytes } from 'node:crypto';
import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { type Identity, identityKey, normaliseIdentity } from '../domain/identity.ts';
import { planAccess } from '../plan/plan-access.ts';
import type { Candidate } from './candidates.ts';
import type { PolicyContext, SourcesContext } from './context.ts';
import { isKnownByForm } from './fact-kinds.ts';
import { bindingsOf } from './find-person.ts';
import { identitiesOf } from './found-row.ts';

/** Rows that are read of one person to compare facts with; who has more is known to the organisation by other ways. */
const mostRows = 5000;
const longestCell = 40;

/**
 * Whether a person whom the sources know has all these facts: numbers by which their rows are known, or a telephone number or licence plate
 * that stands in a row that is theirs. Nothing that was read is kept.
 *
 * @throws GestandError `source-unreachable`, `limit-exceeded`.
 */
export async function holdsFacts(
  context: Pick<PolicyContext, 'store'> & SourcesContext,
  { maps, candidate }: { readonly maps: readonly DataMap[]; readonly candidate: Candidate },
  facts: readonly Identity[],
): Promise<boolean> {
  const known = new Set(candidate.flatMap(identitiesOf).map(factKey));
  const open = new Map(facts.map((fact) => [factKey(fact), fact]));
  for (const key of known) open.delete(key);
  // A number that an organisation hands out and that is nobody's identity here is wrong.
  if ([...open.values()].some((fact) => !isKnownByForm(fact))) return false;
  if (open.size === 0) return true;
  const values = new Set([...candidate.flatMap(identitiesOf)].map(({ value }) => bare(value)));
  if ([...open.values()].some(({ value }) => values.has(bare(value)))) return false;
  for await (const cell of cellsOf(context, maps, candidate)) {
    for (const [key, { kind, value }] of open)
      if (normaliseIdentity(kind, cell).value === value) open.delete(key);
    if (open.size === 0) return true;
  }
  return false;
}

/** How facts are compared: nobody says on the telephone which letters of their number are capitals. */
export function factKey({ kind, value }: Identity): string {
  return identityKey(normaliseIdentity(kind, value)).toUpperCase();
}

/** The same value whatever it is taken for. */
export function bare(value: string): string {
  return value.replace(/[^\p{L}\d]/gu, '').toUpperCase();
}

async function* cellsOf(
  { policy, sources, store }: Pick<PolicyContext, 'store'> & SourcesContext,
  maps: readonly DataMap[],
  candidate: Candidate,
): AsyncIterable<string> {
  const on = legalDateOf(store.clock.now());
  const bindings = bindingsOf(candidate, maps, randomBytes(16).toString('hex'));
  let rows = 0;
  for (const part of planAccess(policy, maps, { people: 1, language: 'nl', on }).sources) {
    const source = sources.get(part.source);
    // What a person looks up by hand cannot be compared while somebody waits.
    if (source === undefined || part.byHand !== undefined) continue;
    const theirs = new Set(part.steps.filter(({ use }) => use === 'personal').map(({ table }) => table));
    for await (const row of source.readAccess(part, bindings.sources[part.source] ?? {})) {
      rows++;
      if (rows > mostRows)
        throw new GestandError(
          'limit-exceeded',
          `This person has more than ${mostRows} rows. Prove it by hand.`,
        );
      if (!theirs.has(row.table)) continue;
      for (const value of Object.values(row.values))
        if (typeof value === 'string' && value.length <= longestCell) yield value;
    }
  }
}
