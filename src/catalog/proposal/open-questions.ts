import type { LinkKind } from '../../domain/ownership.ts';
import { isOwning, linkKinds } from '../../domain/ownership.ts';
import type { TableId } from '../catalog.ts';
import { policyCategories, type SuggestedPolicyCategory } from '../classification/category.ts';
import { type Proposal, unsureBelow } from '../classification/proposal.ts';
import type { MapProposal, ProposedLink, ProposedSubject, ProposedTable } from './map-proposal.ts';
import { isSuggested } from './policy-entry.ts';
import { isUnsureSubject, sureLink } from './table-section.ts';

/** Something that was proposed with little confidence, or that only a person may say. */
export type OpenQuestion = { readonly source: string; readonly table: TableId } & (
  | { readonly kind: 'subject'; readonly subject: ProposedSubject }
  | { readonly kind: 'link'; readonly link: ProposedLink }
  | { readonly kind: 'special' | 'column'; readonly column: string; readonly proposal: Proposal }
);

const importance: Readonly<Record<OpenQuestion['kind'], number>> = {
  subject: 0,
  link: 1,
  special: 2,
  column: 3,
};

/** What to ask, the most important first: who the people are, whose the rows are, special data, and what is unsure. */
export function openQuestions(
  proposals: readonly MapProposal[],
  isNew: (at: string) => boolean,
): readonly OpenQuestion[] {
  return proposals
    .flatMap(({ source, tables }) =>
      tables.flatMap((table) => (table.use === 'personal' ? questionsOf(source, table, isNew) : [])),
    )
    .toSorted((a, b) => importance[a.kind] - importance[b.kind] || confidenceOf(a) - confidenceOf(b));
}

function questionsOf(
  source: string,
  table: ProposedTable,
  isNew: (at: string) => boolean,
): readonly OpenQuestion[] {
  const place = { source, table: table.id };
  const at = `${source}.${table.id}`;
  const { subject } = table;
  const links = isNew(at) ? table.links.filter(({ confidence }) => confidence < sureLink) : [];
  const columns = [...table.columns].filter(
    ([name, { reasons }]) => isNew(`${at}.${name}`) && !reasons.some(({ kind }) => kind === 'decided'),
  );
  return [
    ...(subject !== null && isNew(at) && isUnsureSubject(subject)
      ? [{ ...place, kind: 'subject' as const, subject }]
      : []),
    ...links.map((link) => ({ ...place, kind: 'link' as const, link })),
    ...columns.flatMap(([column, proposal]): readonly OpenQuestion[] => {
      if (isSpecial(proposal)) return [{ ...place, kind: 'special', column, proposal }];
      return proposal.confidence < unsureBelow ? [{ ...place, kind: 'column', column, proposal }] : [];
    }),
  ];
}

function isSpecial({ suggestion, paths = [] }: Proposal): boolean {
  const held = [suggestion, ...paths.map((path) => path.suggestion)];
  return held.some((each) => each !== null && policyCategories[each.policy].special);
}

export function confidenceOf(question: OpenQuestion): number {
  switch (question.kind) {
    case 'subject':
      return question.subject.confidence;
    case 'link':
      return question.link.confidence;
    case 'special':
    case 'column':
      return question.proposal.confidence;
  }
}

/** Why an answer cannot be taken. Closed: a new one does not compile until it has words. */
export type Objection =
  | 'unknown-answer'
  | 'unknown-column'
  | 'unknown-table'
  | 'leads-to-nobody'
  | 'others-depend'
  | 'nobody-owns'
  | 'wrong-use';

export type Settled = { readonly proposal: MapProposal } | { readonly objection: Objection };

/**
 * A proposal with one question answered. What is empty takes the proposal for right; for people, `no` says that the rows
 * are about nobody and `COLUMN TABLE` whose they are; for a link another kind, or `no`; for a column another category, or
 * `not-personal`.
 */
export function settle(proposal: MapProposal, question: OpenQuestion, answer: string): Settled {
  const table = proposal.tables.find(({ id }) => id === question.table);
  if (table === undefined) return { objection: 'unknown-table' };
  switch (question.kind) {
    case 'subject':
      return settleSubject(proposal, { table, subject: question.subject }, answer);
    case 'link':
      return settleLink(proposal, { table, link: question.link }, answer);
    case 'special':
    case 'column':
      return settleColumn(proposal, { table, column: question.column, before: question.proposal }, answer);
  }
}

const no: ReadonlySet<string> = new Set(['no', 'n', 'nee']);
const yes: ReadonlySet<string> = new Set(['', 'yes', 'y', 'ja', 'j']);

function settleSubject(
  proposal: MapProposal,
  { table, subject }: { readonly table: ProposedTable; readonly subject: ProposedSubject },
  answer: string,
): Settled {
  if (yes.has(answer))
    return withTable(proposal, { ...table, subject: { ...subject, confidence: 1, because: 'decided' } });
  const rest = { ...table, subject: null };
  if (no.has(answer)) {
    const others = proposal.tables.filter(
      ({ id, links }) =>
        id !== table.id && links.some((link) => link.table === table.id && link.kind !== 'context'),
    );
    return others.length > 0
      ? { objection: 'others-depend' }
      : withTable(proposal, { ...rest, use: 'not-personal', links: [] });
  }
  const [column = '', to = ''] = answer.split(/\s+/, 2);
  if (!table.columns.has(column)) return { objection: to === '' ? 'unknown-answer' : 'unknown-column' };
  if (!proposal.tables.some(({ id }) => id === to)) return { objection: 'unknown-table' };
  const link: ProposedLink = {
    kind: 'owned-by',
    table: to,
    reference: 'row',
    columns: [column],
    key: [],
    ...decided,
  };
  const links = [link, ...table.links.filter(({ columns }) => columns.join() !== column)];
  const settled = withTable(proposal, { ...rest, links });
  return leadsToPeople(settled.proposal.tables, table.id) ? settled : { objection: 'leads-to-nobody' };
}

const decided = { confidence: 1, reasons: ['decided'] } as const;

function settleLink(
  proposal: MapProposal,
  { table, link }: { readonly table: ProposedTable; readonly link: ProposedLink },
  answer: string,
): Settled {
  const others = table.links.filter((each) => each !== link);
  if (no.has(answer)) return owned(withTable(proposal, { ...table, links: others }), table.id);
  const kind = yes.has(answer) ? link.kind : linkKinds.find((each) => each === answer);
  if (kind === undefined) return { objection: 'unknown-answer' };
  if (useOf(proposal, link.table) !== useFor(kind)) return { objection: 'wrong-use' };
  const links = table.links.map((each) => (each === link ? { ...link, kind, ...decided } : each));
  return owned(withTable(proposal, { ...table, links }), table.id);
}

function useFor(kind: LinkKind): ProposedTable['use'] {
  return kind === 'context' ? 'context' : 'personal';
}

function useOf({ tables }: MapProposal, id: TableId): ProposedTable['use'] | undefined {
  return tables.find((table) => table.id === id)?.use;
}

function owned(settled: { readonly proposal: MapProposal }, id: TableId): Settled {
  return leadsToPeople(settled.proposal.tables, id) ? settled : { objection: 'nobody-owns' };
}

/** Whether somebody can be reached from a row along the links that own it. */
function leadsToPeople(tables: readonly ProposedTable[], id: TableId): boolean {
  // A set visits what is added while it is walked, each table once.
  const reached = new Set([id]);
  for (const each of reached) {
    const table = tables.find((candidate) => candidate.id === each);
    if (table === undefined) continue;
    if (table.subject !== null) return true;
    for (const link of table.links) if (isOwning(link.kind)) reached.add(link.table);
  }
  return false;
}

function settleColumn(
  proposal: MapProposal,
  {
    table,
    column,
    before,
  }: { readonly table: ProposedTable; readonly column: string; readonly before: Proposal },
  answer: string,
): Settled {
  const word = yes.has(answer)
    ? (before.suggestion?.policy ?? 'not-personal')
    : no.has(answer)
      ? 'not-personal'
      : answer;
  if (word !== 'not-personal' && !isSuggested(word)) return { objection: 'unknown-answer' };
  const columns = new Map([...table.columns, [column, decidedColumn(before, word)] as const]);
  return withTable(proposal, { ...table, columns });
}

function decidedColumn(before: Proposal, word: SuggestedPolicyCategory | 'not-personal'): Proposal {
  const sure = { confidence: 1, reasons: [{ kind: 'decided' }] } as const;
  if (word === 'not-personal') return { category: 'not-personal', suggestion: null, ...sure };
  if (before.suggestion?.policy === word) return { ...before, ...sure };
  return {
    category: before.category,
    suggestion: { policy: word, dpv: policyCategories[word].dpv },
    ...sure,
  };
}

function withTable(proposal: MapProposal, table: ProposedTable): { readonly proposal: MapProposal } {
  const tables = proposal.tables.map((each) => (each.id === table.id ? table : each));
  return { proposal: { ...proposal, tables } };
}
