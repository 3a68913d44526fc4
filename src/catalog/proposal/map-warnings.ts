import type { Localised } from '../../domain/language.ts';
import { isOwning } from '../../domain/ownership.ts';
import type { Catalog, CatalogTable, SourceKind, TableId } from '../catalog.ts';
import { categories } from '../classification/category.ts';
import type { ClassifiedTable } from '../classification/classify-catalog.ts';
import { columnSense } from '../classification/column-sense.ts';
import { hasTouched } from '../classification/reference-role.ts';
import { isLedBy } from '../column-list.ts';
import type { MapProposal, MapWarning, ProposedTable, WarningCode } from './map-proposal.ts';
import type { ReferenceGraph } from './table-references.ts';

interface Inspected {
  readonly kind: SourceKind;
  readonly table: CatalogTable;
  readonly proposed: ProposedTable;
  readonly classified: ClassifiedTable;
  readonly all: ReadonlyMap<TableId, ProposedTable>;
  readonly themes: ReadonlyMap<TableId, ClassifiedTable>;
  readonly graph: ReferenceGraph;
}

type Found = { readonly code: WarningCode; readonly columns: readonly string[]; readonly text: Localised };

/** What can be known to deserve a look without any row having been read. In the order of the catalog. */
export function warnAbout(
  catalog: Catalog,
  themes: ReadonlyMap<TableId, ClassifiedTable>,
  { tables, graph }: Pick<MapProposal, 'tables'> & { readonly graph: ReferenceGraph },
): readonly MapWarning[] {
  const all = new Map(tables.map((table) => [table.id, table]));
  return catalog.tables.flatMap((table) => {
    const [proposed, classified] = [all.get(table.id), themes.get(table.id)];
    if (proposed === undefined || classified === undefined) return [];
    const inspected: Inspected = { kind: catalog.kind, table, proposed, classified, all, themes, graph };
    return inspections.flatMap((inspect) =>
      inspect(inspected).map((found) => ({ ...found, table: table.id })),
    );
  });
}

const inspections: readonly ((inspected: Inspected) => readonly Found[])[] = [
  unreachedPeople,
  namelessRows,
  nullablePaths,
  twoPaths,
  companies,
  staffColumns,
  peopleTwice,
  missingIndexes,
  cascades,
  misleadingNames,
];

function unreachedPeople({ proposed, table }: Inspected): readonly Found[] {
  const columns = [...proposed.columns].flatMap(([name, { suggestion }]) =>
    suggestion === null ? [] : [name],
  );
  if (proposed.use === 'undecided') {
    return [
      {
        code: 'left-out',
        columns,
        text: {
          nl: `${table.id} bevat persoonsgegevens, geen persoon is te bereiken, en de tabel heeft geen sleutel: hij is weggelaten en de controle noemt hem`,
          en: `${table.id} holds personal data, no person can be reached, and the table has no key: it is left out and the check names it`,
        },
      },
    ];
  }
  if (proposed.subject === null || proposed.subject.because === 'people-by-name') return [];
  return [
    {
      code: 'no-person-reached',
      columns: proposed.subject.identities.map(({ column }) => column),
      text: {
        nl: `vanuit ${table.id} is geen andere tabel met mensen te bereiken: de rijen zijn voorgesteld als mensen op zichzelf`,
        en: `no other table of people can be reached from ${table.id}: its rows are proposed as people of their own`,
      },
    },
  ];
}

/** Where a row has no address of its own, it cannot be found again. */
function namelessRows({ kind, proposed, table }: Inspected): readonly Found[] {
  const nullable = new Set(table.columns.filter((column) => column.nullable).map(({ name }) => name));
  const keys = table.uniqueKeys.filter((key) => !key.some((name) => nullable.has(name)));
  if (kind !== 'mariadb' || proposed.use !== 'personal' || table.primaryKey.length + keys.length > 0)
    return [];
  return [
    {
      code: 'rows-without-key',
      columns: [],
      text: {
        nl: `niets houdt de rijen van ${table.id} uit elkaar: geef de tabel een sleutel`,
        en: `nothing tells the rows of ${table.id} apart: give the table a key`,
      },
    },
  ];
}

function nullablePaths({ proposed, graph, table }: Inspected): readonly Found[] {
  const owners = proposed.links.filter(({ kind, reference }) => isOwning(kind) && reference === 'row');
  const empty = owners.filter(({ columns }) =>
    graph.from(table.id).some((each) => each.nullable && each.columns.join() === columns.join()),
  );
  if (empty.length === 0 || empty.length < owners.length) return [];
  const columns = empty.flatMap((each) => each.columns);
  return [
    {
      code: 'nullable-path',
      columns,
      text: {
        nl: `${table.id} hoort bij iemand via ${columns.join(', ')}, en dat mag leeg zijn: zulke rijen zijn van niemand`,
        en: `${table.id} is somebody’s through ${columns.join(', ')}, which may be empty: such rows are nobody’s`,
      },
    },
  ];
}

/** Two ways along references that both end at a person: an order line that names its order and its customer. */
function twoPaths({ proposed, graph, all, table }: Inspected): readonly Found[] {
  const owning = proposed.links.filter(({ kind }) => isOwning(kind));
  if (proposed.use !== 'personal' || proposed.subject !== null || owning.length === 0) return [];
  const used = new Set(proposed.links.map(({ columns }) => columns.join()));
  const unused = graph.from(table.id).filter(({ columns, to, role }) => {
    if (used.has(columns.join()) || hasTouched(role) || all.get(to)?.use !== 'personal') return false;
    // Who is reached through the row itself is no second way.
    return !all.get(to)?.links.some((each) => each.reference === 'other' && each.table === table.id);
  });
  if (unused.length === 0) return [];
  const columns = unused.flatMap((each) => each.columns);
  const chosen = owning.map((each) => each.columns.join(', ')).join(', ');
  return [
    {
      code: 'two-paths',
      columns,
      text: {
        nl: `${table.id} leidt via ${chosen} naar iemand, en ook via ${columns.join(', ')}: kunnen dat twee mensen zijn?`,
        en: `${table.id} leads to somebody through ${chosen}, and through ${columns.join(', ')} too: can these be two people?`,
      },
    },
  ];
}

/**
 * A company is nobody, and a person may trade under their own name: where rows are companies and a column names a person, and
 * where rows are people and a column is one that only businesses fill in.
 */
function companies({ proposed, table, classified }: Inspected): readonly Found[] {
  const named = table.columns
    .map(({ name }) => name)
    .filter((name) => !classified.subject.references.has(name));
  if (proposed.subject !== null) {
    const columns = named.filter((name) => isOfBusiness(proposed, classified, name));
    return columns.length === 0 ? [] : [companyOrPerson(columns, businessText(table.id, columns.join(', ')))];
  }
  if (proposed.use !== 'context' && proposed.use !== 'not-personal') return [];
  const columns = named.filter((name) => isOfPerson(proposed, classified, name));
  return columns.length === 0 ? [] : [companyOrPerson(columns, personText(table.id, columns.join(', ')))];
}

function companyOrPerson(columns: readonly string[], text: Localised): Found {
  return { code: 'company-or-person', columns, text };
}

function businessText(table: TableId, columns: string): Localised {
  return {
    nl: `de rijen van ${table} zijn voorgesteld als mensen, en ${columns} hoort bij een bedrijf: van een rechtspersoon zijn dit geen persoonsgegevens, van een eenmanszaak of contactpersoon wel`,
    en: `the rows of ${table} are proposed as people, and ${columns} is a company’s: of a legal person this is no personal data, of a sole trader or a contact person it is`,
  };
}

function personText(table: TableId, columns: string): Localised {
  return {
    nl: `de rijen van ${table} zijn van niemand, en ${columns} kan van een mens zijn: van een eenmanszaak of een contactpersoon?`,
    en: `the rows of ${table} are about nobody, and ${columns} may be a person’s: a sole trader’s or a contact person’s?`,
  };
}

function isOfBusiness({ columns }: ProposedTable, { subject }: ClassifiedTable, name: string): boolean {
  if (columns.get(name)?.category === 'trade-register-number') return true;
  return columnSense(name, subject.sense).senses.some(({ phrase }) => business.test(phrase));
}

/** Numbers and forms that only an undertaking has. */
const business =
  /^(trade register.*|company number|company registration number|chamber of commerce number|legal name|legal form|kvk.*|handelsregister.*|firmenbuchnummer|umsatzsteuer id|ust id|rechtsvorm|rechtsform|siret|siren)$/;

/** A telephone number or a shared mailbox of a branch is the branch's; a name in it is somebody's. */
function isOfPerson({ columns }: ProposedTable, { subject }: ClassifiedTable, name: string): boolean {
  const category = columns.get(name)?.category ?? 'not-personal';
  if (category !== 'not-personal') return categories[category].standing !== 'contextual';
  if (!subject.organisation) return false;
  const { categories: senses, words } = columnSense(name, subject.sense);
  return senses.some(({ concept, end }) => end === words.length && names.has(concept));
}

const names: ReadonlySet<string> = new Set(['full-name', 'first-name', 'last-name', 'nickname']);

/** Where the row is somebody's, whoever handled it is said apart: taken for its owner they would be handed the other's data. */
function staffColumns({ proposed, table }: Inspected): readonly Found[] {
  const handled = proposed.links.filter(({ kind }) => kind === 'accessed-by');
  const columns = handled.flatMap((each) => each.columns);
  if (columns.length === 0) return [];
  const people = [...new Set(handled.map((each) => each.table))].join(', ');
  return [
    {
      code: 'staff-column',
      columns,
      text: {
        nl: `${columns.join(', ')} van ${table.id} zegt wie in ${people} de rij maakte of behandelde: die mag hem zien, maar krijgt hem niet bij inzage en neemt hem niet mee bij wissen`,
        en: `${columns.join(', ')} of ${table.id} says who in ${people} made or handled the row: they may see it, but do not get it on access nor take it along on erasure`,
      },
    },
  ];
}

function peopleTwice({ proposed, graph, all, table }: Inspected): readonly Found[] {
  if (proposed.subject === null) return [];
  const linked = new Set(proposed.links.map(({ columns }) => columns.join()));
  const columns = graph
    .from(table.id)
    .filter((each) => !linked.has(each.columns.join()) && (all.get(each.to)?.subject ?? null) !== null)
    .flatMap((each) => each.columns);
  if (columns.length === 0) return [];
  return [
    {
      code: 'person-twice',
      columns,
      text: {
        nl: `${columns.join(', ')} van ${table.id} leidt naar een andere tabel met mensen; als dat dezelfde persoon is, verbindt een gedeelde identiteit hen`,
        en: `${columns.join(', ')} of ${table.id} leads to another table of people; if that is the same person, a shared identity joins them`,
      },
    },
  ];
}

/** Deleting looks up what refers to the row: by reading the whole table, per row, where no index serves. */
function missingIndexes({ table, proposed, graph, all }: Inspected): readonly Found[] {
  const referring = [
    ...graph.from(table.id).map(({ columns, to }) => ({ columns, to })),
    ...proposed.links
      .filter(({ kind, reference }) => isOwning(kind) && reference === 'row')
      .map((each) => ({ columns: each.columns, to: each.table })),
  ];
  const bare = new Map(
    referring
      .filter(({ to, columns }) => all.get(to)?.use === 'personal' && !isIndexed(table, columns))
      .map((each) => [each.columns.join(), each]),
  );
  const rows = table.estimatedRows;
  const [readNl, readEn] = rows > 0 ? [`${rows} rijen`, `${rows} rows`] : ['alle rijen', 'all its rows'];
  return [...bare.values()].map(({ columns, to }) => ({
    code: 'missing-index',
    columns,
    text: {
      nl: `${table.id}(${columns.join(', ')}) verwijst naar ${to} en heeft geen index: voor elke rij die daar weggaat worden hier ${readNl} gelezen`,
      en: `${table.id}(${columns.join(', ')}) refers to ${to} and has no index: for every row that goes there, ${readEn} are read here`,
    },
  }));
}

/** Keys count too: a catalog that was read from a dump may list them apart from the indexes. */
function isIndexed({ indexes, primaryKey, uniqueKeys }: CatalogTable, columns: readonly string[]): boolean {
  return [primaryKey, ...uniqueKeys, ...indexes].some((index) => isLedBy(index, columns));
}

/** Money and wages are kept by law for years; what deletes a person's row may delete them along. */
function cascades({ table, classified, all }: Inspected): readonly Found[] {
  if (!isKeptByLaw(classified)) return [];
  return table.foreignKeys
    .filter(({ onDelete, to }) => onDelete === 'cascade' && all.get(to)?.use === 'personal')
    .map(({ columns, to }) => ({
      code: 'cascade-into-records',
      columns,
      text: {
        nl: `een rij van ${to} verwijderen verwijdert ${table.id} mee (ON DELETE CASCADE), en administratie moet vaak jaren blijven: maak er RESTRICT van`,
        en: `deleting a row of ${to} deletes ${table.id} along with it (ON DELETE CASCADE), and accounts often have to stay for years: make it RESTRICT`,
      },
    }));
}

/** What was not bought yet is no record of money. */
const before =
  /^(carts?|cart item|basket|quotes?|quotation|checkout|wishlist item|offertes?|winkelwagen|angebote?|warenkorb|devis|panier)$/;

function isKeptByLaw({ subject }: ClassifiedTable): boolean {
  const kept = subject.theme === 'billing' || (subject.theme === 'employment' && subject.holds !== 'people');
  return kept && !subject.sense.senses.some(({ phrase }) => before.test(phrase));
}

/** A reference by its name whose values stand nowhere in what the name says. */
function misleadingNames({ table, classified }: Inspected): readonly Found[] {
  return [...classified.subject.references.values()].flatMap(({ column, notTo, values }) =>
    notTo === undefined || values === undefined
      ? []
      : [
          {
            code: 'values-elsewhere' as const,
            columns: [column],
            text: {
              nl: `${table.id}.${column} verwijst volgens de naam naar ${notTo}, maar daar staan ${values.matched} van ${values.of} bekeken waarden: het verband is weggelaten`,
              en: `${table.id}.${column} refers to ${notTo} by its name, but ${values.matched} of ${values.of} values looked at stand there: the link is left out`,
            },
          },
        ],
  );
}
