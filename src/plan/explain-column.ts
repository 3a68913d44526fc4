import { present } from '../base/assert.ts';
import type { Language } from '../domain/language.ts';
import { groundById } from '../law/grounds.ts';
import { retentionText } from '../policy/describe.ts';
import type { Policy } from '../policy/policy.ts';
import { statementWords } from '../statement/words.ts';
import { type ExplanationWords, explanationWords } from './explanation-words.ts';
import type { ColumnFacts, OwnerPath, TableFacts } from './table-facts.ts';

interface Reader {
  readonly policy: Policy;
  readonly language: Language;
}

/** What a column is, why it is there, whose, how long, and what happens to it on access and on erasure: in sentences. */
export function explainColumn(facts: TableFacts, column: ColumnFacts, reader: Reader): readonly string[] {
  const say = explanationWords[reader.language];
  const name = `${facts.source}.${facts.table}.${column.name}`;
  const released = column.cell.kind === 'released' ? [say.released(column.name)] : [];
  if (facts.use !== 'personal')
    return [say.use[facts.use](`${facts.source}.${facts.table}`), say.access[column.access], ...released];
  return [
    ...whatItHolds(name, column, reader),
    ...column.purposes.map((id) => purposeText(id, reader)),
    ...whose(facts, reader),
    ...(column.accessor === null ? [] : [say.accessor(column.name, column.accessor)]),
    ...(column.about === null || column.category === null ? [] : [say.about(column.about)]),
    ...howLong(facts, reader),
    column.about === null || column.access === 'masked'
      ? say.access[column.access]
      : say.accessOfAbout(column.about),
    ...onErasure(facts, column, say),
  ];
}

/** The same of a table as a whole; its columns are told one by one. */
export function explainTable(facts: TableFacts, reader: Reader): readonly string[] {
  const say = explanationWords[reader.language];
  const name = `${facts.source}.${facts.table}`;
  if (facts.use !== 'personal') return [say.use[facts.use](name)];
  const personal = facts.columns.filter(({ category }) => category !== null);
  const purposes = [...new Set(personal.flatMap((column) => column.purposes))];
  return [
    say.tableHolds(name, { all: facts.columns.length, personal: personal.length }),
    ...purposes.map((id) => purposeText(id, reader)),
    ...whose(facts, reader),
    ...howLong(facts, reader),
    say.accessOfTable,
    facts.onErasure === 'delete' ? say.rowGoes : say.rowStays,
    ...(facts.hold === null ? [] : [say.heldUnchanged]),
    ...(facts.onErasure === 'delete' ? [say.anchoredRow] : []),
    ...(facts.shared ? [say.othersToo.row] : []),
  ];
}

/** Of what the policy does not have. @param hint what to write in the policy. */
export function explainUnmapped(
  { table, column }: { readonly table: string; readonly column: string | null },
  hint: string,
  language: Language,
): readonly string[] {
  const say = explanationWords[language];
  const what = column === null ? say.unmappedTable(table) : say.unmappedColumn(`${table}.${column}`);
  return [what, say.unmappedEffect, `→ ${hint}`];
}

function whatItHolds(name: string, column: ColumnFacts, { policy, language }: Reader): readonly string[] {
  const say = explanationWords[language];
  const typed = `${name} (${column.type})`;
  if (column.category === null) return [say.columnNotPersonal(typed)];
  const category = present(policy.categories.get(column.category), column.category);
  return [
    say.holds(typed, category.name[language]),
    ...column.paths.map(({ path, category: id }) =>
      say.holdsInside(path, present(policy.categories.get(id), id).name[language]),
    ),
    ...(column.paths.length === 0 ? [] : [say.taken]),
    ...(category.special ? [say.special] : []),
    ...(column.origin === null ? [] : [say.origin[column.origin]]),
  ];
}

function purposeText(id: string, { policy, language }: Reader): string {
  const { name, basis, ground } = present(policy.purposes.get(id), id);
  const say = explanationWords[language];
  return say.purpose(name[language], {
    name: statementWords[language].basis[basis],
    article: say.basisArticle[basis],
    ground: ground[language],
  });
}

function whose(
  { subject, table, paths, shared }: TableFacts,
  { policy, language }: Reader,
): readonly string[] {
  const say = explanationWords[language];
  const group = (id: string) => present(policy.subjects.get(id), id).name[language];
  if (subject !== null) {
    const identities = subject.identities.map(({ kind, column }) => `${say.identity[kind]} (${column})`);
    return [
      say.ownRow(table, group(subject.group)),
      ...(identities.length === 0 ? [] : [say.knownBy(identities)]),
    ];
  }
  const owners = paths.map((path) => say.owner(group(path.subject.group), pathText(path)));
  return shared ? [...owners, say.sharedRow] : owners;
}

/** `invoice_lines.invoice_id → invoices.debtor_id → debtors` */
function pathText({ steps, subject }: OwnerPath): string {
  const links = steps.map(({ from, link, to }) =>
    link.startsWith(`${to}.`) ? `${from} ← ${link}` : `${from}.${link}`,
  );
  return [...links, subject.table].join(' → ');
}

function howLong({ retention, hold }: TableFacts, { policy, language }: Reader): readonly string[] {
  const say = explanationWords[language];
  const term = (id: string) => retentionText(present(policy.retention.get(id), id), language);
  const goes =
    retention === null ? [] : [say.goesAfter(term(retention.rule), retention.column, retention.orColumn)];
  if (hold === null) return goes.length > 0 ? goes : [say.noTerm];
  const rule = present(policy.retention.get(hold.rule), hold.rule);
  const ground = rule.ground === null ? undefined : groundById(rule.ground);
  return [
    ...goes,
    hold.kind === 'from' ? say.heldFor(term(hold.rule), hold.column) : say.heldWith(hold.link),
    ...(ground === undefined ? [] : [ground.text[language]]),
  ];
}

function onErasure(facts: TableFacts, column: ColumnFacts, say: ExplanationWords): readonly string[] {
  const stays = say.cell(column.cell);
  return [
    facts.onErasure === 'delete' ? say.rowGoes : say.rowStaysWith(stays),
    ...(facts.hold === null ? [] : [say.heldUnchanged]),
    ...(facts.onErasure === 'delete' && column.cell.kind !== 'released' ? [say.anchored(stays)] : []),
    ...(column.cell.kind === 'released' ? [say.released(column.name)] : []),
    ...(facts.shared ? [say.othersToo[column.leaves ? 'leaves' : 'stays']] : []),
  ];
}
