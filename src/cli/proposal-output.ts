import type { ProposedFiles } from '../app/propose-files.ts';
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
  {
    language,
    written,
    files: { merged, findings },
  }: { readonly language: Language; readonly written: readonly string[]; readonly files: ProposedFiles },
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
    merged: merged === null ? null : { added: merged.added, gone: merged.gone, byHand: merged.byHand },
    findings: findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, hint, place: { line, column } }) => ({ code, message, hint, line, column })),
    written,
  };
}

function tableJson(
  { id, use, subject, columns, links, cannotBeEmptied, dates }: ProposedTable,
  language: Language,
): object {
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
    cannotBeEmptied,
    dates,
  };
}

function heldJson({ category, suggestion, confidence, reasons }: Proposal, language: Language): object {
  return {
    category,
    policyCategory: suggestion?.policy ?? null,
    dpv: suggestion?.dpv ?? null,
    confidence,
    reasons: reasons.map((reason) => reasonText(reason, language)),
  };
}

/** For a person: a line a table that matters, what stands out, and what it comes to. */
export function proposalLines(proposals: readonly MapProposal[], language: Language): readonly string[] {
  const decisions = decisionsOf(proposals);
  return [
    ...proposals.flatMap(({ source, tables, warnings, joins }) => [
      words[language].summary(source, (use) => count(tables, use)),
      ...tables
        .filter(({ use }) => use === 'personal' || use === 'undecided')
        .map((table) => tableLine(table, language)),
      ...warnings.map(({ text }) => `  ! ${text[language]}`),
      ...joins.map(
        ({ kind, from, to, matched, of }) =>
          `  = ${from.table}.${from.column} and ${to.source}.${to.table}.${to.column}: ${matched} of ${of} the same (${kind})`,
      ),
    ]),
    words[language].decisions(decisions.length),
  ];
}

interface SummaryWords {
  readonly summary: (source: string, count: (use: ProposedTable['use']) => number) => string;
  readonly columns: (personal: number, all: number) => string;
  readonly people: string;
  readonly leftOut: string;
  readonly decisions: (count: number) => string;
}

const words: Readonly<Record<Language, SummaryWords>> = {
  nl: {
    summary: (source, of) =>
      `${source}: ${of('personal')} tabellen over mensen, ${of('context')} met uitleg daarbij, ${of('not-personal')} over niemand`,
    columns: (personal, all) => `${personal} van ${all} kolommen persoonlijk`,
    people: 'mensen',
    leftOut: 'weggelaten',
    decisions: (number) => `Te beslissen: ${number}`,
  },
  en: {
    summary: (source, of) =>
      `${source}: ${of('personal')} personal, ${of('context')} context, ${of('not-personal')} not personal`,
    columns: (personal, all) => `${personal} of ${all} columns personal`,
    people: 'people',
    leftOut: 'left out',
    decisions: (number) => `${number} decisions to take`,
  },
};

function count(tables: readonly ProposedTable[], use: ProposedTable['use']): number {
  return tables.filter((table) => table.use === use).length;
}

function tableLine({ id, use, subject, columns, links }: ProposedTable, language: Language): string {
  const said = words[language];
  const personal = [...columns.values()].filter(({ suggestion }) => suggestion !== null).length;
  const whose =
    use === 'undecided'
      ? said.leftOut
      : subject === null
        ? links.map(linkText).join('; ')
        : [
            `${said.people}: ${subject.identities.map(({ column }) => column).join(', ')}`,
            ...links.map(linkText),
          ].join('; ');
  return `  ${id} (${said.columns(personal, columns.size)}) ${whose}`;
}

function linkText({ kind, reference, columns, table, confidence }: ProposedLink): string {
  const end = reference === 'row' ? `${columns.join(', ')} → ${table}` : `← ${table}.${columns.join(', ')}`;
  return `${kind} ${end} (${confidence.toFixed(2)})`;
}
