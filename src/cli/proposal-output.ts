import type { Proposal } from '../catalog/classification/proposal.ts';
import { reasonText } from '../catalog/classification/reason-text.ts';
import { decisionsOf } from '../catalog/proposal/decisions.ts';
import {
  linkReasonTexts,
  type MapProposal,
  type ProposedLink,
  type ProposedTable,
} from '../catalog/proposal/map-proposal.ts';
import type { Language } from '../domain/language.ts';

/** For a program. Within one `format` keys are only added. */
export function proposalJson(
  proposals: readonly MapProposal[],
  { language, written }: { readonly language: Language; readonly written: readonly string[] },
): object {
  return {
    format: 1,
    sources: proposals.map(({ source, kind, sampled, tables, warnings, joins }) => ({
      source,
      kind,
      sampled,
      tables: tables.map((table) => tableJson(table, language)),
      warnings: warnings.map(({ code, table, columns, text }) => ({
        code,
        table,
        columns,
        text: text[language],
      })),
      joins,
    })),
    decisions: decisionsOf(proposals).map(({ about, at, text }) => ({ about, at, text: text[language] })),
    written,
  };
}

function tableJson({ id, use, subject, columns, links }: ProposedTable, language: Language): object {
  return {
    table: id,
    use,
    subject,
    columns: [...columns].map(([column, { paths = [], ...proposal }]) => ({
      column,
      ...heldJson(proposal, language),
      ...(paths.length === 0
        ? {}
        : { paths: paths.map(({ path, ...inside }) => ({ path, ...heldJson(inside, language) })) }),
    })),
    edges: links.map((link) => ({
      kind: link.kind,
      reference: link.reference,
      columns: link.columns,
      table: link.table,
      key: link.key,
      confidence: link.confidence,
      values: link.values ?? null,
      reasons: link.reasons.map((reason) => linkReasonTexts[reason][language]),
    })),
  };
}

function heldJson({ category, suggestion, confidence, reasons }: Proposal, language: Language): object {
  return {
    category,
    policyCategory: suggestion?.policy ?? null,
    confidence,
    reasons: reasons.map((reason) => reasonText(reason, language)),
  };
}

/** For a person: a line a table that matters, what stands out, and what it comes to. */
export function proposalLines(proposals: readonly MapProposal[], language: Language): readonly string[] {
  const decisions = decisionsOf(proposals);
  return [
    ...proposals.flatMap(({ source, tables, warnings, joins }) => [
      `${source}: ${count(tables, 'personal')} personal, ${count(tables, 'context')} context, ${count(tables, 'not-personal')} not personal`,
      ...tables.filter(({ use }) => use === 'personal' || use === 'undecided').map(tableLine),
      ...warnings.map(({ text }) => `  ! ${text[language]}`),
      ...joins.map(
        ({ kind, from, to, matched, of }) =>
          `  = ${from.table}.${from.column} and ${to.source}.${to.table}.${to.column}: ${matched} of ${of} the same (${kind})`,
      ),
    ]),
    `${decisions.length} decisions to take`,
  ];
}

function count(tables: readonly ProposedTable[], use: ProposedTable['use']): number {
  return tables.filter((table) => table.use === use).length;
}

function tableLine({ id, use, subject, columns, links }: ProposedTable): string {
  const personal = [...columns.values()].filter(({ suggestion }) => suggestion !== null).length;
  const whose =
    use === 'undecided'
      ? 'left out'
      : subject === null
        ? links.map(linkText).join('; ')
        : [
            `people: ${subject.identities.map(({ column }) => column).join(', ')}`,
            ...links.map(linkText),
          ].join('; ');
  return `  ${id} (${personal} of ${columns.size} columns personal) ${whose}`;
}

function linkText({ kind, reference, columns, table, confidence }: ProposedLink): string {
  const end =
    reference === 'row' ? `${columns.join(', ')} to ${table}` : `from ${table}.${columns.join(', ')}`;
  return `${kind} ${end} (${confidence.toFixed(2)})`;
}
