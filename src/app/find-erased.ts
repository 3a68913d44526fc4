import type { RunId } from '../base/ids.ts';
import type { DataMap, MappedTable } from '../catalog/data-map.ts';
import { type Identity, identityKey } from '../domain/identity.ts';
import { judgeReturn, type ReturnVerdict } from '../domain/returned-row.ts';
import { codeOf } from '../execute/run-failure.ts';
import type { ListedSubject, Source } from '../sources/source.ts';
import { findClearedRows, findErasedRows, placeHash, type RowPlace } from '../store/erased-row.ts';
import { findErased } from '../store/erasure-record.ts';
import type { LookOutcome } from '../store/schema.ts';
import type { StoreScope } from '../store/store.ts';

/** A row of somebody who was erased, or of whom somebody must say whether they were. Holds who it is: neither kept nor logged. */
export interface FoundReturn extends RowPlace {
  /** Names it in a command: the same for as long as it stands where it stands. */
  readonly code: string;
  readonly identities: readonly Identity[];
  /** What it shares with rows of the same person: identities that were erased, and the person of the run. */
  readonly ties: readonly string[];
  /** The latest erasure it is recognised from. */
  readonly runId: RunId;
  readonly erasedAt: string;
  readonly created: string | null;
}

/** What a look through one source came to. */
export interface SourceLook {
  readonly source: string;
  readonly outcome: LookOutcome;
  /** Tables of people whose rows cannot be looked through. */
  readonly notListed: readonly string[];
  /** Rows looked at. */
  readonly rows: number;
  readonly back: readonly FoundReturn[];
  readonly unclear: readonly FoundReturn[];
  /** New people, by an address of somebody who was erased. */
  readonly fresh: number;
  /** There may be more: the look was ended when it had found as much as one plan takes. */
  readonly more: boolean;
}

export interface LookContext {
  readonly store: StoreScope;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Rows that are read, hashed and compared at once: what is held in memory however large a table is. */
const pageRows = 1000;
/** Rows that one plan takes up; a look for more is done again after it. */
const mostFound = 10_000;

/**
 * Looks through every row of people in a source for those who were erased. Each is read, hashed with the key of this
 * installation and compared with what the erasures left; nobody's name is kept or asked for.
 */
export async function findErasedIn(context: LookContext, map: DataMap): Promise<SourceLook> {
  const source = context.sources.get(map.source);
  const nothing = {
    source: map.source,
    notListed: [],
    rows: 0,
    back: [],
    unclear: [],
    fresh: 0,
    more: false,
  };
  if (source === undefined) return { ...nothing, outcome: 'away' };
  if (source.kind === 'manual') return { ...nothing, outcome: 'by-hand' };
  const found: { [Verdict in ReturnVerdict]: FoundReturn[] } = { back: [], unclear: [], new: [], other: [] };
  const people = [...map.tables.values()].filter(({ subject }) => subject !== null);
  const notListed: string[] = [];
  let [rows, fresh, more] = [0, 0, false];
  try {
    for (const table of people) {
      const pages = source.listSubjects(table, { rows: pageRows });
      if (pages === null) notListed.push(table.id);
      else
        for await (const page of pages) {
          rows += page.length;
          for (const { verdict, row } of await judgePage(context.store, { map, table }, page)) {
            if (verdict === 'new') fresh++;
            else found[verdict].push(row);
          }
          more = found.back.length + found.unclear.length >= mostFound;
          if (more) break;
        }
      if (more) break;
    }
  } catch (error) {
    if (codeOf(error) !== 'source-unreachable') throw error;
    return { ...nothing, outcome: 'away' };
  }
  const { back, unclear } = found;
  const outcome =
    notListed.length === 0 ? 'looked' : notListed.length < people.length ? 'partly' : 'not-listed';
  return { source: map.source, outcome, notListed, rows, back, unclear, fresh, more };
}

async function judgePage(
  store: StoreScope,
  { map, table }: { readonly map: DataMap; readonly table: MappedTable },
  page: readonly ListedSubject[],
): Promise<readonly { readonly verdict: 'back' | 'unclear' | 'new'; readonly row: FoundReturn }[]> {
  const placed = page.map((row) => {
    const place: RowPlace = { source: map.source, table: table.id, key: row.key };
    return { row, place, hash: placeHash(store, place) };
  });
  const identities = page.flatMap((row) => row.identities);
  const [erased, erasedRows] = [
    await findErased(store, identities),
    await findErasedRows(
      store,
      placed.map(({ hash }) => hash),
    ),
  ];
  if (erased.length === 0 && erasedRows.size === 0) return [];
  const byIdentity = new Map(erased.map((each) => [identityKey(each.identity), each]));
  const recognised = placed.flatMap((each) => {
    const same = erasedRows.get(each.hash);
    const known = each.row.identities.flatMap((identity) => {
      const record = byIdentity.get(identityKey(identity));
      return record === undefined ? [] : [{ identity, record }];
    });
    return same === undefined && known.length === 0 ? [] : [{ ...each, same, known }];
  });
  const cleared = await findClearedRows(
    store,
    recognised.map(({ hash }) => hash),
  );
  const keyIsIdentity = isIdentity(table);
  return recognised.flatMap(({ row, place, hash, same, known }) => {
    const latest = [...(same === undefined ? [] : [same]), ...known.map(({ record }) => record)].toSorted(
      (a, b) => Temporal.Instant.compare(b.erasedAt, a.erasedAt),
    )[0];
    if (latest === undefined) return [];
    const saidNew = cleared.get(hash);
    if (saidNew !== undefined && Temporal.Instant.compare(saidNew, latest.erasedAt) > 0) return [];
    const kinds = new Set(known.map(({ identity }) => identity));
    const verdict = judgeReturn({
      sameKey: same !== undefined,
      wasDeleted: same?.deleted ?? true,
      keyIsIdentity,
      erased: known.map(({ identity }) => identity.kind),
      others: row.identities.filter((identity) => !kinds.has(identity)).map(({ kind }) => kind),
      created: row.created,
      lastActive: row.lastActive,
      erasedAt: Temporal.Instant.from(latest.erasedAt),
    });
    if (verdict === 'other') return [];
    const ties = [
      ...known.map(({ identity }) => identityKey(identity)),
      ...(same === undefined ? [] : [`${same.runId} ${same.person}`]),
    ];
    const { runId, erasedAt } = latest;
    const { identities: carried, created } = row;
    return [
      {
        verdict,
        row: { ...place, code: hash.slice(0, 8), identities: carried, ties, runId, erasedAt, created },
      },
    ];
  });
}

/** Whoever has the same address has the same key. */
function isIdentity({ key, subject }: MappedTable): boolean {
  return key.every((name) => subject?.identities.some(({ column }) => column === name) === true);
}
