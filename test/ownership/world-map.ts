import type { SourceKind } from '../../src/catalog/catalog.ts';
import type { DataMap, MappedColumn, MappedLink, MappedTable } from '../../src/catalog/data-map.ts';
import type { Policy, RetentionRule } from '../../src/policy/policy.ts';
import type { World, WorldTable } from './world.ts';

/** The data map of a world, as a policy and a catalog would give it. */
export function mapOf(world: World, kind: SourceKind, schema: string): DataMap {
  const byName = new Map(world.tables.map((table) => [table.name, table]));
  const tables = world.tables.map((table): MappedTable => {
    const key = keyColumns(table);
    return {
      id: table.name,
      schema,
      name: table.name,
      use: table.use,
      key,
      uniqueColumns: new Set(key),
      uniqueKeys: key.length === 0 ? [] : [key],
      subject: table.subject ? { group: 'people', identities: [] } : null,
      columns: columnsOf(table),
      links: table.links.map((link): MappedLink => {
        const other = byName.get(link.table);
        const holder = link.end === 'row' ? table : other;
        const target = link.end === 'row' ? other : table;
        const reference = holder?.references.find((candidate) => candidate.name === link.reference);
        if (reference === undefined || target === undefined) throw new Error(`no reference for ${link.name}`);
        const referring = referenceColumns(target, reference.name);
        return {
          name: link.name,
          kind: link.kind,
          table: link.table,
          reference: link.end,
          rowColumns: link.end === 'row' ? referring : keyColumns(target),
          otherColumns: link.end === 'row' ? keyColumns(target) : referring,
          nullable: reference.nullable,
          enforced: reference.enforced,
        };
      }),
      foreignKeys: table.references
        .filter((reference) => reference.enforced)
        .map((reference) => {
          const target = byName.get(reference.to);
          if (target === undefined) throw new Error(`no table ${reference.to}`);
          return {
            name: `${table.name}_${reference.name}`,
            columns: referenceColumns(target, reference.name),
            to: reference.to,
            toColumns: keyColumns(target),
            onDelete: reference.onDelete === 'cascade' ? ('cascade' as const) : ('no-action' as const),
          };
        }),
      retention: null,
      hold:
        table.hold === null
          ? null
          : table.hold.kind === 'from'
            ? { kind: 'from', rule: 'seven-years', column: 'since' }
            : { kind: 'with', rule: 'seven-years', link: table.hold.link },
      onErasure: table.onErasure,
    };

    function columnsOf(of: WorldTable): readonly MappedColumn[] {
      const plain = (name: string, family: 'integer' | 'text' | 'date', nullable: boolean): MappedColumn => ({
        name,
        type: typeOf(kind, family),
        family,
        nullable,
        generated: false,
        maxLength: null,
        personal: null,
      });
      const personal = (column: MappedColumn, about: string | null): MappedColumn =>
        of.use === 'personal'
          ? {
              ...column,
              personal: {
                category: 'words',
                purposes: [],
                about,
                origin: 'provided',
                onAccess: 'show',
                onErasure: column.nullable ? 'null' : 'pseudonymise',
              },
            }
          : column;
      const references = of.references.flatMap((reference) => {
        const target = byName.get(reference.to);
        if (target === undefined) throw new Error(`no table ${reference.to}`);
        return referenceColumns(target, reference.name).map((name, i) =>
          plain(name, i === 0 ? 'integer' : 'text', reference.nullable),
        );
      });
      return [
        plain('number', 'integer', false),
        ...(of.key === 'composite' ? [plain('part', 'text', false)] : []),
        personal(plain('soft', 'text', true), null),
        personal(plain('hard', 'text', false), null),
        personal(plain('about_value', 'text', true), of.about),
        plain('since', 'date', true),
        ...references,
      ];
    }
  });
  return {
    source: 'world',
    kind,
    catalogHash: 'world',
    tables: new Map(tables.map((table) => [table.id, table])),
  };
}

/** As `world-sql.ts` makes them, and the source's own catalog would spell them. */
function typeOf(kind: SourceKind, family: 'integer' | 'text' | 'date'): string {
  return kind === 'mariadb' && family === 'text' ? `varchar(40) collate ${mariadbCollation}` : family;
}

/** Another than a connection's own, so that no comparison leans on that. */
export const mariadbCollation = 'utf8mb4_unicode_ci';

export function keyColumns(table: WorldTable): readonly string[] {
  return table.key === 'none' ? [] : table.key === 'composite' ? ['number', 'part'] : ['number'];
}

export function referenceColumns(target: WorldTable, name: string): readonly string[] {
  return keyColumns(target).map((column) => `${name}_${column}`);
}

const place = { file: 'policy.yaml', line: 1, column: 1 };
const text = { nl: 'tekst', en: 'text' };

const sevenYears: RetentionRule = {
  id: 'seven-years',
  name: text,
  period: 'P7Y',
  from: 'event',
  event: text,
  kind: 'statutory',
  ground: 'tax-records',
  place,
};

/** On 2026-01-01 seven years hold what started on 2019-01-01 or later. */
export const worldDay = '2026-01-01';

export const worldPolicy: Policy = {
  hash: 'world',
  controller: {
    name: 'World',
    legalName: 'World B.V.',
    tradeRegister: '00000000',
    address: 'Straat 1',
    email: 'privacy@world.example',
    phone: '+31 30 000 0000',
    website: 'https://world.example',
    contactPoint: text,
  },
  languages: ['nl', 'en'],
  bookYearEnd: { month: 12, day: 31 },
  categories: new Map(),
  purposes: new Map(),
  recipients: new Map(),
  retention: new Map([[sevenYears.id, sevenYears]]),
  subjects: new Map(),
  automatedDecisions: text,
  security: text,
  sources: [],
};
