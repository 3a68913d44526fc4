import {
  addScores,
  categoryRight,
  policyRight,
  precision,
  recall,
  type SchemaScore,
  type Score,
} from './score.ts';

const halves = [
  ['development', 'Errors looked at from the start'],
  ['hold-out', 'Put aside at first, errors looked at later'],
  ['fresh', 'Put aside longest'],
  ['second-development', 'Labelled by somebody else, errors looked at first'],
  ['second-hold-out', 'Labelled by somebody else, errors looked at last'],
  ['example', 'The example, in English and with every name put into German'],
] as const;

/** The Markdown between the markers of docs/classification.md. */
export function scoreTable(scored: readonly SchemaScore[]): string {
  const lines = [
    '| schema | kind | tables | columns | personal | precision | recall | right policy category | right category |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|',
  ];
  for (const [half, title] of halves) {
    const members = scored.filter(({ schema }) => schema.half === half);
    if (members.length === 0) continue;
    for (const { schema, score } of members)
      lines.push(row(schema.name, schema.flavour, schema.tables.length, score));
    const tables = members.reduce((sum, { schema }) => sum + schema.tables.length, 0);
    lines.push(row(`**${title}**`, '', tables, addScores(members.map(({ score }) => score))));
  }
  const sources = scored.map(({ schema }) => `- \`${schema.name}\`: ${schema.source}; ${schema.part}`);
  return `${lines.join('\n')}\n\nWhere they come from:\n\n${sources.join('\n')}\n`;
}

function row(name: string, flavour: string, tables: number, score: Score): string {
  const cells = [
    name,
    flavour,
    tables,
    score.columns,
    score.personal,
    ...[precision(score), recall(score), policyRight(score), categoryRight(score)].map((share) =>
      share.toFixed(3),
    ),
  ];
  return `| ${cells.join(' | ')} |`;
}
