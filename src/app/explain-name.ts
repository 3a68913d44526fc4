import { type Clock, legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { type BuiltDataMap, buildDataMap } from '../catalog/build-data-map.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { fullName, type NamedColumn, resolveName } from '../catalog/column-name.ts';
import type { Language } from '../domain/language.ts';
import { manualSource } from '../plan/by-hand.ts';
import { explainColumn, explainTable, explainUnmapped } from '../plan/explain-column.ts';
import { explainManual } from '../plan/explain-manual.ts';
import { type ColumnFacts, type TableFacts, tableFacts } from '../plan/table-facts.ts';
import type { SourcesContext } from './context.ts';
import { type Actor, permit } from './permissions.ts';

export interface ExplainedName {
  readonly named: NamedColumn;
  /** `crm.customers.email` */
  readonly fullName: string;
  /** Null when the policy does not have it. */
  readonly facts: TableFacts | null;
  /** Null: a whole table was asked for, or the policy does not have the column. */
  readonly column: ColumnFacts | null;
  readonly sentences: readonly string[];
}

/**
 * What a column, a table, or a system that goes by hand is, whose its rows are, how long they stay, and what happens to them on access and on
 * erasure: read from the policy and from the database as it is now. Changes nothing and reads no rows.
 *
 * @throws GestandError `not-found` with the nearest name; `bad-input` when several are called so; `drifted` when the
 * policy does not fit the source for another reason; `source-unreachable` when what is asked for may be there.
 */
export async function explainName(
  context: SourcesContext & { readonly actor: Actor; readonly clock: Clock },
  { name, language }: { readonly name: string; readonly language: Language },
): Promise<ExplainedName> {
  permit(context.actor, 'explain-name');
  const { policy, clock } = context;
  const manual = manualSource(policy, name);
  if (manual !== undefined) {
    const named = { source: manual.id, table: '', column: null };
    const sentences = explainManual(manual, { policy, language });
    return { named, fullName: manual.id, facts: null, column: null, sentences };
  }
  const { looks, away } = await lookAtAll(context);
  const resolved = resolveName(
    name,
    looks.map(({ catalog }) => catalog),
  );
  if (resolved.kind === 'several') {
    const names = resolved.named.map(fullName).join(', ');
    throw new GestandError('bad-input', `Several are called ${name}: ${names}. Write which one.`);
  }
  if (resolved.kind === 'unknown') {
    if (away !== null) throw away;
    throw new GestandError('not-found', `There is no table or column ${name}: ${resolved.hint}`);
  }
  const { named } = resolved;
  const look = looks.find(({ catalog }) => catalog.source === named.source);
  const unmapped = look === undefined ? null : explainWhatIsUnmapped(look.built, named, language);
  if (unmapped !== null)
    return { named, fullName: fullName(named), facts: null, column: null, sentences: unmapped };
  const map = look?.built.map ?? null;
  if (map === null) {
    throw new GestandError(
      'drifted',
      `The policy does not fit ${named.source}, so what would happen is not known. Run "gestand check" and mend the policy first.`,
    );
  }
  const facts = tableFacts(map, named.table, { policy, on: legalDateOf(clock.now()) });
  const column = facts.columns.find((candidate) => candidate.name === named.column) ?? null;
  const reader = { policy, language };
  const sentences = column === null ? explainTable(facts, reader) : explainColumn(facts, column, reader);
  return { named, fullName: fullName(named), facts, column, sentences };
}

interface Look {
  readonly catalog: Catalog;
  readonly built: BuiltDataMap;
}

// A source that is away does not hide what the others have.
async function lookAtAll({
  policy,
  sources,
}: SourcesContext): Promise<{ readonly looks: readonly Look[]; readonly away: GestandError | null }> {
  const looks: Look[] = [];
  let away: GestandError | null = null;
  for (const declared of policy.sources) {
    try {
      const catalog = await sources.get(declared.id)?.introspect();
      if (catalog !== undefined) looks.push({ catalog, built: buildDataMap(declared, catalog) });
    } catch (error) {
      if (!(error instanceof GestandError) || !error.code.startsWith('source-')) throw error;
      away = error;
    }
  }
  return { looks, away };
}

function explainWhatIsUnmapped(
  { findings }: BuiltDataMap,
  { source, table, column }: NamedColumn,
  language: Language,
): readonly string[] | null {
  const finding = findings.find(
    (each) =>
      each.table === table &&
      (each.code === 'unmapped-table' || (each.code === 'unmapped-column' && each.column === column)),
  );
  if (finding === undefined) return null;
  const missing = finding.code === 'unmapped-table' ? null : column;
  return explainUnmapped({ table: `${source}.${table}`, column: missing }, finding.hint, language);
}
