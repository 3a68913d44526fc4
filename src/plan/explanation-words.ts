import type { IdentityKind } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import type { LawfulBasis } from '../domain/lawful-basis.ts';
import type { CellFate, ColumnFacts, TableFacts } from './table-facts.ts';

/** How a map speaks to whoever works with it. A sentence that is missing in one language does not compile. */
export interface ExplanationWords {
  list(parts: readonly string[]): string;
  readonly identity: Readonly<Record<IdentityKind, string>>;
  readonly basisArticle: Readonly<Record<LawfulBasis, string>>;
  holds(column: string, category: string): string;
  holdsInside(path: string, category: string): string;
  readonly taken: string;
  readonly special: string;
  readonly columnNotPersonal: (column: string) => string;
  tableHolds(table: string, columns: { readonly all: number; readonly personal: number }): string;
  readonly use: Readonly<Record<Exclude<TableFacts['use'], 'personal'>, (table: string) => string>>;
  readonly origin: Readonly<Record<NonNullable<ColumnFacts['origin']>, string>>;
  purpose(
    name: string,
    basis: { readonly name: string; readonly article: string; readonly ground: string },
  ): string;
  ownRow(table: string, group: string): string;
  knownBy(identities: readonly string[]): string;
  owner(group: string, path: string): string;
  readonly sharedRow: string;
  about(link: string): string;
  accessor(column: string, table: string): string;
  goesAfter(term: string, column: string, orColumn: string | undefined): string;
  readonly noTerm: string;
  heldFor(term: string, column: string): string;
  heldWith(link: string): string;
  readonly access: Readonly<Record<ColumnFacts['access'], string>>;
  accessOfAbout(link: string): string;
  readonly accessOfTable: string;
  readonly rowGoes: string;
  readonly rowStays: string;
  rowStaysWith(cell: string): string;
  readonly heldUnchanged: string;
  anchored(cell: string): string;
  readonly anchoredRow: string;
  readonly othersToo: Readonly<Record<'leaves' | 'stays' | 'row', string>>;
  cell(fate: CellFate): string;
  released(column: string): string;
  unmappedColumn(column: string): string;
  unmappedTable(table: string): string;
  readonly unmappedEffect: string;
}

const dutch: ExplanationWords = {
  list: (parts) => new Intl.ListFormat('nl').format(parts),
  identity: {
    email: 'e-mailadres',
    phone: 'telefoonnummer',
    'customer-number': 'klantnummer',
    'account-id': 'accountnummer',
    'licence-plate': 'kenteken',
  },
  basisArticle: {
    consent: 'artikel 6 lid 1 onder a AVG',
    contract: 'artikel 6 lid 1 onder b AVG',
    'legal-obligation': 'artikel 6 lid 1 onder c AVG',
    'vital-interests': 'artikel 6 lid 1 onder d AVG',
    'public-task': 'artikel 6 lid 1 onder e AVG',
    'legitimate-interests': 'artikel 6 lid 1 onder f AVG',
  },
  holds: (column, category) => `${column} bevat: ${category}.`,
  holdsInside: (path, category) => `Binnen de JSON, op ${path}: ${category}.`,
  taken: 'Inzage en wissen nemen de kolom als geheel.',
  special: 'Dit is een bijzonder gegeven (artikel 9 of 10 AVG).',
  columnNotPersonal: (column) => `${column} staat in het beleid als niet persoonlijk.`,
  tableHolds: (table, { all, personal }) =>
    `${table} heeft ${all} ${all === 1 ? 'kolom' : 'kolommen'}, waarvan ${personal} met persoonsgegevens.`,
  use: {
    context: (table) =>
      `${table} gaat over niemand. Regels ervan gaan mee in een kopie om andere regels te begrijpen, en worden nooit gewijzigd.`,
    'not-personal': (table) =>
      `${table} staat in het beleid als niet persoonlijk. Het gaat in geen kopie mee en wordt niet gewist.`,
  },
  origin: {
    provided: 'De persoon gaf dit zelf.',
    observed: 'Dit ontstaat vanzelf als iemand iets doet: het is waargenomen.',
    derived: 'Dit is afgeleid of door medewerkers opgeschreven.',
  },
  purpose: (name, { name: basis, article, ground }) =>
    `Doel: ${name}. Grondslag: ${basis} (${article}), namelijk ${ground}.`,
  ownRow: (table, group) => `Elke regel van ${table} is een persoon (${group}), en is van die persoon.`,
  knownBy: (identities) => `Die persoon wordt herkend aan: ${dutch.list(identities)}.`,
  owner: (group, path) => `De regel is van iemand uit de groep ${group}: ${path}.`,
  sharedRow: 'Een regel kan van meer mensen zijn; hij gaat pas weg met de laatste.',
  about: (link) => `Dit gegeven gaat alleen over de persoon van ${link}.`,
  accessor: (column, table) =>
    `${column} zegt wie de regel behandelde (${table}). Die persoon wordt daarmee geen eigenaar.`,
  goesAfter: (term, column, orColumn) =>
    `Moet weg na ${term}; geteld vanaf ${column}${orColumn === undefined ? '' : ` of ${orColumn}, wat het eerst was`}.`,
  noTerm: 'Er is geen eigen termijn: de regel gaat weg met zijn eigenaar.',
  heldFor: (term, column) => `De wet houdt deze regel vast: ${term}; geteld vanaf ${column}.`,
  heldWith: (link) => `De wet houdt deze regel vast zolang de regel blijft waar ${link} naar verwijst.`,
  access: {
    shown: 'Bij inzage: staat in de kopie.',
    masked: 'Bij inzage: wordt weggelaten.',
    'not-copied': 'Bij inzage: komt in geen kopie.',
  },
  accessOfAbout: (link) =>
    `Bij inzage: staat in de kopie voor de persoon van ${link}; voor anderen wordt het weggelaten.`,
  accessOfTable: 'Bij inzage: de eigenaar krijgt zijn regels in de kopie.',
  rowGoes: 'Bij verwijdering: de regel gaat weg.',
  rowStays: 'Bij verwijdering: de regel blijft staan zonder persoonsgegevens.',
  rowStaysWith: (cell) => `Bij verwijdering: de regel blijft staan; daarbij ${cell}.`,
  heldUnchanged: 'Zolang de wet de regel vasthoudt, verandert er niets aan.',
  anchored: (cell) => `Moet de regel blijven omdat een andere ernaar verwijst, dan ${cell}.`,
  anchoredRow:
    'Moet een regel blijven omdat een andere ernaar verwijst, dan worden de persoonsgegevens leeg.',
  othersToo: {
    leaves: 'Is de regel ook van een ander, dan blijft de regel en wordt dit veld leeg.',
    stays: 'Is de regel ook van een ander, dan blijft dit veld staan.',
    row: 'Is de regel ook van een ander, dan blijft de regel en gaat alleen de koppeling met deze persoon weg.',
  },
  cell: (fate) => {
    switch (fate.kind) {
      case 'left':
        return 'blijft dit veld staan';
      case 'null':
        return 'wordt dit veld leeg (NULL)';
      case 'neutral':
        return fate.distinct
          ? 'krijgt dit veld een willekeurige waarde die niets zegt'
          : 'krijgt dit veld een vaste waarde die niets zegt';
      case 'computed':
        return 'rekent de database dit veld opnieuw uit, uit velden die leeg zijn';
      case 'released':
        return 'wordt deze verwijzing leeg (NULL) als de regel weggaat waar zij naar verwijst';
    }
  },
  released: (column) => `${column} wordt leeg (NULL) als de regel weggaat waar het naar verwijst.`,
  unmappedColumn: (column) => `${column} staat niet in het beleid.`,
  unmappedTable: (table) => `De tabel ${table} staat niet in het beleid.`,
  unmappedEffect:
    'Zolang dat zo is, maakt Gestand geen enkel plan: wat niet beschreven is, wordt niet aangeraakt.',
};

const english: ExplanationWords = {
  list: (parts) => new Intl.ListFormat('en-GB').format(parts),
  identity: {
    email: 'e-mail address',
    phone: 'telephone number',
    'customer-number': 'customer number',
    'account-id': 'account number',
    'licence-plate': 'licence plate',
  },
  basisArticle: {
    consent: 'article 6(1)(a) GDPR',
    contract: 'article 6(1)(b) GDPR',
    'legal-obligation': 'article 6(1)(c) GDPR',
    'vital-interests': 'article 6(1)(d) GDPR',
    'public-task': 'article 6(1)(e) GDPR',
    'legitimate-interests': 'article 6(1)(f) GDPR',
  },
  holds: (column, category) => `${column} holds: ${category}.`,
  holdsInside: (path, category) => `Inside the JSON, at ${path}: ${category}.`,
  taken: 'Access and erasure take the column as a whole.',
  special: 'This is special data (article 9 or 10 GDPR).',
  columnNotPersonal: (column) => `${column} is declared not personal in the policy.`,
  tableHolds: (table, { all, personal }) =>
    `${table} has ${all} ${all === 1 ? 'column' : 'columns'}, ${personal} of them with personal data.`,
  use: {
    context: (table) =>
      `${table} is about nobody. Its rows go along in a copy so that other rows can be understood, and are never changed.`,
    'not-personal': (table) =>
      `${table} is declared not personal in the policy. It goes into no copy and is not erased.`,
  },
  origin: {
    provided: 'The person provided it.',
    observed: 'It comes about when somebody does something: it is observed.',
    derived: 'It is derived, or written down by staff.',
  },
  purpose: (name, { name: basis, article, ground }) =>
    `Purpose: ${name}. Basis: ${basis} (${article}), namely ${ground}.`,
  ownRow: (table, group) => `Each row of ${table} is a person (${group}), and is that person’s.`,
  knownBy: (identities) => `That person is known by: ${english.list(identities)}.`,
  owner: (group, path) => `The row belongs to somebody of the group ${group}: ${path}.`,
  sharedRow: 'A row may belong to several people; it goes with the last of them.',
  about: (link) => `It is about the person of ${link} alone.`,
  accessor: (column, table) =>
    `${column} says who handled the row (${table}). That does not make them its owner.`,
  goesAfter: (term, column, orColumn) =>
    `Must go after ${term}; counted from ${column}${orColumn === undefined ? '' : ` or ${orColumn}, whichever was first`}.`,
  noTerm: 'It has no term of its own: the row goes with its owner.',
  heldFor: (term, column) => `The law holds this row: ${term}; counted from ${column}.`,
  heldWith: (link) => `The law holds this row for as long as the row that ${link} refers to stays.`,
  access: {
    shown: 'On access: it is in the copy.',
    masked: 'On access: it is left out.',
    'not-copied': 'On access: it is in no copy.',
  },
  accessOfAbout: (link) =>
    `On access: it is in the copy for the person of ${link}; for others it is left out.`,
  accessOfTable: 'On access: the owner receives their rows in the copy.',
  rowGoes: 'On erasure: the row goes.',
  rowStays: 'On erasure: the row stays without personal data.',
  rowStaysWith: (cell) => `On erasure: the row stays; in it ${cell}.`,
  heldUnchanged: 'For as long as the law holds the row, nothing in it changes.',
  anchored: (cell) => `When the row must stay because another refers to it, ${cell}.`,
  anchoredRow: 'When a row must stay because another refers to it, its personal data are emptied.',
  othersToo: {
    leaves: 'When the row belongs to somebody else too, the row stays and this field is emptied.',
    stays: 'When the row belongs to somebody else too, this field stays.',
    row: 'When the row belongs to somebody else too, the row stays and only the link with this person goes.',
  },
  cell: (fate) => {
    switch (fate.kind) {
      case 'left':
        return 'this field stays';
      case 'null':
        return 'this field is emptied (NULL)';
      case 'neutral':
        return fate.distinct
          ? 'this field gets a random value that says nothing'
          : 'this field gets a fixed value that says nothing';
      case 'computed':
        return 'the database computes this field anew from fields that are empty';
      case 'released':
        return 'this reference becomes NULL when the row it refers to goes';
    }
  },
  released: (column) => `${column} becomes NULL when the row it refers to goes.`,
  unmappedColumn: (column) => `${column} is not in the policy.`,
  unmappedTable: (table) => `The table ${table} is not in the policy.`,
  unmappedEffect:
    'For as long as that is so, Gestand makes no plan at all: what is not described is not touched.',
};

export const explanationWords: Readonly<Record<Language, ExplanationWords>> = { nl: dutch, en: english };
