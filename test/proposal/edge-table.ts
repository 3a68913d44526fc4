import { addEdgeScores, type EdgeScore, type SchemaEdges, share } from './edge-score.ts';

const halves = [
  ['development', 'Errors looked at from the start'],
  ['hold-out', 'Put aside at first, errors looked at later'],
  ['fresh', 'Put aside longest'],
  ['second-development', 'Labelled by somebody else, errors looked at first'],
  ['second-hold-out', 'Labelled by somebody else, errors looked at last'],
  ['example', 'The example, in English and with every name put into German'],
] as const;

/** The Markdown between the markers of docs/init.md. */
export function edgeTable(scored: readonly SchemaEdges[]): string {
  const lines = [
    '| schema | links | proposed | precision | recall | exact precision | exact recall | people |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
  ];
  for (const [half, title] of halves) {
    const members = scored.filter(({ schema }) => schema.half === half);
    if (members.length === 0) continue;
    for (const { schema, score } of members) lines.push(row(schema.name, score));
    lines.push(row(`**${title}**`, addEdgeScores(members.map(({ score }) => score))));
  }
  return `${lines.join('\n')}\n`;
}

function row(name: string, score: EdgeScore): string {
  const { labelled, proposed, exact, found, people, peopleFound } = score;
  const shares = [
    share(found, proposed),
    share(found, labelled),
    share(exact, proposed),
    share(exact, labelled),
  ];
  const cells = [
    name,
    labelled,
    proposed,
    ...shares.map((each) => each.toFixed(3)),
    `${peopleFound} of ${people}`,
  ];
  return `| ${cells.join(' | ')} |`;
}
