import { categoriesOf } from '../policy/column-categories.ts';
import {
  inBothLanguages,
  type JsonLdDocument,
  type JsonLdNode,
  type JsonLdValue,
  jsonLdDocument,
  namesUnder,
  reference,
  type Term,
} from '../policy/dpv/json-ld.ts';
import { categoryNode, purposeNode, retentionNode, subjectNode } from '../policy/dpv/policy-nodes.ts';
import type { Policy } from '../policy/policy.ts';
import type { DataMap, MappedColumn, MappedLink, MappedTable } from './data-map.ts';

/**
 * The data map as JSON-LD: sources and tables as DCAT and CSVW describe them, what they hold in terms of the Data
 * Privacy Vocabulary. Whose row it is has no term there; links carry `gestand:linkKind`.
 */
export function dataMapJsonLd(policy: Policy, maps: readonly DataMap[]): JsonLdDocument {
  const namer = { policy, name: namesUnder(policy.controller) };
  const { name } = namer;
  return jsonLdDocument([
    ...maps.flatMap((map) => [
      sourceNode(map, namer),
      ...[...map.tables.values()].map((table) => tableNode(map, table, namer)),
    ]),
    ...[...policy.purposes.values()].map((each) => purposeNode(name('purpose', each.id), each)),
    ...[...policy.categories.values()].map((each) => categoryNode(name('category', each.id), each)),
    ...[...policy.subjects.values()].map((each) => subjectNode(name('subject', each.id), each)),
    ...[...policy.retention.values()].map((each) => retentionNode(name('retention', each.id), each)),
  ]);
}

interface Namer {
  readonly policy: Policy;
  readonly name: ReturnType<typeof namesUnder>;
}

function sourceNode(map: DataMap, { policy, name }: Namer): JsonLdNode {
  const declared = policy.sources.find(({ id }) => id === map.source);
  return {
    '@id': name('source', map.source),
    '@type': ['dcat:Dataset', 'csvw:TableGroup', 'dpv:Technology'],
    'dct:identifier': map.source,
    'dct:format': map.kind,
    'gestand:catalogHash': map.catalogHash,
    ...(declared === undefined ? {} : { 'dct:title': inBothLanguages(declared.name) }),
    'csvw:table': [...map.tables.keys()].map((table) => reference(name('table', map.source, table))),
  };
}

function tableNode(map: DataMap, table: MappedTable, namer: Namer): JsonLdNode {
  const { policy, name } = namer;
  const declared = policy.sources
    .find(({ id }) => id === map.source)
    ?.tables.find(({ id }) => id === table.id);
  const purposes = new Set(table.columns.flatMap(({ personal }) => personal?.purposes ?? []));
  const rules = [table.retention?.rule, table.hold?.rule].filter((rule) => rule !== undefined);
  const links = table.links.map((link) => linkNode(link, map, namer));
  return {
    '@id': name('table', map.source, table.id),
    '@type': ['csvw:Table', 'dpv:Technology'],
    'dct:identifier': table.id,
    ...(declared === undefined ? {} : { 'skos:prefLabel': inBothLanguages(declared.name) }),
    'gestand:tableUse': table.use,
    'gestand:onErasure': table.onErasure,
    ...filled(
      'dpv:hasPurpose',
      [...purposes].map((id) => reference(name('purpose', id))),
    ),
    ...(table.subject === null
      ? {}
      : { 'dpv:hasDataSubject': reference(name('subject', table.subject.group)) }),
    ...filled(
      'dpv:hasStorageCondition',
      rules.map((rule) => reference(name('retention', rule))),
    ),
    ...filled(
      'gestand:identity',
      (table.subject?.identities ?? []).map(({ kind, column }) => ({
        'gestand:identityKind': kind,
        'csvw:columnReference': column,
      })),
    ),
    'csvw:tableSchema': {
      '@type': 'csvw:Schema',
      'csvw:column': table.columns.map((column) => columnNode(column, { map, table, namer })),
      ...filled('csvw:primaryKey', table.key),
      ...filled('csvw:foreignKey', links),
    },
  };
}

function columnNode(
  column: MappedColumn,
  {
    map,
    table,
    namer: { name },
  }: { readonly map: DataMap; readonly table: MappedTable; readonly namer: Namer },
): JsonLdNode {
  const { personal } = column;
  const node: JsonLdNode = {
    '@id': name('column', map.source, table.id, column.name),
    '@type': personal === null ? 'csvw:Column' : ['csvw:Column', originTerms[personal.origin]],
    'csvw:name': column.name,
    'dct:format': column.type,
    'csvw:required': !column.nullable,
  };
  if (personal === null) return node;
  const [held = '', ...inside] = categoriesOf(personal).map((id) => reference(name('category', id)));
  return {
    ...node,
    'dpv:hasPersonalData': inside.length === 0 ? held : [held, ...inside],
    'dpv:hasPurpose': personal.purposes.map((id) => reference(name('purpose', id))),
    'gestand:onAccess': personal.onAccess,
    'gestand:onErasure': personal.onErasure,
    ...(personal.about === null ? {} : { 'gestand:about': personal.about }),
  };
}

const originTerms = {
  provided: 'dpv:ProvidedPersonalData',
  observed: 'dpv:ObservedPersonalData',
  derived: 'dpv:DerivedPersonalData',
} as const;

function linkNode(link: MappedLink, map: DataMap, { name }: Namer): JsonLdNode {
  const other: JsonLdNode = {
    '@type': 'csvw:TableReference',
    'csvw:resource': reference(name('table', map.source, link.table)),
    ...filled('csvw:columnReference', link.otherColumns),
  };
  return {
    '@type': 'csvw:ForeignKey',
    'csvw:name': link.name,
    'gestand:linkKind': link.kind,
    // Which of the two rows refers: this one, or the one it is linked to.
    'gestand:referringRow': link.reference,
    'gestand:enforced': link.enforced,
    ...filled('csvw:columnReference', link.rowColumns),
    'csvw:reference': other,
  };
}

function filled(term: Term, values: readonly JsonLdValue[]): Record<Term, JsonLdValue> {
  return values.length === 0 ? {} : { [term]: values };
}
