import type { Language, Localised } from '../../domain/language.ts';
import { isOwning } from '../../domain/ownership.ts';
import type { PolicyTable } from '../../policy/policy.ts';
import { draftPolicy, type PolicyDraft } from '../../policy/policy-draft.ts';
import { readTables } from '../../policy/table-draft.ts';
import { editYaml, type Spot, type YamlEdit } from '../../policy/yaml-edit.ts';
import { type Path, parseYamlTree, valueAt, type YamlTree } from '../../policy/yaml-tree.ts';
import { type Catalog, findTable, type TableId } from '../catalog.ts';
import type { MapProposal, ProposedLink, ProposedTable } from './map-proposal.ts';
import { categoryLine, groupLine, isSuggested, purposeLinesOf } from './policy-entry.ts';
import { fitting, policyPurposes, policyWords } from './policy-words.ts';
import { columnLine, leftOut, linkLine, type SectionStyle, tableLines } from './table-section.ts';
import { sourceLines } from './write-policy.ts';

export interface LookedAt {
  readonly catalog: Catalog;
  readonly proposal: MapProposal;
}

export interface MergeWish {
  readonly file: string;
  /** A policy, whoever wrote it, that is YAML; whether it compiles does not matter. */
  readonly text: string;
  readonly looks: readonly LookedAt[];
  readonly language: Language;
  /** The name of the setting with the connection string of a source that is new. */
  readonly connection: (source: string) => string;
}

export interface MergedPolicy {
  readonly text: string;
  /** What was added: `crm.customers.birth_date`. */
  readonly added: readonly string[];
  /** What the policy names and the databases do not have; marked, and not taken out. */
  readonly gone: readonly string[];
  /** What could not be added where it belongs, because of how that is written. */
  readonly byHand: readonly string[];
}

/**
 * A policy with what is new in its databases. Everything that stands in it stays, byte for byte: entries are inserted, each
 * with `decide:`, and what was decided is not proposed again.
 */
export function mergePolicy(wish: MergeWish): MergedPolicy {
  const merge = new Merge(wish);
  for (const look of wish.looks) merge.source(look);
  merge.addWords();
  return merge.result();
}

/** What one section of the policy says, beside what was found. */
interface Section {
  readonly look: LookedAt;
  readonly path: Path;
  readonly declared: ReadonlyMap<TableId, PolicyTable>;
  readonly style: SectionStyle;
  readonly useOf: (id: TableId) => ProposedTable['use'] | undefined;
}

class Merge {
  readonly #wish: MergeWish;
  readonly #tree: YamlTree;
  readonly #draft: PolicyDraft;
  readonly #edit: YamlEdit;
  readonly #categoryOf: SectionStyle['categoryOf'];
  readonly #added: string[] = [];
  readonly #gone: string[] = [];
  readonly #byHand: string[] = [];
  readonly #words = {
    categories: new Set<string>(),
    purposes: new Set<string>(),
    subjects: new Set<string>(),
  };

  constructor(wish: MergeWish) {
    this.#wish = wish;
    this.#tree = parseYamlTree(wish.file, wish.text);
    this.#draft = draftPolicy(this.#tree).draft;
    this.#edit = editYaml(wish.text);
    this.#categoryOf = policyWords(
      this.#draft.categories,
      wish.looks.map(({ proposal }) => {
        const columns = new Map(proposal.tables.map((table) => [table.id, table.columns]));
        return { tables: this.#tablesOf(proposal.source), columns: (id: TableId) => columns.get(id) };
      }),
    );
  }

  result(): MergedPolicy {
    return { text: this.#edit.result(), added: this.#added, gone: this.#gone, byHand: this.#byHand };
  }

  source(look: LookedAt): void {
    const { proposal } = look;
    const { source } = proposal;
    const section = this.#sectionOf(look);
    if (valueAt(this.#tree.value, ['sources', source]) === undefined) {
      const { connection } = this.#wish;
      for (const table of proposal.tables) this.#useWords(table, section.style);
      this.#add(['sources'], {
        at: source,
        spot: 'last',
        lines: sourceLines(proposal, { style: section.style, connection: connection(source) }),
      });
      return;
    }
    for (const table of proposal.tables) {
      if (this.#valueAt(section, table.id) === undefined) this.#newTable(section, table);
      else this.#knownTable(section, table);
    }
    this.#markGone(section);
  }

  /** What the new entries name and the policy does not have yet. */
  addWords(): void {
    const { categories, purposes, subjects } = this.#words;
    const missing = (section: string, names: ReadonlySet<string>) => {
      const known = this.#draft.names(section) ?? new Set();
      return [...names].filter((name) => !known.has(name));
    };
    for (const id of missing('categories', categories).filter(isSuggested))
      this.#addWord('categories', id, [categoryLine(id)]);
    for (const id of missing('purposes', purposes))
      this.#addWord('purposes', id, purposeLinesOf(id === 'employment' ? id : 'service'));
    for (const id of missing('subjects', subjects)) this.#addWord('subjects', id, [groupLine(id)]);
  }

  #addWord(section: string, id: string, lines: readonly string[]): void {
    const [first = '', ...rest] = lines;
    const whole = [`${first} # ${this.#decide}`, ...rest];
    if (valueAt(this.#tree.value, [section]) === undefined)
      this.#add([], {
        at: `${section}.${id}`,
        spot: 'last',
        lines: [`${section}:`, ...whole.map((line) => `  ${line}`)],
      });
    else this.#add([section], { at: `${section}.${id}`, spot: 'last', lines: whole });
  }

  get #decide(): string {
    return decideNew[this.#wish.language];
  }

  #tablesOf(source: string): readonly PolicyTable[] {
    return readTables(source, this.#tree, []);
  }

  #sectionOf(look: LookedAt): Section {
    const { source, tables } = look.proposal;
    const declared = new Map(this.#tablesOf(source).map((table) => [table.id, table]));
    const explained = new Set(
      [...declared.values()].flatMap(({ links }) =>
        links.flatMap(({ kind, table }) => (kind === 'context' ? [table] : [])),
      ),
    );
    const proposed = new Map(tables.map((table) => [table.id, usedAs(table, explained)]));
    return {
      look,
      path: ['sources', source, 'tables'],
      declared,
      style: {
        language: this.#wish.language,
        categoryOf: this.#categoryOf,
        purposesOf: policyPurposes(this.#draft.names('purposes') ?? new Set(), [...declared.values()]),
        decide: 'all',
      },
      useOf: (id) => declared.get(id)?.use ?? proposed.get(id),
    };
  }

  #valueAt({ path }: Section, ...rest: readonly string[]): unknown {
    return valueAt(this.#tree.value, [...path, ...rest]);
  }

  #newTable(section: Section, found: ProposedTable): void {
    const { path, look, style, useOf } = section;
    const table = { ...fitting(found, useOf), use: useOf(found.id) ?? found.use };
    const at = `${look.proposal.source}.${table.id}`;
    if (table.use === 'undecided') {
      if (this.#wish.text.includes(leftOut(table.id)[style.language])) return;
    } else this.#useWords(table, style);
    this.#add(path, { at, spot: this.#spotOf(section, table.id), lines: tableLines(table, style) });
  }

  /** In the order of the database where the policy keeps that; else last. */
  #spotOf(section: Section, id: TableId): Spot {
    const order = section.look.proposal.tables.map((table) => table.id);
    const known = Object.keys(recordOf(this.#valueAt(section))).filter((each) => order.includes(each));
    if (!isSorted(known.map((each) => order.indexOf(each)))) return 'last';
    const after = known.findLast((each) => order.indexOf(each) < order.indexOf(id));
    return after === undefined ? 'first' : { after };
  }

  #knownTable(section: Section, found: ProposedTable): void {
    const { declared, path, look, style, useOf } = section;
    const raw = this.#valueAt(section, found.id);
    const known = declared.get(found.id);
    if (raw === null || typeof raw !== 'object' || known?.use === 'context') return;
    const at = `${look.proposal.source}.${found.id}`;
    const columns = Object.keys(recordOf(valueAt(raw, ['columns'])));
    const table = fitting(found, useOf);
    const missing = [...table.columns].filter(([name]) => !columns.includes(name));
    if (missing.length > 0 && valueAt(raw, ['columns']) === undefined)
      this.#add([...path, found.id], {
        at,
        spot: 'last',
        lines: ['columns:', ...missing.map((column) => `  ${columnLine(column, table, style)}`)],
      });
    else
      for (const column of missing) {
        const spot = spotAmong(columns, [...table.columns.keys()], column[0]);
        this.#add([...path, found.id, 'columns'], {
          at: `${at}.${column[0]}`,
          spot,
          lines: [columnLine(column, table, style)],
        });
      }
    for (const [, proposal] of missing) this.#useCategory(table.id, proposal, style);
    this.#newLinks(section, table, { at, raw, missing: new Set(missing.map(([name]) => name)) });
  }

  #newLinks(
    section: Section,
    table: ProposedTable,
    {
      at,
      raw,
      missing,
    }: { readonly at: string; readonly raw: unknown; readonly missing: ReadonlySet<string> },
  ): void {
    const { declared, path, style } = section;
    const known = declared.get(table.id);
    if (known === undefined) return;
    const isNew = ({ reference, columns, table: other }: ProposedLink) =>
      reference === 'row'
        ? columns.some((column) => missing.has(column))
        : columns.some((column) => valueAt(this.#valueAt(section, other), ['columns', column]) === undefined);
    const ownerless = known.subject === null && !known.links.some(({ kind }) => isOwning(kind));
    const names = new Set(known.links.map(({ name }) => name));
    const links = table.links.filter(
      (link) =>
        !names.has(linkName(link)) &&
        (isOwning(link.kind) ? known.subject === null && (ownerless || isNew(link)) : isNew(link)),
    );
    if (links.length === 0) return;
    const lines = links.map((link) => linkLine(link, style));
    const where = `${at}: ${links.map(linkName).join(', ')}`;
    if (valueAt(raw, ['links']) === undefined)
      this.#add([...path, table.id], {
        at: where,
        spot: { after: 'columns' },
        lines: ['links:', ...lines.map((line) => `  ${line}`)],
      });
    else
      for (const line of lines)
        this.#note(where, this.#edit.addItem([...path, table.id, 'links'], line.replace(/^- /, '')));
  }

  #markGone(section: Section): void {
    const { path, look } = section;
    const { source } = look.proposal;
    for (const [id, raw] of Object.entries(recordOf(this.#valueAt(section)))) {
      const found = findTable(look.catalog, id);
      if (found === undefined) {
        this.#markOne([...path, id], `${source}.${id}`, goneTable(source, id));
        continue;
      }
      const names = new Set(found.columns.map(({ name }) => name));
      for (const name of Object.keys(recordOf(valueAt(raw, ['columns']))))
        if (!names.has(name))
          this.#markOne(
            [...path, id, 'columns', name],
            `${source}.${id}.${name}`,
            goneColumn(`${source}.${id}`, name),
          );
    }
  }

  #markOne(path: Path, at: string, text: Localised): void {
    this.#gone.push(at);
    if (!this.#edit.addComment(path, text[this.#wish.language])) this.#byHand.push(at);
  }

  #useWords(table: ProposedTable, style: SectionStyle): void {
    if (table.use !== 'personal') return;
    for (const proposal of table.columns.values()) this.#useCategory(table.id, proposal, style);
    for (const purpose of style.purposesOf(table)) this.#words.purposes.add(purpose);
    if (table.subject !== null) this.#words.subjects.add(table.subject.group);
  }

  #useCategory(
    table: TableId,
    proposal: Parameters<SectionStyle['categoryOf']>[1],
    style: SectionStyle,
  ): void {
    for (const held of [proposal, ...(proposal.paths ?? [])]) {
      const word = style.categoryOf(table, held);
      if (word !== null) this.#words.categories.add(word.id);
    }
  }

  #add(
    path: Path,
    { at, spot, lines }: { readonly at: string; readonly spot: Spot; readonly lines: readonly string[] },
  ): void {
    this.#note(at, this.#edit.addEntry(path, lines, spot));
  }

  #note(at: string, done: boolean): void {
    (done ? this.#added : this.#byHand).push(at);
  }
}

const decideNew: Localised = { nl: 'beslis: nieuw', en: 'decide: new' };

function goneTable(source: string, id: string): Localised {
  return {
    nl: `beslis: ${source} heeft geen tabel ${id} meer; haal hem hier weg, of verbeter de naam`,
    en: `decide: ${source} has no table ${id} any more; take it out here, or correct the name`,
  };
}

function goneColumn(table: string, name: string): Localised {
  return {
    nl: `beslis: ${table} heeft geen kolom ${name} meer; haal hem hier weg, of verbeter de naam`,
    en: `decide: ${table} has no column ${name} any more; take it out here, or correct the name`,
  };
}

/** A table that explains rows of others is context, unless it is about people. */
function usedAs({ id, use }: ProposedTable, explained: ReadonlySet<TableId>): ProposedTable['use'] {
  return use === 'not-personal' && explained.has(id) ? 'context' : use;
}

function spotAmong(known: readonly string[], order: readonly string[], name: string): Spot {
  const before = order.slice(0, order.indexOf(name));
  const after = before.findLast((each) => known.includes(each));
  return after === undefined ? 'first' : { after };
}

/** As a policy names a link: by the columns that refer. */
function linkName({ reference, columns, table }: ProposedLink): string {
  return reference === 'row' ? columns.join(',') : `${table}.${columns.join(',')}`;
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
